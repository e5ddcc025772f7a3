/** English: approvals. */
import type { ApprovalKind, ApprovalRefusals } from '../../domain/approval.ts';
import type { Post } from '../../domain/post.ts';
import type { CommandWords, RefusalWords } from '../command.ts';
import type { words as chinese } from '../zh-CN/approval.ts';
import { postNames } from './post.ts';

const states = { approved: 'approved', rejected: 'rejected', withdrawn: 'withdrawn' };

export const commands = {
  approvals: {
    summary: 'What waits for my decision; lend my authority for some days',
    usages: [
      { line: '/approvals', does: 'everything that waits for my decision' },
      {
        line: '/approvals delegate @deputy 2026-12-01 2026-12-05',
        does: 'lend my authority for these days; I stay accountable',
      },
      { line: '/approvals delegate end', does: 'take it back' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<ApprovalRefusals> = {
  'approval.gone': () => 'This approval is no longer there. `/approvals` shows what waits for you.',
  'approval.decided': ({ state, by, at }) =>
    `This was already ${states[state]} by ${by === null ? 'the system' : `<@${by}>`} on ${at}; there is nothing left to do.`,
  'approval.own': () => 'Nobody decides on their own matter; somebody else with the authority has to.',
  'approval.ownDelegate': ({ principalId }) =>
    `Your authority is lent by <@${principalId}> and cannot be used on their own matter.`,
  'approval.subordinate': ({ concernsId }) => `<@${concernsId}> leads you, so this is not yours to decide.`,
  'approval.notYours': ({ needs }) => `This is decided by the ${orList(needs)}; you do not have that authority now.`,
  'approval.reasonMissing': () => 'Please give a reason for rejecting; the other person will read it.',
  'delegation.self': () =>
    'You cannot lend your authority to yourself. Name a colleague, for example `/approvals delegate @deputy 2026-12-01 2026-12-05`.',
  'delegation.nothingToLend': () =>
    'You have no authority to lend. Only the president, manager, deputy, assistant and supervisor decide.',
  'delegation.badSpan': ({ from, to, latest }) =>
    `Those days do not work (${from} to ${to}). From today until ${latest} at the latest, the end not before the start, for example \`/approvals delegate @deputy 2026-12-01 2026-12-05\`.`,
  'delegation.badLine': () =>
    'I did not understand that. Type `/approvals`, `/approvals delegate @deputy 2026-12-01 2026-12-05` or `/approvals delegate end`.',
  'delegation.none': () => 'You have not lent your authority to anybody.',
};

const kinds: Record<ApprovalKind, string> = {
  leave: 'leave',
  cancellation: 'cancelled leave',
  case: 'violation case',
  appeal: 'appeal',
};

export const words: typeof chinese = {
  kinds,
  titles: {
    leave: 'leave request',
    trip: 'business trip request',
    cancellation: 'request to cancel leave',
    case: 'violation case',
    appeal: 'appeal',
  },
  asks: (who, title, when) => `${who}: ${title} (${when})`,
  asksAbout: (who, title, when) => `${title}: ${who} (${when})`,
  about: who => `Concerns ${who}`,
  approve: 'Approve',
  reject: 'Reject',
  uphold: 'Uphold',
  dismiss: 'Dismiss',
  recommend: 'Recommend to president',
  reverse: 'Reverse the decision',
  keep: 'Keep the decision',
  onBehalfOf: who => `You decide in the place of ${who}`,
  escalated: 'Nobody decided for two working days, so it was passed on',
  rejectTitle: 'Reason',
  rejectLabel: 'Reason',
  rejectHint: 'The person who asked will read this.',
  decidedBy: {
    approved: (who, when) => `:white_check_mark: Approved by ${who}, ${when}`,
    rejected: (who, when) => `:no_entry: Rejected by ${who}, ${when}`,
    withdrawn: (who, when) => `:leftwards_arrow_with_hook: Withdrawn by ${who}, ${when}`,
  },
  forWhom: who => ` (for ${who})`,
  because: reason => `Reason: ${reason}`,
  done: {
    approved: 'Approved; they have been told.',
    rejected: 'Rejected; they have been told.',
  },
  toRequester: {
    approved: (what, who) => `:white_check_mark: Your ${what} was approved by ${who}`,
    rejected: (what, who) => `:no_entry: Your ${what} was rejected by ${who}`,
    withdrawn: (what, who) => `Your ${what} was withdrawn by ${who}`,
  },
  reminder: count => `:bell: ${count === 1 ? 'One matter waits' : `${count} matters wait`} for your decision:`,
  reminderLine: (who, kind, date) => `• ${who}: ${kind}, since ${date}`,
  reminderHint: 'Type `/approvals` to decide. If nobody does within another working day it goes to the next authority.',
  listTitle: 'Waiting for your decision',
  listEmpty: 'Nothing waits for your decision.',
  delegated: (who, from, to) =>
    `${who} decides in your place from ${from} to ${to}. You stay accountable and can take it back at any time.`,
  delegationEnded: 'Your authority is yours alone again.',
};

function orList(posts: readonly Post[]): string {
  const names = posts.map(post => postNames[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
