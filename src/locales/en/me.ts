/** English: my own record. */
import type { CommandWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/me.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'} in all`;

export const commands = {
  me: {
    summary: 'My leave, punches, cases, notices and pending requests',
    usages: [{ line: '/me', does: 'my whole record, for my eyes only' }],
  },
} satisfies Record<string, CommandWords>;

export const words: typeof chinese = {
  title: day => `My record · ${day}`,
  posts: posts => `Post: ${posts}`,
  leader: who => `Led by ${who}`,
  waiting: count =>
    `:inbox_tray: *${count === 1 ? 'One matter waits' : `${count} matters wait`} for your decision*; type \`/approvals\`.`,
  request: capital,
  requests: 'Asked for, not decided yet',
  deciders: names => `any of ${names} decides`,
  decider: name => `${name} decides`,
  noDecider: 'nobody can decide it at present',
  submitted: when => `sent ${when}`,
  leave: 'Leave and trips',
  leaveThisYear: days => `Leave approved this year: ${days}`,
  leavePending: count => `${count} waiting for approval`,
  papers: line => `:warning: Papers still to be handed in: ${line}. Then press the button in our direct messages.`,
  punchesToday: 'My punches today',
  punchesMonth: 'Punches this month',
  onTime: count => `${count} on time`,
  late: (count, sum) => `${count} late (${minutes(sum)})`,
  early: (count, sum) => `${count} early (${minutes(sum)})`,
  missing: count => `${count} missing`,
  excused: count => `${count} excused`,
  meetings: 'Meetings this month',
  times: (what, count) => `${count} ${what}`,
  cases: 'Violations',
  notices: (count, threshold) =>
    `Notices of criticism this year: ${count} (${threshold} lead to a proposal of transfer or dismissal, 8.3).`,
  casesHint: 'Details, answer or appeal: `/violation show` and the number',
  comma: ', ',
  empty: 'No leave, punches, meetings or violations yet.',
  tips: 'Leave `/leave` · trip `/trip` · punch `/checkin` · meetings `/meeting` · calendar `/calendar` · all commands `/help`',
  onlyYou: 'Only you see this.',
  welcome: 'Hello!',
  noPost: givers =>
    `You hold no post yet, so there is nothing here. Ask ${givers} to type \`/post @you presales\` with your name and post; everything works at once.`,
  noPostYet:
    'You hold no post yet, so there is nothing here. Ask the administrator to set the first leader of the department.',
};
