/** Reads what people write to the bot without a slash: which command they mean, if any. Pure. */
import { halfWidth } from '../kernel/halfWidth.ts';
import type { CommandWords } from '../locales/command.ts';

/** A command and the words it is called by, in every language, in small letters. */
export interface Spoken {
  /** Its name in the house, with the slash. */
  command: string;
  called: readonly string[];
  /** Words that call it and are the beginning of its line. */
  lines: readonly string[];
  /** Words that speak of it in a sentence, and begin no line. */
  about: readonly string[];
}

/** The command by the names that can be typed for it and its words in each language. */
export function spokenAs(command: string, names: readonly string[], words: readonly CommandWords[]): Spoken {
  return {
    command,
    called: [...names, ...words.flatMap(({ called }) => called)],
    lines: words.flatMap(({ lines }) => lines ?? []),
    about: words.flatMap(({ about }) => about ?? []),
  };
}

export type Heard =
  /** The line begins with a command; the rest is what would be typed after it. */
  | { what: 'line'; command: string; text: string }
  /** The line speaks of these, the first named first. */
  | { what: 'mentioned'; commands: string[] }
  /** None of them; the likeliest, at most three. */
  | { what: 'unknown'; commands: string[] };

const MOST_LIKELY = 3;
/** After a Chinese word of a command, without a space, these begin what belongs to it: a date, a number, a person. */
const ARGUMENT = /^(?:\d|今|明|后|昨|前|大|下|上|本|周|星期|<@|@)/u;
const CHINESE = /\p{Script=Han}/u;

/** What the line asks for. */
export function heard(text: string, vocabulary: readonly Spoken[]): Heard {
  const line = text.trim().replace(/^[/／]/u, '');
  const readable = halfWidth(line).toLowerCase();
  const words = vocabulary
    .flatMap(({ command, called, lines, about }) => [
      ...called.map(word => ({ command, word, as: 'name' })),
      ...lines.map(word => ({ command, word, as: 'line' })),
      ...about.map(word => ({ command, word, as: 'subject' })),
    ])
    .sort((a, b) => b.word.length - a.word.length);
  for (const { command, word, as } of words) {
    if (as === 'subject' || !readable.startsWith(word)) continue;
    const rest = line.slice(word.length);
    const apart = rest === '' || /^[\s,，:：。.!！?？、]/u.test(rest);
    if (apart || (CHINESE.test(word) && word.length > 1 && ARGUMENT.test(halfWidth(rest))))
      return {
        what: 'line',
        command,
        text: `${as === 'line' ? `${word} ` : ''}${rest.replace(/^[\s,，:：。.!！、]+/u, '')}`.trimEnd(),
      };
  }
  const spoken = words
    .map(({ command, word }) => ({ command, at: standsAt(readable, word) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const commands = [...new Set(spoken.map(({ command }) => command))].slice(0, MOST_LIKELY);
  return commands.length > 0
    ? { what: 'mentioned', commands }
    : { what: 'unknown', commands: likeliest(line, vocabulary) };
}

/** The commands whose words are most like one of the text, the likeliest first; those alike keep their order. */
export function likeliest(text: string, vocabulary: readonly Spoken[]): string[] {
  const readable = halfWidth(text).toLowerCase();
  const latin = readable.match(/[a-z]+/g) ?? [];
  const score = ({ called, lines }: Spoken) =>
    Math.max(
      ...[...called, ...lines].map(word =>
        CHINESE.test(word)
          ? [...word].filter(sign => readable.includes(sign)).length / word.length
          : Math.max(0, ...latin.map(other => likeness(word, other))),
      ),
    );
  return vocabulary
    .map(spoken => ({ command: spoken.command, score: score(spoken) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_LIKELY)
    .map(({ command }) => command);
}

/** Where a word stands in a sentence by itself, or -1. Very short ones (我, me) are in most sentences and say nothing. */
function standsAt(text: string, word: string): number {
  if (CHINESE.test(word)) return word.length > 1 ? text.indexOf(word) : -1;
  return word.length > 2 ? text.search(new RegExp(`(?<![a-z])${word}(?![a-z])`)) : -1;
}

/** From 0 to 1: by how many letters one becomes the other. */
function likeness(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const now = [i + 1];
    for (const [j, with_] of [...other].entries())
      now.push(Math.min((before[j + 1] ?? 0) + 1, (now[j] ?? 0) + 1, (before[j] ?? 0) + (letter === with_ ? 0 : 1)));
    before = now;
  }
  return 1 - (before[other.length] ?? 0) / Math.max(one.length, other.length);
}
