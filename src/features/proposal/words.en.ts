/** English: what the bot proposes and those in charge decide. */
import type { DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { severalOf } from '../../member/words.en.ts';
import type { Ended, ProposalRefusals } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

const number = (id: number) => `No. ${id}`;
const proposals = (count: number) => `${count} ${count === 1 ? 'proposal' : 'proposals'}`;

export const duties: Record<string, DutyWords> = {
  'proposal.list': { missed: 'the list of proposals', ahead: 'List of proposals' },
};

const first: Record<Ended['state'], (who: string, at: string, caseId: number | null) => string> = {
  filed: (who, at, caseId) => `${who} filed it on ${at}${caseId === null ? '' : ` as ${number(caseId)}`}.`,
  excused: (who, at) => `${who} excused it on ${at}.`,
  dropped: (who, at) => `${who} dropped it on ${at}.`,
  lapsed: (_who, at) => `Nobody decided it, so it lapsed on ${at}.`,
  gone: who =>
    who === ''
      ? 'Things have changed since, and this is no longer so.'
      : `${who} switched the article off, so nothing is proposed by it now.`,
};

export const refusals: RefusalWords<ProposalRefusals> = {
  'proposal.notFound': () => 'There is no such proposal. `/violation proposals` shows what waits.',
  'proposal.over': ({ state, by, at, caseId }) => first[state](by === null ? '' : `<@${by}>`, at, caseId),
  'proposal.notInCharge': ({ needs }) =>
    `${severalOf(needs)} decide proposals. \`/violation list\` shows your own violations.`,
  'proposal.reasonMissing': () => 'Please say why it is excused, for example: out on a delivery, could not punch.',
  'proposal.reasonUnused': ({ verdict }) =>
    `Only an excuse takes a reason; to ${verdict === 'file' ? 'file' : 'choose “Not again”'}, leave it empty.`,
  'proposal.amountUnused': ({ verdict }) =>
    `Only filing takes an amount; to ${verdict === 'excuse' ? 'excuse' : 'choose “Not again”'}, leave it empty.`,
  'proposal.reasonTooLong': ({ length, limit }) =>
    `A reason has at most ${limit} characters; this has ${length}. Please shorten it.`,
  'proposal.noneChosen': () => 'Please tick at least one.',
  'proposal.badPage': ({ text, pages }) =>
    `There is no page “${quoted(text)}”; the last one is \`/violation proposals ${pages}\`.`,
  'proposal.noneWaiting': () => 'No proposal waits for you any more.',
};

export const words: typeof chinese = {
  title: (day, waiting) => (waiting === 0 ? `List of proposals · ${day}` : `${proposals(waiting)} to decide · ${day}`),
  askedTitle: (waiting, page, pages) =>
    `${proposals(waiting)} to decide${pages > 1 ? ` · page ${page} of ${pages}` : ''}`,
  empty: 'No proposal waits for you.',
  left: count => `${count} more: \`/violation proposals\`.`,
  lapsedTitle: 'Nobody decided these, so they lapse today:',
  followed: day => `What is still undecided stands in the list of ${day}.`,
  hint: '“File” goes by the article, “Excuse” asks for a reason, “Drop” is about this one alone.',
  quiet: 'Until one is filed, the person hears nothing of it.',
  since: day => `waiting since ${day}`,
  known: 'Known: ',
  file: 'File',
  excuse: 'Excuse',
  drop: 'Drop this one',
  dropShort: 'Drop',
  fileTitle: 'File it by the article?',
  dropTitle: 'Drop this one?',
  several: 'Decide several…',
  back: '‹ Back',
  on: 'Next ›',
  inPlaceOf: who => ` (for ${who})`,
  number,
  ended: {
    filed: (who, when, which) => `:white_check_mark: Filed by ${who}, ${when}: ${which}`,
    excused: (who, when) => `:white_check_mark: Excused by ${who}, ${when}`,
    dropped: (who, when) => `:white_check_mark: Dropped by ${who}, ${when}`,
    lapsed: (_who, when) => `:hourglass: Nobody decided; lapsed ${when}`,
    gone: (who, when) =>
      who === ''
        ? `:leftwards_arrow_with_hook: No longer so since ${when}`
        : `:leftwards_arrow_with_hook: ${who} switched the article off on ${when}`,
  },
  reason: text => `Reason: ${text}`,
  severalTitle: 'Decide several',
  verdictLabel: 'What becomes of them',
  verdicts: {
    file: 'File: goes by the article',
    excuse: 'Excuse: with a reason',
    drop: 'Drop: only those ticked',
  },
  reasonLabel: 'Why it is excused',
  reasonHint: 'Kept on record; the person is not told.',
  reasonHintSeveral: 'Only where you excuse. Kept on record; the person is not told.',
  amountLabel: 'Amount (yuan)',
  amountHint: 'Only where the article leaves it open; empty means on record without a fine.',
  noFine: 'no fine',
  sure: {
    file: count => (count === 1 ? 'File this one:' : `File these ${count}:`),
    excuse: count => (count === 1 ? 'Excuse this one:' : `Excuse these ${count}:`),
    drop: count => (count === 1 ? 'Drop this one:' : `Drop these ${count}:`),
  },
  done: {
    file: count => `Filed: ${count}.`,
    excuse: count => `Excused: ${count}.`,
    drop: count => `Dropped: ${count}.`,
  },
};

/** So many of what is erased. */
export const erased = {
  proposals: (count: number) => `${count} ${count === 1 ? 'reason' : 'reasons'} why something was excused`,
};
