/** Where a person acts: the message or the view they see, its elements, and the values chosen there so far. */
import type { Core } from '../core/core.ts';
import { payloadChannelName, responseUrl, viewPayload } from '../core/delivery/payload.ts';
import { mayPersonSee, wireFile } from '../core/file/file.ts';
import { asObject, isYes, type JsonObject } from '../core/json.ts';
import { wireMessage } from '../core/message/message.ts';
import type { Channel, Message, Person } from '../core/records.ts';
import { flatBlocks, type Placed, placedElements } from '../core/view/elements.ts';
import { type Choices, type Plain, stateValue, ValueError } from '../core/view/values.ts';
import { startingValues, type Values, type View } from '../core/view/views.ts';
import { HumanError } from './human.ts';
import { channelOf, findChannel, findPerson, messageOf } from './who.ts';

/** The surface a person acts on. */
export interface Surface {
  blocks: JsonObject[];
  values: Values;
  /** The view, when it is one. */
  view?: View;
  message?: Message;
  channel?: Channel;
  /** The part of an interaction's payload that tells where it happened, of something done to this element. */
  payload(placed: Placed): JsonObject;
}

/** The surface the fields name: `view_id` for a view, else `channel` and `ts` for a message. Throws a sentence when they see no such thing. */
export function surfaceOf(
  core: Core,
  person: Person,
  fields: { view_id?: string | undefined; channel?: string | undefined; ts?: string | undefined },
): Surface {
  if (fields.view_id !== undefined) return viewSurface(viewOf(core, person, fields.view_id));
  if (fields.channel === undefined || fields.ts === undefined)
    throw new HumanError('invalid_arguments', 'Say where: either view_id, or channel and ts.');
  const channel = channelOf(core, person, fields.channel);
  return messageSurface(core, person, channel, messageOf(core, person, channel, fields.ts));
}

/** The modal on top of the person's stack, or their Home, by id. */
export function viewOf(core: Core, person: Person, id: string): View {
  const top = core.views.top(person.id);
  const home = core.state.homes.get(person.id) as View | undefined;
  const view = [top, home].find(held => held?.id === id);
  if (!view) throw new HumanError('view_not_found', `${person.id} has no view ${id} before them.`);
  return view;
}

/** The element the person acts on; `value` picks among several with the same action_id. */
export function elementOf(surface: Surface, action_id: string, block_id?: string, value?: string): Placed {
  const all = placedElements(surface.blocks).filter(
    placed => placed.action_id === action_id && (block_id === undefined || placed.block_id === block_id),
  );
  const chosen = value === undefined || all.length === 1 ? all[0] : all.find(({ element }) => element.value === value);
  if (!chosen)
    throw new HumanError('action_not_found', `There is nothing with the action_id "${action_id}" to act on.`);
  return chosen;
}

/** What an element may be set to by this person. */
function choicesFor(core: Core, person: Person, placed: Placed): Choices {
  return {
    offered: core.offered.get(offerKey(person, placed)) ?? [],
    person: text => findPerson(core, text)?.id,
    channel(text) {
      const channel = findChannel(core, person, text);
      return channel && isOffered(core, channel, placed) ? channel.id : undefined;
    },
    file(id) {
      const file = core.state.files.get(id);
      return file && !file.deleted && mayPersonSee(core, person, file) ? wireFile(core, file) : undefined;
    },
  };
}

/** Whether a menu offers this channel: public ones in a channels select, in a conversations select what its filter lets through. */
function isOffered(core: Core, channel: Channel, { type, element }: Placed): boolean {
  if (type.endsWith('channels_select')) return channel.kind === 'channel';
  const { include, exclude_bot_users } = asObject(element.filter);
  const words = { channel: 'public', group: 'private', im: 'im', mpim: 'mpim' };
  if (Array.isArray(include) && !include.includes(words[channel.kind])) return false;
  return !(isYes(exclude_bot_users) && channel.kind === 'im' && channel.members.includes(core.state.bot.user_id));
}

/** The key under which an external select's last offer to a person is kept. */
export function offerKey(person: Person, placed: Placed): string {
  return [person.id, placed.block_id, placed.action_id].join(' ');
}

/** A plain value in Slack's shape; turns what cannot be into HTTP 400. */
export function valueFor(core: Core, person: Person, placed: Placed, plain: Plain): JsonObject {
  try {
    return stateValue(placed.element, plain, choicesFor(core, person, placed));
  } catch (error) {
    if (error instanceof ValueError) throw new HumanError('invalid_value', `${placed.action_id}: ${error.message}`);
    throw error;
  }
}

/** Sets the value of a stateful element on its surface. */
export function keepValue(surface: Surface, placed: Placed, value: JsonObject): void {
  surface.values[placed.block_id] = { ...surface.values[placed.block_id], [placed.action_id]: value };
}

function viewSurface(view: View): Surface {
  const container = { type: 'view', view_id: view.id };
  return {
    blocks: view.blocks,
    values: view.state.values,
    view,
    payload: () => ({ container, view: viewPayload(view) }),
  };
}

function messageSurface(core: Core, person: Person, channel: Channel, message: Message): Surface {
  const blocks = [
    ...(message.blocks ?? []),
    ...(message.attachments ?? []).flatMap(({ blocks: inner }) => list(inner)),
  ];
  const key = [person.id, channel.id, message.ts].join(' ');
  const values = startingValues(blocks, core.messageValues.get(key) ?? {}, channel.id);
  core.messageValues.set(key, values);
  const ephemeral = message.ephemeral_to !== undefined;
  const { ts, thread_ts } = message;
  const place = { channel: channel.id, user: person.id, source: { ts, ephemeral }, ...(thread_ts && { thread_ts }) };
  return {
    blocks,
    values,
    message,
    channel,
    payload: placed => ({
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel.id,
        is_ephemeral: ephemeral,
        ...(thread_ts && { thread_ts }),
        ...inAttachment(message, placed),
      },
      channel: { id: channel.id, name: payloadChannelName(channel) },
      ...(!ephemeral && { message: wireMessage(core, message) }),
      state: { values: structuredClone(values) },
      response_url: responseUrl(core, 'actions', place),
    }),
  };
}

/** What else is told of where an element is that stands in an attachment. */
function inAttachment({ blocks = [], attachments = [] }: Message, { block_id }: Placed): JsonObject {
  const stands = (among: JsonObject[]): boolean => flatBlocks(among).some(block => block.block_id === block_id);
  const attachment = stands(blocks) ? undefined : attachments.find(({ blocks: inner }) => stands(list(inner)));
  return attachment ? { type: 'message_attachment', attachment_id: attachment.id, is_app_unfurl: false } : {};
}

function list(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value : [];
}
