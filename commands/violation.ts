/** `/violation`. */
import type { Command } from '../src/slack/command.ts';

export const violation: Command = {
  name: '/violation',
  words: 'violation',
  async run() {
    return undefined;
  },
};
