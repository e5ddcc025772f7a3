/** `/human/command`: a person types a slash command. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { payloadChannelName, responseUrl } from '../core/delivery/payload.ts';
import { readResponse, respondIn } from '../core/door/response-url.ts';
import { APP_ID } from '../core/identity.ts';
import { asText, isObject, type JsonObject } from '../core/json.ts';
import { post, postAsApp } from '../core/message/message.ts';
import { MethodError } from '../core/methods/method.ts';
import type { Channel, Message, Person } from '../core/records.ts';
import type { ResponsePlace } from '../core/view/tickets.ts';
import { type HumanCall, humanCall } from './human.ts';
import { refuse } from './refusal.ts';
import { linkNames } from './typed.ts';
import { named, personOf, writableChannelOf } from './who.ts';

const fields = z.object({
  user: named,
  channel: named,
  command: z.string().trim().min(1).max(32),
  text: z.string().max(100_000).default(''),
});

export const commandCalls: HumanCall[] = [
  humanCall('POST', '/human/command', fields, async (core, { user, channel: where, command: typed, text }) => {
    const person = personOf(core, user);
    const channel = writableChannelOf(core, person, where);
    refuse(channel.is_archived ? 'is_archived' : undefined);
    const command = typed.startsWith('/') ? typed : `/${typed}`;
    const declared = core.profile.commands?.find(held => held.command === command || held.on_slack === command);
    // Commands belong to the team that installed the app; who comes from another one does not have them.
    if ((core.profile.commands && !declared) || person.is_stranger)
      return failed(core, channel, person, 'unknown_command', `${command} is not a valid command.`);
    const place: ResponsePlace = { channel: channel.id, user: person.id };
    const sent = declared?.should_escape ? linkNames(core, person, text, true) : text;
    const payload = commandPayload(core, person, channel, command, sent.trim(), place);
    const { ok, ack_ms, body, error } = await core.deliverer.deliver({
      envelope: 'slash_commands',
      type: 'slash_commands',
      payload,
    });
    if (!ok) return failed(core, channel, person, error ?? 'dispatch_failed', failureWords(command, error));
    return { ok: true, ack_ms, ...inline(core, channel, person, `${command} ${text}`.trim(), body) };
  }),
];

/** The words Slack shows when a command could not be delivered or was not acknowledged. */
function failureWords(command: string, error: string | undefined): string {
  return `${command} failed with the error "${error ?? 'dispatch_failed'}"`;
}

function commandPayload(
  core: Core,
  person: Person,
  channel: Channel,
  command: string,
  text: string,
  place: ResponsePlace,
): JsonObject {
  const { team, credentials } = core.state;
  return {
    token: credentials.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: payloadChannelName(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: responseUrl(core, 'commands', place),
    trigger_id: core.tickets.issueTrigger({ user: person.id, channel: channel.id }),
  };
}

/** Shows what the acknowledgement said, as Slack does: to the person alone unless it says `in_channel`. */
function inline(
  core: Core,
  channel: Channel,
  person: Person,
  typed: string,
  body: unknown,
): { ok?: false; response?: object; error?: string; text?: string } {
  const answer = isObject(body) ? body : { text: asText(body) };
  const inChannel = answer.response_type === 'in_channel';
  if (inChannel) say(core, channel, person, typed);
  if (Object.keys(answer).length === 0 || ((answer.text ?? '') === '' && !answer.blocks && !answer.attachments))
    return {};
  try {
    const shown = respondIn(core, channel, person.id, answer, readResponse(answer));
    const response_type = inChannel ? 'in_channel' : 'ephemeral';
    return { response: { text: shown.text, blocks: shown.blocks ?? [], response_type } };
  } catch (error) {
    if (!(error instanceof MethodError)) throw error;
    const text = failureWords(typed.split(' ')[0] ?? '', error.message);
    postAsApp(core, channel, { text }, person.id);
    return { ok: false, error: error.message, text };
  }
}

/** In a public answer the command itself is shown too. */
function say(core: Core, channel: Channel, person: Person, text: string): Message {
  return post(core, channel, { channel: channel.id, ts: core.state.stamps.next(), user: person.id, text });
}

function failed(core: Core, channel: Channel, person: Person, error: string, text: string): object {
  postAsApp(core, channel, { text, username: 'Slackbot' }, person.id);
  return { ok: false, error, text };
}
