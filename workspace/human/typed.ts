/** What becomes of typed text on its way to the app (escaped, names, web and mail addresses turned into links, emoji into their names), and the way back. */
import type { Core } from '../core/core.ts';
import { groupOf } from '../core/message/groups.ts';
import { escapeText, linkAddresses, linkCalls, replaceNames } from '../core/message/links.ts';
import type { Person } from '../core/records.ts';
import { withEmojiNames } from '../core/text/emoji.js';
import { findChannel, findPerson } from './who.ts';

/** Characters a person's message may have. */
export const MOST_TYPED = 12_000;

/** A typed message as Slack stores and passes it on: escaped, names and addresses as links, emoji by their names. */
export function typedMessage(core: Core, writer: Person, text: string): string {
  return linkAddresses(escapeText(text), words => linkCalls(withEmojiNames(linkNames(core, writer, words))));
}

/** `@name` of someone in the team becomes `<@id>`, `@handle` of a user group `<!subteam^id>`; `#name` of a channel the writer sees becomes `<#id|name>`. */
export function linkNames(core: Core, writer: Person, text: string, withName = false): string {
  const people = replaceNames(text, '@', name => {
    const person = findPerson(core, name);
    if (person) return `<@${person.id}${withName ? `|${person.name}` : ''}>`;
    const group = groupOf(core, name);
    return group && `<!subteam^${group.id}${withName ? `|@${group.handle}` : ''}>`;
  });
  return replaceNames(people, '#', name => {
    const channel = findChannel(core, writer, `#${name}`);
    return channel && `<#${channel.id}|${channel.name}>`;
  });
}

/** The way back from typedMessage: what somebody who edits a message finds in the field, which read again says the same. */
export function asTyped(core: Core, text: string): string {
  const shown = text.replace(/<([^<>\n|]*)(?:\|([^<>\n]*))?>/g, (whole, target: string, label?: string) => {
    const [sign, id] = [target.slice(0, 1), target.slice(1)];
    if (sign === '@') return `@${core.state.people.get(id)?.name ?? id}`;
    if (sign === '#') return `#${core.state.channels.get(id)?.name ?? label ?? id}`;
    if (sign === '!') return `@${core.state.groups.get(id.replace('subteam^', ''))?.handle ?? id}`;
    return target.startsWith('mailto:') ? (label ?? whole) : target;
  });
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
