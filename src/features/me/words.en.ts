/** English: my own record. */
import type { CommandWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { PreferenceRefusals } from '../../member/preference.ts';
import type { OwnLineRefusals } from './line.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const commands = {
  me: {
    summary: 'My leave, punches, cases, notices and pending requests',
    called: ['me', 'my', 'my record'],
    usages: [
      { line: '/me', does: 'my whole record, for my eyes only' },
      { line: '/me settings', does: 'which messages reach me: reminders, quiet hours' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<PreferenceRefusals & OwnLineRefusals> = {
  'preference.halfQuiet': ({ missing }) =>
    `Quiet hours need ${missing === 'to' ? 'an end' : 'a beginning'} as well, for example 22:00 to 07:30. Clear both times for none.`,
  'preference.noLength': ({ time }) => `Beginning and end are both ${time}. Write for example 22:00 to 07:30.`,
  'me.badLine': ({ text }) =>
    `I did not understand “${quoted(text)}”. \`/me\` alone shows your record, \`/me settings\` sets which messages reach you.`,
};

export const words: typeof chinese = {
  title: day => `My record · ${day}`,
  posts: posts => `Post: ${posts}`,
  leader: who => `Led by ${who}`,
  empty: 'No leave, punches, meetings or violations yet.',
  tips: 'Leave `/leave` · trip `/trip` · punch `/checkin` · meetings `/meeting` · calendar `/calendar` · all commands `/help`',
  onlyYou: 'Only you see this.',
  welcome: 'Hello!',
  noPost: givers =>
    `You hold no post yet, so there is nothing here. Ask ${givers} to type \`/post ⟦@me⟧ presales\` with your post; everything works at once.`,
  preferenceTitle: 'My messages',
  reminders: 'Reminders',
  remindersOn: 'On',
  remindersOff: 'Off',
  remindersHint: 'A punch still to come, punches missed that day, a handover not answered.',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  quietHint: 'No reminders come between these times, every day. What is still of use comes after them.',
  alwaysTold: 'Approvals, decisions, cases and papers reach you at any time.',
  preferenceSaved: 'Saved; from now on:',
  remindersAre: on => `Reminders: ${on ? 'on' : 'off'}`,
  quietAre: (from, to) => `Quiet hours: ${from} to ${to}`,
  noQuiet: 'Quiet hours: none',
  noPostYet:
    'You hold no post yet, so there is nothing here. Ask the administrator to set the first leader of the department.',
};
