/** `/post`. */
import type { Command } from '../src/slack/command.ts';

export const post: Command = {
  name: '/post',
  words: 'post',
  async run() {
    return undefined;
  },
};
