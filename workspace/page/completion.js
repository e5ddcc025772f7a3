/**
 * What the composer offers while one types (commands, people, channels, emoji), and what a typed line is.
 * @import { Channel, Command, Completion, Person } from './completion.d.ts'
 */

/**
 * What the word at the caret asks for; null when it is an ordinary word.
 * @param {string} text
 * @param {number} caret
 * @returns {Completion | null}
 */
export function completionAt(text, caret) {
  const before = text.slice(0, caret);
  const command = /^\/[^\s]*$/.exec(before);
  if (command) return { kind: 'command', query: before.slice(1), start: 0, end: caret };
  const word = /(^|[\s(（，。、：])([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
  const emoji = /(?:^|[\s(（，。、：]):([a-z+_-][a-z0-9+_-]+)$/i.exec(before);
  if (emoji) return { kind: 'emoji', query: emoji[1] ?? '', start: caret - (emoji[1]?.length ?? 0) - 1, end: caret };
  if (!word) return null;
  const query = word[3] ?? '';
  return { kind: word[2] === '@' ? 'person' : 'channel', query, start: caret - query.length - 1, end: caret };
}

/**
 * The commands that start with the query, then those that contain it.
 * @param {Command[]} commands
 * @param {string} query
 */
export function offeredCommands(commands, query) {
  return ranked(commands, query, item => [item.command.slice(1), `${item.on_slack ?? ''} ${item.description}`]);
}

/**
 * @param {Person[]} people
 * @param {string} query
 */
export function offeredPeople(people, query) {
  return ranked(
    people.filter(person => !person.deleted),
    query,
    item => [item.name, item.display_name ?? '', item.real_name].filter(Boolean),
  );
}

/**
 * @param {Channel[]} channels
 * @param {string} query
 */
export function offeredChannels(channels, query) {
  return ranked(
    channels.filter(channel => !channel.is_im),
    query,
    item => [item.name],
  );
}

/**
 * The text with the word at the caret replaced and a space after it, and where the caret goes.
 * @param {string} text
 * @param {Completion} at
 * @param {string} replacement
 */
export function complete(text, at, replacement) {
  const rest = text.slice(at.end).replace(/^ /, '');
  const head = `${text.slice(0, at.start)}${replacement} `;
  return { text: head + rest, caret: head.length };
}

/**
 * The slash command a line is, or null when it is a message.
 * @param {string} text
 */
export function asCommand(text) {
  const match = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text.trim());
  return match ? { command: match[1] ?? '', text: (match[2] ?? '').trim() } : null;
}

/**
 * The command whose arguments are being typed, to show its usage.
 * @param {Command[]} commands
 * @param {string} text
 */
export function usageOf(commands, text) {
  const typed = /^(\/\S+)\s/.exec(text)?.[1];
  /** @param {Command} item */
  const isTyped = item => item.command === typed || item.on_slack === typed;
  return typed === undefined ? null : (commands.find(isTyped) ?? null);
}

/**
 * @template T
 * @param {T[]} items
 * @param {string} query
 * @param {(item: T) => string[]} words
 * @returns {T[]}
 */
function ranked(items, query, words) {
  const wanted = query.toLowerCase();
  const scored = items.map(item => {
    const texts = words(item).map(text => text.toLowerCase());
    // What is typed whole is meant, whatever else begins so.
    if (texts[0] === wanted) return { item, score: -1 };
    if (texts.some(text => text.startsWith(wanted))) return { item, score: 0 };
    return { item, score: texts.some(text => text.includes(wanted)) ? 1 : 2 };
  });
  return scored
    .filter(({ score }) => score < 2)
    .sort((a, b) => a.score - b.score)
    .map(({ item }) => item);
}
