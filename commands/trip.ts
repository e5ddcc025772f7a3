/** `/trip`. */
import type { Command } from '../src/slack/command.ts';

export const trip: Command = {
  name: '/trip',
  words: 'trip',
  async run() {
    return undefined;
  },
};
