/**
 * Emoji by the names Slack gives them, with skin tones; a name that is none of Slack's stays text.
 * @import { Emoji } from './emoji.d.ts'
 */
import { EMOJI_TABLE } from './emoji-table.js';

const OFFERED = 12;

/** Every standard emoji, in Slack's order. @type {readonly Emoji[]} */
export const EMOJI = Object.entries(EMOJI_TABLE).flatMap(([category, line]) =>
  line.split(',').map(entry => {
    const [drawn = '', ...names] = entry.split(' ');
    const takesTone = drawn.endsWith('+');
    return { character: takesTone ? drawn.slice(0, -1) : drawn, names, category, toned: takesTone };
  }),
);

/** @type {Map<string, Emoji>} */
const BY_NAME = new Map(EMOJI.flatMap(emoji => emoji.names.map(name => [name, emoji])));

/**
 * Whether the short name (without colons) stands for a picture; it may carry a skin tone ("wave::skin-tone-3").
 * @param {string} name
 */
export function isEmoji(name) {
  return BY_NAME.has(name.replace(/::skin-tone-[2-6]$/, ''));
}

/**
 * The character for a short name; the name between colons when it is not known.
 * @param {string} name
 */
export function emojiCharacter(name) {
  const [base = '', tone] = name.split('::skin-tone-');
  const emoji = BY_NAME.get(base);
  if (!emoji) return `:${name}:`;
  return tone !== undefined && emoji.toned ? toned(emoji.character, Number(tone)) : emoji.character;
}

/**
 * Slack's way of writing the code points in a rich text ("1f44b-1f3fc").
 * @param {string} name
 */
export function emojiUnicode(name) {
  return [...emojiCharacter(name)].map(point => point.codePointAt(0)?.toString(16)).join('-');
}

/**
 * The character with a skin tone, 2 (lightest) to 6: the tone follows the first code point.
 * @param {string} character
 * @param {number} tone
 */
export function toned(character, tone) {
  const [first = '', ...rest] = character;
  if (tone < 2 || tone > 6) return character;
  return first + String.fromCodePoint(0x1f3f9 + tone) + rest.join('').replace(/^\ufe0f/, '');
}

/**
 * What to offer someone who typed the beginning of a name after a colon: names that begin so, then names that contain it.
 * @param {string} query
 */
export function offeredEmoji(query, most = OFFERED) {
  const wanted = query.toLowerCase();
  const found = EMOJI.map(emoji => ({ emoji, name: emoji.names.find(name => name.includes(wanted)) })).filter(
    /** @returns {each is { emoji: Emoji, name: string }} */ each => each.name !== undefined,
  );
  const begins = found.filter(({ emoji }) => emoji.names.some(name => name.startsWith(wanted)));
  const named = begins.map(({ emoji }) => ({ emoji, name: emoji.names.find(name => name.startsWith(wanted)) ?? '' }));
  const others = found.filter(each => !begins.includes(each));
  return [...named, ...others].slice(0, most).map(({ emoji, name }) => ({ name, character: emoji.character }));
}

/** The first short name of each character, with and without the mark that asks for a picture. */
const BY_CHARACTER = new Map(
  EMOJI.flatMap(({ character, names: [name = ''] }) => [
    [character, name],
    [character.replaceAll('\uFE0F', ''), name],
  ]),
);
// Digits and a few signs are characters of their own before they are emoji.
for (const plain of '#*0123456789©®™') BY_CHARACTER.delete(plain);
const KNOWN = new RegExp(
  `(${[...BY_CHARACTER.keys()]
    .sort((one, other) => other.length - one.length)
    .map(each => each.replace(/[*]/g, '\\$&'))
    .join('|')})\uFE0F?([\u{1F3FB}-\u{1F3FF}])?`,
  'gu',
);

/**
 * The text with emoji written as short names between colons, as Slack passes them on.
 * @param {string} text
 */
export function withEmojiNames(text) {
  return text.replace(KNOWN, (_, character, tone) => {
    const skin = tone ? `:skin-tone-${tone.codePointAt(0) - 0x1f3f9}:` : '';
    return `:${BY_CHARACTER.get(character)}:${skin}`;
  });
}
