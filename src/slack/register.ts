/** All handlers by what they answer to; a declaration that collides with another stops the start. */
import { type CommandNaming, calledIn, houseNames } from '../locales/naming.ts';
import type { Command } from './command.ts';
import { ENTRY } from './commandNames.ts';

export interface Register {
  /** By what is typed, with the slash. */
  commands: ReadonlyMap<string, Command>;
  /** What is typed to reach every command by its name in the house. */
  entries: ReadonlySet<string>;
  buttons: ReadonlyMap<string, NonNullable<Command['buttons']>[string]>;
  modals: ReadonlyMap<string, NonNullable<Command['modals']>[string]>;
  shortcuts: ReadonlyMap<string, NonNullable<Command['shortcuts']>[string]>;
  options: ReadonlyMap<string, NonNullable<Command['options']>[string]>;
}

/**
 * Commands are found under their names by each naming, and under the house's; where two disagree about a name, the first
 * has it. Throws a sentence naming the first thing declared twice.
 */
export function registerOf(commands: readonly Command[], namings: readonly CommandNaming[] = []): Register {
  return {
    commands: typed(
      unique(
        'command',
        commands.map(command => [command.name, command]),
      ),
      namings,
    ),
    entries: new Set([...namings, houseNames].map(naming => calledIn(naming, ENTRY))),
    buttons: unique(
      'button',
      commands.flatMap(({ buttons }) => Object.entries(buttons ?? {})),
    ),
    modals: unique(
      'modal',
      commands.flatMap(({ modals }) => Object.entries(modals ?? {})),
    ),
    shortcuts: unique(
      'shortcut',
      commands.flatMap(({ shortcuts }) => Object.entries(shortcuts ?? {})),
    ),
    options: unique(
      'options',
      commands.flatMap(({ options }) => Object.entries(options ?? {})),
    ),
  };
}

function typed(
  commands: ReadonlyMap<string, Command>,
  namings: readonly CommandNaming[],
): ReadonlyMap<string, Command> {
  const found = new Map<string, Command>();
  for (const naming of [...namings, houseNames])
    for (const [name, command] of commands) {
      const called = calledIn(naming, name);
      // One that is reached through the entry has no name of its own.
      if (!called.includes(' ') && !found.has(called)) found.set(called, command);
    }
  return found;
}

function unique<T>(kind: string, entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [id, handler] of entries) {
    if (map.has(id)) throw new Error(`Two commands declare the ${kind} ${id}; ids must be unique.`);
    map.set(id, handler);
  }
  return map;
}
