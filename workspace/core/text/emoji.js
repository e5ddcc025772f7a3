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
 * The character of an emoji in a rich text: the one its code points make, else the one its name stands for.
 * @param {string} name
 * @param {string} unicode
 */
export function emojiOf(name, unicode) {
  const points = unicode.split('-').map(part => Number.parseInt(part, 16));
  return points.every(point => point >= 0 && point <= 0x10ffff)
    ? String.fromCodePoint(...points)
    : emojiCharacter(name);
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
 * What to offer someone who typed the beginning of a name after a colon: the emoji called just so, then names that begin so,
 * then names that contain it.
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
  const whole = begins
    .filter(({ emoji }) => emoji.names.includes(wanted))
    .map(({ emoji }) => ({ emoji, name: wanted }));
  return [...whole, ...named.filter(({ emoji }) => !emoji.names.includes(wanted)), ...others]
    .slice(0, most)
    .map(({ emoji, name }) => ({ name, character: emoji.character }));
}

/** Characters that are signs of writing until they ask to be pictures: digits, arrows, shapes and their like. */
const SIGN =
  /^[#*\d\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u24c2\u25a0-\u25fc\u2640\u2642\u2714\u2716\u2934\u2935\u2b05-\u2b07\u3030\u303d]$/u;
const TONES = [2, 3, 4, 5, 6];

/** How each character is written by name, skin tones included. */
const BY_CHARACTER = new Map(
  EMOJI.flatMap(({ character, names: [name = ''], toned: takesTone }) => [
    [character, `:${name}:`],
    ...(takesTone ? TONES.map(tone => [toned(character, tone), `:${name}::skin-tone-${tone}:`]) : []),
  ]).map(([character = '', name]) => [character.replaceAll('\uFE0F', ''), name]),
);

/**
 * The text with emoji written as short names between colons, as Slack passes them on.
 * @param {string} text
 */
export function withEmojiNames(text) {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return text.replace(/[^\p{L}\p{Nd}\s]+|\u2139\uFE0F|[#*\d]\uFE0F?\u20E3/gu, run =>
    [...graphemes.segment(run)]
      .map(({ segment }) =>
        SIGN.test(segment) ? segment : (BY_CHARACTER.get(segment.replaceAll('\uFE0F', '')) ?? segment),
      )
      .join(''),
  );
}
