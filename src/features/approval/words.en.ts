/** English: approvals. */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Post } from '../../member/post.ts';
import { LEADERS } from '../../member/rules.ts';
import { allOf, anyOf, postNames } from '../../member/words.en.ts';
import type { ApprovalRefusals } from './rules.ts';
import type { UndoRefusals } from './undo.ts';
import type { words as chinese } from './words.zh-CN.ts';

const states = { approved: 'approved', rejected: 'rejected', withdrawn: 'withdrawn', expired: 'expired' };

export const commands = {
  approvals: {
    summary: 'What waits for my decision; let somebody decide for me for some days',
    called: ['approvals', 'approve', 'approval'],
    usages: [
      { line: '/approvals', does: 'everything that waits for my decision' },
      {
        line: '/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧',
        does: 'let somebody decide for me on these days; I stay accountable',
        who: LEADERS,
      },
      { line: '/approvals delegate end', does: 'take it back', who: LEADERS },
      {
        line: '/approvals decided',
        does: 'decisions I may take back, with a reason',
        who: LEADERS,
      },
      { line: '/approvals decided ⟦@presales⟧', does: 'those about one person', who: LEADERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<ApprovalRefusals & UndoRefusals> = {
  'undo.nothing': () => 'No decision about this stands any more, so there is nothing to take back.',
  'undo.late': ({ until }) =>
    `You could take this back until ${until}. Whoever stands above you still can: please ask them.`,
  'undo.notYours': ({ by }) => `<@${by}> decided this; only they and whoever stands above them can take it back.`,
  'undo.reasonMissing': () => 'Please give a reason; all concerned read it, for example “I pressed the wrong row.”',
  'undo.badLine': () =>
    'Type `/approvals decided`, or name one person after it⟦[, for example `/approvals decided ⟦@presales⟧`]⟧.',
  'approval.byButton': ({ deed }) =>
    deed === 'takeBack'
      ? 'To take a decision back, type `/approvals decided` and press Take back.'
      : 'Type `/approvals` to see what waits for you, and decide there by its buttons.',
  'approval.gone': () => 'This approval is no longer there. `/approvals` shows what waits for you.',
  'approval.decided': ({ accuses, state, by, at }) =>
    `This was already ${accuses && state !== 'withdrawn' ? 'decided' : states[state]} by ${by === null ? 'the system' : `<@${by}>`} on ${at}; there is nothing left to do.`,
  'approval.expired': ({ at }) =>
    `This request expired on ${at} and can no longer be decided. Whoever asked can ask again for later days.`,
  'approval.own': () => 'You cannot decide your own matter; somebody else with the authority has to.',
  'approval.ownDecision': () => 'You took the decision this appeal is against, so somebody else decides it.',
  'approval.ownDelegate': ({ principalId }) => `You decide for <@${principalId}> here, and not in their own matter.`,
  'approval.subordinate': ({ concernsId }) => `<@${concernsId}> leads you, so this is not yours to decide.`,
  'approval.notYours': ({ needs }) => `This is decided by the ${orList(needs)}; you do not have that authority now.`,
  'approval.reasonMissing': ({ accuses }) =>
    accuses
      ? 'Please give a reason; the person and whoever filed it will read it.'
      : 'Please give a reason, which the other person will read, for example “We are short of hands that day; next week would do.”',
  'delegation.self': () =>
    'You cannot delegate to yourself. Name a colleague⟦[, for example `/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧`]⟧.',
  'delegation.nothingToLend': ({ needs }) => `You have nothing to delegate. Only the ${allOf(needs)} decide.`,
  'delegation.badSpan': ({ from, to, latest }) =>
    `Those days do not work (${from} to ${to}). Begin today or later and end by ${latest}, not before the beginning⟦[, for example \`/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧\`]⟧.`,
  'delegation.badDate': ({ text }) =>
    `“${quoted(text)}” is not a day I can use. Write ⟦day 0⟧, tomorrow or friday⟦[, for example \`/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧\`]⟧.`,
  'delegation.badLine': ({ text }) =>
    `I did not understand “${quoted(text)}”. Type \`/approvals\`, \`/approvals decided\`⟦[, \`/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧\` or \`/approvals delegate end\`]⟧.`,
  'delegation.none': () =>
    'Nobody decides for you at present.⟦[ To delegate: `/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧`.]⟧',
};

export const duties: Record<string, DutyWords> = {
  'approval.loans': { missed: 'delegations beginning and ending' },
};

export const words: typeof chinese = {
  asks: (who, title, when) => `${title.charAt(0).toUpperCase()}${title.slice(1)} by ${who} (${when})`,
  asksAbout: (who, title, when) => `${title}: ${who} (asked ${when})`,
  cardText: (title, line) => `${title}: ${line}`,
  recommendTitle: 'Recommendation',
  recommendSubmit: to => `To the ${anyOf(to)}`,
  recommendLabel: () => 'Your recommendation',
  recommendHint: to => `It is beyond your authority; the ${anyOf(to)} reads this. You may leave it empty.`,
  onBehalfOf: who => `You decide in the place of ${who}`,
  escalated: 'Nobody below decided, so it was passed on',
  notYours: 'This is not yours to decide now',
  reasonLabel: 'Reason',
  reasonHint: 'The other person will read this.',
  withdrawn: 'Withdrawn',
  decidedBy: (who, when, deed) => `${deed} by ${who}, ${when}`,
  takenBackTold: (by, who, what) =>
    `:leftwards_arrow_with_hook: ${by} took a decision about ${who} back; it no longer holds: ${what}`,
  takenBackPart: (by, who, what, part) =>
    `:leftwards_arrow_with_hook: ${by} took a decision about ${who} back (${what}): ${part}`,
  takenBackBy: (by, when) => `:leftwards_arrow_with_hook: Taken back by ${by}, ${when}`,
  decidedTitle: 'Decisions you may take back',
  decidedEmpty: 'There is no decision that you may take back now.',
  decidedLine: (who, what, by, when) => `${who}: ${what}\nDecided by ${by}, ${when}`,
  takeBack: 'Take back',
  takeBackTitle: 'Take a decision back',
  takenBackDone: (who, what) => `Taken back: ${who}, ${what}. All who were told of the decision are told of this too.`,
  closedAsLeft: when => `Closed ${when}: whoever asked has left.`,
  expired: when => `:hourglass: Expired ${when}: nobody decided in time.`,
  doneAbout: (done, who, line) => `${done} ${who}: ${line}`,
  forWhom: who => ` (for ${who})`,
  because: reason => `Reason: ${reason}`,
  toRequester: {
    approved: (what, who, line) => `:white_check_mark: Your ${what} was approved by ${who}: ${line}`,
    rejected: (what, who, line) => `:no_entry: Your ${what} was rejected by ${who}: ${line}`,
    withdrawn: (what, who, line) => `Your ${what} was withdrawn by ${who}: ${line}`,
    expired: (what, _who, line) =>
      `:hourglass: Nobody decided your ${what} in time, so it has expired: ${line}. You can ask again for later days.`,
  },
  reminder: count => `:bell: ${count === 1 ? 'One matter waits' : `${count} matters wait`} for your decision:`,
  reminderLine: (who, kind, date) => `• ${who}: ${kind}, since ${date}`,
  reminderExpires: (line, when) => `${line}; it expires ${when}`,
  expiredTold: count =>
    `:hourglass: Nobody decided in time, so ${count === 1 ? 'this has' : `these ${count} have`} expired. Whoever asked has been told:`,
  expiredLine: (who, title, line) => `• ${who}: ${title}, ${line}`,
  reminderHint: 'Type `/approvals` to decide.',
  reminderHintPassedOn:
    'Type `/approvals` to decide. If nobody does within another working day, it goes to the next authority.',
  listTitle: 'Waiting for your decision',
  listEmpty: 'Nothing waits for your decision.',
  lent: (who, days) =>
    `${who} may decide for you: ${days}. You can still decide yourself. To end it: \`/approvals delegate end\``,
  toLend: (who, days) => `${who} may decide for you: ${days}. They are told; you stay accountable.`,
  delegated: (who, days) =>
    `${who} may decide for you: ${days}, and has been told. You stay accountable. To end it: \`/approvals delegate end\``,
  delegatedInstead: who => `The earlier delegation to ${who} ends with it.`,
  delegationEnded: who => `${who} no longer decides for you, and has been told.`,
  lentToYou: (who, days) =>
    `${who} lets you decide for them: ${days}. What waits for them comes to you as well, except their own matters. Each decision says that it was taken for them.`,
  loanEnded: who => `${who} ended the delegation; you no longer decide for them.`,
  own: {
    waiting: count =>
      `:inbox_tray: *${count === 1 ? 'One matter waits' : `${count} matters wait`} for your decision*; type \`/approvals\`.`,
    request: title => title.charAt(0).toUpperCase() + title.slice(1),
    requests: 'Asked for, not decided yet',
    deciders: names => `any of ${names} decides`,
    decider: name => `${name} decides`,
    noDecider: 'nobody can decide it at present',
    submitted: when => `sent ${when}`,
  },
};

function orList(posts: readonly Post[]): string {
  const names = posts.map(post => postNames[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** So many of what is erased. */
export const erased = {
  approvals: (count: number) => `${count} ${count === 1 ? 'reason of a decision' : 'reasons of decisions'}`,
};
