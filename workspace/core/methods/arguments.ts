/** Reads the arguments methods share: channels, people, paging, blocks. */

import { asText, isObject, type JsonObject, objectsOf } from '../json.ts';
import { hasApp } from '../message/message.ts';
import type { Channel, Person } from '../records.ts';
import { type Call, invalidArguments, MethodError } from './method.ts';
import { isOutOfSight } from './sight.ts';

/** A text argument; empty when absent. */
export function textArgument(call: Call, name: string): string {
  return asText(call.args[name]);
}

/** A text argument without which the method does nothing. */
export function requiredText(call: Call, name: string): string {
  const value = textArgument(call, name);
  if (value === '') throw invalidArguments(`missing required field: ${name}`);
  return value;
}

/** The channel by its id: methods that do not write a new message take no names. Throws `channel_not_found`. */
export function channelArgument(call: Call, name = 'channel'): Channel {
  const channel = channelOf(call, textArgument(call, name));
  if (!channel) throw new MethodError('channel_not_found');
  return channel;
}

/** Where a new message goes: a channel by id or name, with or without '#', or a person by id. Throws `channel_not_found`. */
export function destinationArgument(call: Call, name = 'channel'): Channel {
  const channel = directArgument(call, name) ?? findChannel(call, textArgument(call, name));
  if (!channel) throw new MethodError('channel_not_found');
  return channel;
}

/** The direct message with a person whose id was given, opened as Slack does when it is written to; undefined when none was. */
export function directArgument(call: Call, name = 'channel'): Channel | undefined {
  const { state } = call.core;
  const person = state.people.get(textArgument(call, name).replace(/^@/, ''));
  if (!person) return undefined;
  if (person.is_bot) throw new MethodError('cannot_dm_bot');
  const known = state.knownDirect(person.id, state.bot.user_id);
  // Slack takes messages to who has left, where there was a conversation before.
  if (!known && (person.deleted || isOutOfSight(call.core, person))) throw new MethodError('channel_not_found');
  return known ?? state.direct(person.id, state.bot.user_id);
}

/** The person by id. Throws `user_not_found`. */
export function personArgument(call: Call, name = 'user'): Person {
  const person = call.core.state.people.get(textArgument(call, name));
  if (!person) throw new MethodError('user_not_found');
  return person;
}

/** Whether the app is in the channel. */
export function isMember(call: Call, channel: Channel): boolean {
  return hasApp(call.core, channel);
}

/** A list of blocks, or undefined when none were given. Throws `invalid_blocks_format`. */
export function blocksArgument(call: Call): JsonObject[] | undefined {
  const { blocks } = call.args;
  if (blocks === undefined || blocks === '' || blocks === null) return undefined;
  if (!Array.isArray(blocks) || !blocks.every(isObject)) throw new MethodError('invalid_blocks_format');
  return objectsOf(blocks);
}

/** One page of a list, and the cursor to the next; `limit` and `cursor` as Slack's methods take them, never more than `most`. */
export function pageOf<T>(call: Call, items: readonly T[], usual = 100, most = 1000): { page: T[]; next: string } {
  const { limit = '', cursor = '' } = call.args;
  const size = limit === '' ? usual : Number(limit);
  if (!Number.isInteger(size) || size < 0) throw new MethodError('invalid_limit');
  const from = cursor === '' ? 0 : position(asText(cursor));
  if (from > items.length) throw new MethodError('invalid_cursor');
  const to = from + Math.min(size === 0 ? usual : size, most);
  return { page: items.slice(from, to), next: to < items.length ? Buffer.from(`next:${to}`).toString('base64') : '' };
}

function position(cursor: string): number {
  const number = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (number === undefined) throw new MethodError('invalid_cursor');
  return Number(number);
}

/** The channel by id or name, if the app may know of it. */
export function findChannel(call: Call, wanted: string): Channel | undefined {
  const { channels } = call.core.state;
  const name = wanted.replace(/^#/, '');
  const named = [...channels.values()].find(held => held.name !== '' && held.name === name);
  return channelOf(call, channels.has(wanted) ? wanted : (named?.id ?? ''));
}

/** The channel by id, if the app may know of it: a private one or a conversation of others does not exist for those who are not in it. */
export function channelOf(call: Call, id: string): Channel | undefined {
  const channel = call.core.state.channels.get(id);
  return channel && (channel.kind === 'channel' || isMember(call, channel)) ? channel : undefined;
}
