/** All handlers by what they answer to; a declaration that collides with another stops the start. */
import type { Command } from './command.ts';

export interface Register {
  commands: ReadonlyMap<string, Command>;
  buttons: ReadonlyMap<string, NonNullable<Command['buttons']>[string]>;
  modals: ReadonlyMap<string, NonNullable<Command['modals']>[string]>;
  options: ReadonlyMap<string, NonNullable<Command['options']>[string]>;
}

/** Throws a sentence naming the first thing declared twice. */
export function registerOf(commands: readonly Command[]): Register {
  return {
    commands: unique(
      'command',
      commands.map(command => [command.name, command]),
    ),
    buttons: unique(
      'button',
      commands.flatMap(({ buttons }) => Object.entries(buttons ?? {})),
    ),
    modals: unique(
      'modal',
      commands.flatMap(({ modals }) => Object.entries(modals ?? {})),
    ),
    options: unique(
      'options',
      commands.flatMap(({ options }) => Object.entries(options ?? {})),
    ),
  };
}

function unique<T>(kind: string, entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [id, handler] of entries) {
    if (map.has(id)) throw new Error(`Two commands declare the ${kind} ${id}; ids must be unique.`);
    map.set(id, handler);
  }
  return map;
}
