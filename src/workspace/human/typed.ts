/** What becomes of typed text on its way to the app: escaped, and with names turned into links. */
import type { Core } from '../core.ts';
import type { Person } from '../records.ts';
import { findChannel, findPerson } from './who.ts';

/** Text as Slack stores it: the three characters with a meaning replaced. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `@name` of someone in the team becomes `<@id>`; `#name` of a channel the writer sees becomes `<#id|name>`. */
export function linkNames(core: Core, writer: Person, text: string, withName = false): string {
  const people = text.replace(AT, (whole, before: string, name: string) => {
    const { person, rest } = longest(name, part => findPerson(core, part));
    if (!person) return whole;
    return `${before}<@${person.id}${withName ? `|${person.name}` : ''}>${rest}`;
  });
  return people.replace(HASH, (whole, before: string, name: string) => {
    const { person: channel, rest } = longest(name, part => findChannel(core, writer, `#${part}`));
    return channel ? `${before}<#${channel.id}|${channel.name}>${rest}` : whole;
  });
}

const AT = /(^|[\s(（，。、：:])@([\p{L}\p{N}._-]+)/gu;
const HASH = /(^|[\s(（，。、：:])#([\p{L}\p{N}._-]+)/gu;

/** The whole word if it is a name, else without the punctuation at its end. */
function longest<T>(word: string, find: (part: string) => T | undefined): { person: T | undefined; rest: string } {
  const trimmed = word.replace(/[._-]+$/, '');
  for (const part of [word, trimmed]) {
    const person = find(part);
    if (person) return { person, rest: word.slice(part.length) };
  }
  return { person: undefined, rest: '' };
}
