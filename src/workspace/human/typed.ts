/** What becomes of typed text on its way to the app: escaped, names and web addresses turned into links, emoji into their names. */
import type { Core } from '../core.ts';
import { groupOf } from '../groups.ts';
import { withEmojiNames } from '../page/emoji.js';
import type { Person } from '../records.ts';
import { findChannel, findPerson } from './who.ts';

/** Where nothing typed is a name or a command to everyone: code, and web addresses, which become links. */
const LITERAL =
  /(`[^`\n]+`|\bhttps?:\/\/(?:(?!&[lg]t;)[^\s<>|，。；：！？、）】》」])*(?!&[lg]t;)[^\s<>|，。；：！？、）】》」.,;:!?)'"\]])/;

/** `@here`, `@channel` and `@everyone` as words of their own. */
const EVERYONE = /(?<![\w.+&/<|-])@(here|channel|everyone)\b/g;

/** A typed message as Slack stores and passes it on: escaped, names and web addresses as links, emoji by their names. */
export function typedMessage(core: Core, writer: Person, text: string): string {
  return escapeText(text)
    .split(LITERAL)
    .map((part, index) => {
      if (index % 2 === 1) return part.startsWith('`') ? part : `<${part}>`;
      return withEmojiNames(linkNames(core, writer, part)).replace(EVERYONE, '<!$1>');
    })
    .join('');
}

/** Text as Slack stores it: the three characters with a meaning replaced. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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

/** Names after the sign, the longest that is known; not inside addresses, and never a part of a longer Latin word. */
function replaceNames(text: string, sign: '@' | '#', link: (name: string) => string | undefined): string {
  return text.replace(
    new RegExp(`(?<![\\w.+&/<|-]|&lt;)${sign}([\\p{L}\\p{N}._-]{1,80})`, 'gu'),
    (whole, word: string) => {
      for (let end = word.length; end > 0; end -= 1) {
        const [name, rest] = [word.slice(0, end), word.slice(end)];
        // "presales12" is not presales1 and a 2; but what follows in Chinese script needs no space.
        const found = /^[A-Za-z0-9_]/.test(rest) ? undefined : link(name);
        if (found) return found + rest;
      }
      return whole;
    },
  );
}
