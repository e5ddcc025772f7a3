/** Incoming webhooks: an address for each channel, to which anybody who has it posts a message of the app. */
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { idFrom } from '../identity.ts';
import { isObject, objectsOf } from '../json.ts';
import { MethodError } from '../methods/method.ts';
import type { Channel } from '../records.ts';
import type { Teams } from '../teams.ts';
import { readPayload, readResponse, respondIn } from './response-url.ts';
import { answerText } from './wire.ts';

const SCOPE = 'incoming-webhook';
const MOST_ATTACHMENTS = 100;
/** The status Slack sends with its word; 400 for every other. */
const STATUS: Readonly<Record<string, number>> = {
  invalid_token: 403,
  no_team: 404,
  no_service: 404,
  channel_not_found: 404,
  channel_is_archived: 410,
};

/** Whether the app has incoming webhooks at all. */
export function hasWebhooks({ profile: { scopes } }: Core): boolean {
  return scopes === undefined || scopes.includes(SCOPE);
}

/** The address that posts into this channel: the same as long as the workspace is. */
export function webhookUrl(core: Core, { id }: Channel): string {
  return `${core.url()}/services/${core.state.team.id}/${serviceOf(id)}/${secretOf(core, id)}`;
}

/** Answers a POST to a webhook in plain text: "ok", or Slack's word against it. */
export async function answerWebhook(teams: Teams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , team = '', service = '', secret = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  const core = teams.named(team);
  const { traffic, activity } = core ?? teams.first;
  const at = traffic.now();
  const began = performance.now();
  const end = activity.begin();
  try {
    const { text, body } = await readPayload(request);
    const error = core ? post(core, service, secret, body) : 'no_team';
    traffic.add({
      at,
      direction: 'from_bot',
      method: 'incoming webhook',
      payload: body ?? text,
      answer: error ?? 'ok',
      ack_ms: Math.round(performance.now() - began),
      ok: error === undefined,
      ...(error !== undefined && { error }),
    });
    answerText(response, error === undefined ? 200 : (STATUS[error] ?? 400), error ?? 'ok');
  } finally {
    end();
  }
}

/** Posts what was sent; answers Slack's word when it cannot. */
function post(core: Core, service: string, secret: string, body: unknown): string | undefined {
  const channel = [...core.state.channels.values()].find(({ id }) => serviceOf(id) === service);
  if (!channel || !hasWebhooks(core)) return 'no_service';
  if (secretOf(core, channel.id) !== secret) return 'invalid_token';
  if (!isObject(body)) return 'invalid_payload';
  if (objectsOf(body.attachments).length > MOST_ATTACHMENTS) return 'too_many_attachments';
  if (channel.is_archived) return 'channel_is_archived';
  try {
    const { thread_ts } = body;
    respondIn(core, channel, core.state.bot.user_id, { response_type: 'in_channel', thread_ts }, readResponse(body));
    return undefined;
  } catch (error) {
    if (error instanceof MethodError) return error.message;
    throw error;
  }
}

function serviceOf(channel: string): string {
  return `B${idFrom(`webhook of ${channel}`)}`;
}

/** Follows from the app's own secret, so that nothing needs to be kept and nobody can guess it. */
function secretOf({ state: { credentials } }: Core, channel: string): string {
  const digest = createHmac('sha256', credentials.signingSecret).update(`webhook of ${channel}`).digest('base64');
  return digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 24);
}
