/** `/calendar`. */
import type { Command } from '../src/slack/command.ts';

export const calendar: Command = {
  name: '/calendar',
  words: 'calendar',
  async run() {
    return undefined;
  },
};
