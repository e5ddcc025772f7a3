/** `/checkin`. */
import type { Command } from '../src/slack/command.ts';

export const checkin: Command = {
  name: '/checkin',
  words: 'checkin',
  async run() {
    return undefined;
  },
};
