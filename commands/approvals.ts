/** `/approvals`. */
import type { Command } from '../src/slack/command.ts';

export const approvals: Command = {
  name: '/approvals',
  words: 'approvals',
  async run() {
    return undefined;
  },
};
