/** The words know the commands by the house's names; where one is called otherwise, the sentences say what can be typed. */

/** What people type for a command, by its name in the house, both with the slash; what is not in it keeps its name. */
export type CommandNaming = Readonly<Record<string, string>>;

/** Commands under their names in the house. */
export const houseNames: CommandNaming = {};

/** What people type for the command. */
export function calledIn(naming: CommandNaming, command: string): string {
  return Object.hasOwn(naming, command) ? (naming[command] ?? command) : command;
}

/**
 * The words with every command they write themselves under the name people type. What a sentence is made from stays as it
 * is, as people may have typed it; only a command handed over as such (alone, or as `command` of the parameters) is named.
 */
export function named<Words>(words: Words, naming: CommandNaming): Words {
  const changed = Object.keys(naming).filter(command => naming[command] !== command);
  if (changed.length === 0) return words;
  const longestFirst = changed.map(command => command.slice(1)).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![A-Za-z0-9/.:<-])/(?:${longestFirst.join('|')})(?![A-Za-z0-9/-])`, 'g');
  const inText = (text: string) => text.replace(pattern, command => calledIn(naming, command));

  /** `kept` is what stands for the slash in what was handed over. */
  function said(value: unknown, kept?: string): unknown {
    if (typeof value === 'string') return kept === undefined ? inText(value) : inText(value).replaceAll(kept, '/');
    if (typeof value === 'function')
      return (...parts: unknown[]) => {
        const sign = standIn(parts);
        const given = parts.map(part => (isCommand(part) ? part : withSlashesAs(sign, part)));
        return said((value as (...parts: unknown[]) => unknown)(...given), sign);
      };
    return eachOf(value, part => said(part, kept));
  }
  const isCommand = (part: unknown) => typeof part === 'string' && Object.hasOwn(naming, part);
  return said(words) as Words;
}

/** Put in place of a slash while a sentence is made: a sign that is printed, as unseen ones are taken out of quotations. */
const STAND_INS = [...'⧸⧹⟋⟍╱╲⫽⫻'];

/** The first sign that is in nothing handed over. */
function standIn(parts: readonly unknown[]): string {
  const all = JSON.stringify(parts) ?? '';
  return STAND_INS.find(sign => !all.includes(sign)) ?? '⧸';
}

function withSlashesAs(sign: string, part: unknown): unknown {
  if (typeof part === 'string') return part.replaceAll('/', sign);
  return eachOf(part, (inner, key) => (key === 'command' ? inner : withSlashesAs(sign, inner)));
}

/** The same list or plain object of other parts; anything else (a date, a number) as it is. */
function eachOf(value: unknown, change: (part: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part, at) => change(part, String(at)));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part, key)]));
}
