/** `/leave`. */
import type { Command } from '../src/slack/command.ts';

export const leave: Command = {
  name: '/leave',
  words: 'leave',
  async run() {
    return undefined;
  },
};
