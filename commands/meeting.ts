/** `/meeting`. */
import type { Command } from '../src/slack/command.ts';

export const meeting: Command = {
  name: '/meeting',
  words: 'meeting',
  async run() {
    return undefined;
  },
};
