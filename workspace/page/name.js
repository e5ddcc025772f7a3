/**
 * How people and channels are named on the page.
 * @import { Channel } from './completion.d.ts'
 * @import { Language } from './time.d.ts'
 */

const HAN = /\p{Script=Han}/u;

/**
 * One half of a bilingual "中文 · English" name; any other text whole.
 * @param {string} text
 * @param {Language} language
 */
export function inLanguage(text, language) {
  const halves = text.split(' · ');
  const [chinese = '', english = ''] = halves;
  if (halves.length !== 2 || !HAN.test(chinese) || HAN.test(english)) return text;
  return language === 'zh' ? chinese : english;
}

/**
 * One or two characters for an avatar: the first letter (two for two words), and the number a name ends with.
 * @param {string} name
 */
export function initialsOf(name) {
  const number = /([0-9]|[一二三四五六七八九十])$/u.exec(name.trim())?.[1] ?? '';
  if (HAN.test(name)) return `${/\p{Script=Han}/u.exec(name)?.[0] ?? ''}${number}`;
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word));
  const letters = words.map(word => [...word][0] ?? '').join('');
  return `${letters.slice(0, number === '' ? 2 : 1)}${number}`.toUpperCase() || '?';
}

/**
 * A colour number from 0 to 9 that always belongs to the same id.
 * @param {string} id
 */
export function hueOf(id) {
  let sum = 7;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % 10;
}

/**
 * The name of a conversation: "#channel", or the names of the others in it.
 * @param {Channel} channel
 * @param {(id: string) => string} nameOf
 */
export function channelTitle(channel, nameOf) {
  if (channel.is_im) return nameOf(channel.user ?? channel.name);
  if (channel.is_mpim) return (channel.others ?? []).map(nameOf).join(', ');
  return `${channel.is_private ? '🔒' : '#'}${channel.name}`;
}

/**
 * A name for a channel as one types it: what Slack takes for no part of one becomes small, or a hyphen.
 * @param {string} text
 */
export function asChannelName(text) {
  return text.replace(/^#/, '').toLowerCase().replace(/[\s.]/g, '-');
}
