/** English: my own record. */
import type { CommandWords } from '../command.ts';

export const commands = {
  me: {
    summary: 'My leave, punches, cases, notices and pending requests',
    usages: [{ line: '/me', does: 'my whole record, for my eyes only' }],
  },
} satisfies Record<string, CommandWords>;
