/** Response URLs: the app answers a command or a click later, up to five times within half an hour. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { asText, isNo, isObject, isYes, type JsonObject, objectsOf, parseJson } from '../json.ts';
import { escapeLoose, linkAddresses } from '../message/links.ts';
import { change, type Draft, identified, postAsApp, remove } from '../message/message.ts';
import { checkMessageBlocks } from '../methods/blocks.ts';
import { readMetadata } from '../methods/metadata.ts';
import { MethodError } from '../methods/method.ts';
import type { Channel, Message } from '../records.ts';
import type { Teams } from '../teams.ts';
import type { ResponsePlace } from '../view/tickets.ts';
import { answerJson, answerText, readBody } from './wire.ts';

/** Answers a POST to a response URL: "ok", or Slack's reason against it. */
export async function answerResponseUrl(
  teams: Teams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const core = teams.ofResponse(request.url ?? '') ?? teams.first;
  const at = core.traffic.now();
  const began = performance.now();
  const end = core.activity.begin();
  try {
    const { text, body } = await readPayload(request);
    const { status, error } = respond(core, request.url ?? '', body);
    core.traffic.add({
      at,
      direction: 'from_bot',
      method: 'response_url',
      payload: body ?? text,
      answer: error ? { ok: false, error } : 'ok',
      ack_ms: Math.round(performance.now() - began),
      ok: error === undefined,
      ...(error !== undefined && { error }),
    });
    if (error === undefined) answerText(response, 200, 'ok');
    else answerJson(response, status, { ok: false, error });
  } finally {
    end();
  }
}

/** What was sent: the text of it, and the JSON that is its body or the field `payload` of a form; undefined when there is none. */
export async function readPayload(request: IncomingMessage): Promise<{ text: string; body: unknown }> {
  const text = await readBody(request);
  const isForm = asText(request.headers['content-type']).includes('x-www-form-urlencoded');
  return { text, body: parseJson(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text) };
}

function respond(core: Core, path: string, body: unknown): { status: number; error?: string } {
  if (!isObject(body)) return { status: 400, error: 'invalid_payload' };
  const place = core.tickets.useResponse(path);
  if (typeof place === 'string') return { status: 404, error: place };
  const channel = core.state.channels.get(place.channel);
  if (!channel) return { status: 404, error: 'channel_not_found' };
  try {
    apply(core, place, channel, body);
    return { status: 200 };
  } catch (error) {
    if (error instanceof MethodError) return { status: error.message === 'no_text' ? 500 : 400, error: error.message };
    throw error;
  }
}

function apply(core: Core, place: ResponsePlace, channel: Channel, body: JsonObject): void {
  // Of a command there is no original: what was said through its own URL before is not one either.
  const target = core.state.message(channel.id, place.source?.ts ?? '');
  if (isYes(body.delete_original)) {
    if (target) remove(core, channel, target);
    return;
  }
  const draft = readResponse(body);
  if (isYes(body.replace_original) && target) {
    // The name and picture the original was posted under are not those of whoever answers here: the app's own take their place.
    const { blocks: _b, attachments: _a, username: _u, icon_emoji: _e, icon_url: _i, ...kept } = target;
    const shown = target.ephemeral_to === undefined ? withLinks(draft) : draft;
    change(core, channel, target, { ...kept, ...shown, ...identified(draft) });
    return;
  }
  respondIn(core, channel, place.user, body, draft, place.thread_ts);
}

/** What an app says in answer to a command or click; throws MethodError when it says nothing or breaks Block Kit's limits. */
export function readResponse(body: JsonObject): Draft {
  const blocks = objectsOf(typeof body.blocks === 'string' ? parseJson(body.blocks) : body.blocks);
  const attachments = objectsOf(body.attachments);
  const text = asText(body.text).slice(0, 40_000);
  if (blocks.length > 0) checkMessageBlocks(blocks);
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0) throw new MethodError('no_text');
  const metadata = readMetadata(body.metadata);
  return {
    text,
    ...(blocks.length > 0 && { blocks }),
    ...(attachments.length > 0 && { attachments }),
    ...(metadata && { metadata }),
    ...(isNo(body.mrkdwn) && { mrkdwn: false as const }),
  };
}

/** Posts an answer where its `response_type` says: to everyone in the channel, or to the one person alone. */
export function respondIn(
  core: Core,
  channel: Channel,
  user: string,
  body: JsonObject,
  draft: Draft,
  inThread?: string,
): Message {
  const isForAll = body.response_type === 'in_channel';
  const thread_ts = asText(body.thread_ts) || inThread;
  const said = isForAll ? { ...withLinks(draft), subtype: 'bot_message' } : draft;
  const threaded = { ...said, ...(thread_ts && { thread_ts }) };
  return postAsApp(core, channel, threaded, isForAll ? undefined : user);
}

/** As it is stored, with web addresses as links; nobody can ask for what one person alone was told, so that stays as it was given. */
function withLinks(draft: Draft): Draft {
  const text = escapeLoose(draft.text);
  return { ...draft, text: draft.mrkdwn === false ? text : linkAddresses(text) };
}
