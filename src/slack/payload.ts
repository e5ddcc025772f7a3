/**
 * The forms in which Slack delivers what people do, of which only what is read here or by Bolt is asked for. What has
 * another form is refused before anything reads it: Bolt answers it with a fault, or leaves it unanswered for 3 s.
 */
import { z } from 'zod';

/** How a delivery is wrapped in Socket Mode. */
export type Envelope = 'events_api' | 'interactive' | 'slash_commands';

const text = z.string().nullish();
const id = z.string().min(1);
const thing = z.looseObject({});
const never = z.never().optional();

const chosen = z.looseObject({ value: z.string() });
/** What stands in an input, or was pressed. */
const input = z.looseObject({
  value: text,
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_date: text,
  selected_time: text,
  selected_date_time: z.number().nullish(),
  selected_user: text,
  selected_users: z.array(z.string()).nullish(),
  selected_channel: text,
  selected_conversation: text,
  files: z.array(z.looseObject({ id: z.string().regex(/^\S+$/), name: text })).nullish(),
});
const state = z.looseObject({ values: named(named(input)).nullish() }).nullish();

/** An object of any keys, but for the one that would be its prototype. */
function named(each: z.ZodType): z.ZodType {
  const isNamed = (value: object) =>
    Object.entries(value).every(([key, inner]) => key !== '__proto__' && each.safeParse(inner).success);
  return z.custom(value => typeof value === 'object' && value !== null && !Array.isArray(value) && isNamed(value));
}

const person = z.looseObject({
  id,
  name: text,
  real_name: text,
  locale: text,
  tz: text,
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  team_id: text,
  // A time that is none says nothing about the order; it makes no nonsense of the rest.
  updated: z.unknown(),
  enterprise_user: z.looseObject({ teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.looseObject({ real_name: text, display_name: text }).nullish(),
});

const said = { text, bot_id: text, thread_ts: text, user: id.optional(), channel: id };
/** Events that are read; of others Bolt looks for the channel and the person. */
const EVENTS = new Map<string, z.ZodType>([
  ['app_home_opened', z.looseObject({ user: id, tab: text })],
  ['app_mention', z.looseObject(said)],
  [
    'message',
    z
      .looseObject({ ...said, subtype: text, channel_type: text })
      // What a person wrote to the bot was written by somebody.
      .refine(
        ({ subtype, bot_id, channel_type, user }) =>
          subtype !== undefined || bot_id !== undefined || channel_type !== 'im' || user !== undefined,
      ),
  ],
  ['user_change', z.looseObject({ user: person })],
]);

/** The names under which the library of Socket Mode tells itself things; each event is told under its type. */
const TAKEN = new Set([
  ...['connecting', 'connected', 'reconnecting', 'disconnecting', 'disconnected', 'authenticated'],
  ...['error', 'close', 'ws_message', 'slack_event', 'outgoing_message'],
]);

const event = z
  .looseObject({
    type: id.refine(type => !TAKEN.has(type)),
    channel: z.union([z.string(), thing]).optional(),
    user: z.union([z.string(), thing]).optional(),
    item: thing.optional(),
    subteam: thing.optional(),
  })
  .refine(told => EVENTS.get(told.type)?.safeParse(told).success !== false);

const eventCallback = z.looseObject({
  type: z.literal('event_callback'),
  event_id: id,
  team_id: text,
  api_app_id: text,
  authorizations: z.array(thing).nullish(),
  event,
});

const view = { id: z.string(), hash: z.string(), private_metadata: z.string(), state };
const interaction = {
  user: z.looseObject({ id }),
  team: z.looseObject({ id: text }).nullish(),
  enterprise: thing.nullish(),
  channel: z.looseObject({ id: text }).optional(),
  api_app_id: text,
  trigger_id: text,
  response_url: text,
  response_urls: z.array(z.looseObject({ response_url: text })).optional(),
  // By these Bolt would take it for something else.
  event: never,
  command: never,
  name: never,
};
const callback = { callback_id: z.string() };
const INTERACTIONS = z.discriminatedUnion('type', [
  z.looseObject({
    ...interaction,
    type: z.literal('block_actions'),
    actions: z.array(input.extend({ action_id: id, block_id: text, action_ts: text })).min(1),
    container: z.looseObject({ message_ts: text, view_id: text, is_ephemeral: z.boolean().nullish() }).nullish(),
    view: z.looseObject({ ...view, type: z.string() }).optional(),
  }),
  z.looseObject({
    ...interaction,
    type: z.literal('view_submission'),
    actions: never,
    view: z.looseObject({
      ...view,
      ...callback,
      app_installed_team_id: text,
      blocks: z.array(z.looseObject({ type: z.string(), block_id: text })),
    }),
  }),
  z.looseObject({
    ...interaction,
    type: z.literal('view_closed'),
    actions: never,
    view: z.looseObject({ ...callback, app_installed_team_id: text }),
  }),
  z.looseObject({
    ...interaction,
    type: z.literal('block_suggestion'),
    action_id: id,
    block_id: text,
    value: z.string(),
    view: z.looseObject({ state }).nullish(),
  }),
  z.looseObject({ ...interaction, ...callback, type: z.literal('shortcut'), actions: never }),
  z.looseObject({
    ...interaction,
    ...callback,
    type: z.literal('message_action'),
    actions: never,
    message_ts: text,
    message: z.looseObject({ ts: text, user: text, bot_id: text, text }).nullish(),
  }),
]);

const command = z.looseObject({
  command: id,
  text,
  user_id: id,
  team_id: text,
  api_app_id: text,
  channel_id: z.string(),
  trigger_id: id,
  response_url: text,
  event: never,
});

const FORMS: Record<Envelope, z.ZodType> = {
  events_api: eventCallback,
  interactive: INTERACTIONS,
  slash_commands: command,
};

/** Whether it has the form in which Slack delivers what comes in that envelope. */
export function isPayload(envelope: Envelope, value: unknown): boolean {
  return FORMS[envelope].safeParse(value).success;
}

const handshake = z.looseObject({ type: z.literal('url_verification'), challenge: id });
const limited = z.looseObject({ type: z.literal('app_rate_limited') });

/** What a JSON body over HTTP is: something to take, news that asks for nothing, or neither. */
export function bodyIs(value: unknown): 'taken' | 'news' | 'nonsense' {
  if (limited.safeParse(value).success) return 'news';
  return isPayload('events_api', value) || handshake.safeParse(value).success ? 'taken' : 'nonsense';
}
