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

/** A fault of a setting, in a sentence with what would be right. */
export interface NameFault {
  setting: 'COMMAND_PREFIX' | 'COMMAND_NAMES';
  message: string;
}

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
    return { faults: [...faults, prefixFault(wanted.prefix)] };
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
    if (fault === 'built in') faults.push({ setting, message: builtIn(name, command) });
    else if (fault === 'form') faults.push({ setting, message: badForm(name) });
    else if (other !== undefined) faults.push({ setting: 'COMMAND_NAMES', message: taken(name, other, command) });
    takers.set(name, command);
  }
  return faults.length > 0 ? { faults } : { naming };
}

/** The names that are registered, the entry first. */
export function registeredNames(naming: CommandNaming): string[] {
  return Object.values(naming).filter(name => !name.includes(' '));
}

function givenNames(all: readonly string[], text: string): { given: Map<string, string>; faults: NameFault[] } {
  const given = new Map<string, string>();
  const faults: NameFault[] = [];
  const fault = (message: string) => faults.push({ setting: 'COMMAND_NAMES', message });
  for (const part of text.split(',').map(piece => piece.trim())) {
    if (part === '') continue;
    const [, left, right] = /^\/?([^=\s]+)\s*=\s*\/?([^=\s]+)$/.exec(part) ?? [];
    const command = `/${left}`;
    if (left === undefined || right === undefined)
      fault(`"${part}" must be a command and its name on Slack, such as leave=qingjia`);
    else if (!all.includes(command))
      fault(`"${left}" is none of the commands; they are ${all.map(name => name.slice(1)).join(', ')}`);
    else if (given.has(command)) fault(`"${left}" is given two names; leave one of them out`);
    else given.set(command, `/${right}`);
  }
  return { given, faults };
}

function prefixFault(prefix: string): NameFault {
  const message = `"${prefix}" must be lower-case letters, digits and hyphens, such as hr-`;
  return { setting: 'COMMAND_PREFIX', message };
}

function builtIn(name: string, command: string): string {
  return `${name} is a command of Slack's own; choose another, such as ${command.slice(1)}=ask${command.slice(1)}`;
}

function badForm(name: string): string {
  return `${name} must be lower-case letters, digits and hyphens, at most ${COMMAND_NAME_MAX - 1} after the slash, such as /qingjia`;
}

function taken(name: string, first: string, second: string): string {
  return `${name} would name both ${first.slice(1)} and ${second.slice(1)}; give one of them another name`;
}
