/** English: my own record. */
import type { CommandWords } from '../../locales/command.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const commands = {
  me: {
    summary: 'My leave, punches, cases, notices and pending requests',
    called: ['me', 'my', 'my record'],
    usages: [{ line: '/me', does: 'my whole record, for my eyes only' }],
  },
} satisfies Record<string, CommandWords>;

export const words: typeof chinese = {
  title: day => `My record · ${day}`,
  posts: posts => `Post: ${posts}`,
  leader: who => `Led by ${who}`,
  empty: 'No leave, punches, meetings or violations yet.',
  tips: 'Leave `/leave` · trip `/trip` · punch `/checkin` · meetings `/meeting` · calendar `/calendar` · all commands `/help`',
  onlyYou: 'Only you see this.',
  welcome: 'Hello!',
  noPost: givers =>
    `You hold no post yet, so there is nothing here. Ask ${givers} to type \`/post @you presales\` with your name and post; everything works at once.`,
  noPostYet:
    'You hold no post yet, so there is nothing here. Ask the administrator to set the first leader of the department.',
};
