/** What the house's commands are called on Slack, which keeps some names for itself; checked before anything starts. */
import { COMMAND_NAME_MAX, commandNameFault } from '@tiaoli/block-kit';
import type { CommandNaming } from '../locales/naming.ts';

/** The one command through which every other can be reached: `/tiaoli leave …`. */
export const ENTRY = '/tiaoli';

/** What is called otherwise on Slack where nothing else is set; a built-in name without one is reached by the entry. */
const DEFAULTS: CommandNaming = { '/leave': '/askleave', '/me': '/my' };

export interface WantedNames {
  /** Before the name of every command but the entry; '' for none. */
  prefix: string;
  /** As it is set: `leave=qingjia,me=wo`. */
  names: string;
}

/** What can be wrong with a name, each with the facts its sentence needs; commands are named without their slash. */
export interface NameFaults {
  prefix: { prefix: string };
  notAPair: { part: string };
  unknown: { command: string; commands: readonly string[] };
  twice: { command: string };
  builtIn: { name: string; command: string };
  form: { name: string; most: number };
  taken: { name: string; first: string; second: string };
}

/** A fault of a setting; its sentence stands in the words of the start. */
export type NameFault = {
  [K in keyof NameFaults]: { setting: 'COMMAND_PREFIX' | 'COMMAND_NAMES'; code: K; facts: NameFaults[K] };
}[keyof NameFaults];

/** One sentence for each fault. */
export type NameSentences = { [K in keyof NameFaults]: (facts: NameFaults[K]) => string };

/**
 * The name of each command (with its slash, as the entry's) where the bot runs on Slack: one that can be registered, or
 * the entry and the command's own name. All faults at once otherwise.
 */
export function namingOnSlack(
  commands: readonly string[],
  wanted: WantedNames = { prefix: '', names: '' },
): { naming: CommandNaming } | { faults: NameFault[] } {
  const all = [ENTRY, ...commands];
  const { given, faults } = givenNames(all, wanted.names);
  if (wanted.prefix !== '' && commandNameFault(`/${wanted.prefix}x`) === 'form')
    return { faults: [...faults, { setting: 'COMMAND_PREFIX', code: 'prefix', facts: { prefix: wanted.prefix } }] };
  const names = all.map(command => {
    const own = given.get(command);
    if (own !== undefined) return { command, name: own, setting: 'COMMAND_NAMES' } as const;
    const name = wanted.prefix === '' ? (DEFAULTS[command] ?? command) : `/${wanted.prefix}${command.slice(1)}`;
    return { command, name: command === ENTRY ? ENTRY : name, setting: 'COMMAND_PREFIX' } as const;
  });
  const entry = names[0]?.name ?? ENTRY;
  const takers = new Map<string, string>();
  const naming: Record<string, string> = {};
  for (const { command, name, setting } of names) {
    const fault = commandNameFault(name);
    const reached = fault === 'built in' && setting === 'COMMAND_PREFIX' && name === command;
    naming[command] = reached ? `${entry} ${command.slice(1)}` : name;
    if (reached) continue;
    const other = takers.get(name);
    const word = command.slice(1);
    if (fault === 'built in') faults.push({ setting, code: 'builtIn', facts: { name, command: word } });
    else if (fault === 'form') faults.push({ setting, code: 'form', facts: { name, most: COMMAND_NAME_MAX - 1 } });
    else if (other !== undefined)
      faults.push({ setting: 'COMMAND_NAMES', code: 'taken', facts: { name, first: other, second: word } });
    takers.set(name, word);
  }
  return faults.length > 0 ? { faults } : { naming };
}

/** The sentence of a fault, without its setting. */
export function nameFaultIn<K extends keyof NameFaults>(
  { code, facts }: { code: K; facts: NameFaults[K] },
  sentences: NameSentences,
): string {
  return sentences[code](facts);
}

/** The names that are registered, the entry first. */
export function registeredNames(naming: CommandNaming): string[] {
  return Object.values(naming).filter(name => !name.includes(' '));
}

function givenNames(all: readonly string[], text: string): { given: Map<string, string>; faults: NameFault[] } {
  const given = new Map<string, string>();
  const faults: NameFault[] = [];
  const setting = 'COMMAND_NAMES';
  for (const part of text.split(',').map(piece => piece.trim())) {
    if (part === '') continue;
    const [, left, right] = /^\/?([^=\s]+)\s*=\s*\/?([^=\s]+)$/.exec(part) ?? [];
    if (left === undefined || right === undefined) {
      faults.push({ setting, code: 'notAPair', facts: { part } });
      continue;
    }
    const command = `/${left}`;
    const commands = all.map(name => name.slice(1));
    if (!all.includes(command)) faults.push({ setting, code: 'unknown', facts: { command: left, commands } });
    else if (given.has(command)) faults.push({ setting, code: 'twice', facts: { command: left } });
    else given.set(command, `/${right}`);
  }
  return { given, faults };
}
