/** Approvals as people read them: the card with its buttons or its decision, the requester's answer, reminders, loans. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import type { Delegation } from '../../domain/approval.ts';
import type { ApprovalCard, ApprovalNotices, Decision, MatterFacts } from '../../domain/notice/approval.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, header, section } from '../button.ts';
import type { Said } from '../command.ts';
import type { Drawings } from '../notice.ts';
import { leaveLine, leaveLines } from './leave.ts';
import { caseLine, caseLines } from './violation.ts';
import { wordsOf } from './words.ts';

export const APPROVE = 'approval.approve';
export const REJECT = 'approval.reject';

/** Longer reasons, which only signs written as several characters can make, are cut: a message holds 12,000 characters. */
const MOST_REASON = 8_000;
/** Of a reason in a list of many. */
const MOST_REASON_LISTED = 300;
/** Room in one message for a list of cards. */
const MOST_LISTED = { cards: 8, characters: 8_000 };

export const approvalNotices: Drawings<ApprovalNotices> = {
  'approval.card': cardMessage,
  'approval.decided'({ matter, decision }, reader) {
    const { approval: words } = reader.t;
    const by = `${whoOf(decision)}${place(decision, reader)}`;
    const text = words.toRequester[decision.state](titleOf(matter, reader), by, lineOf(matter, reader));
    const said = reasonText(decision, reader);
    return { text, blocks: said === '' ? [section(text)] : [section(text), context(said)] };
  },
  'approval.reminder'({ waiting, passedOn }, reader) {
    const { approval: words } = reader.t;
    const lines = waiting
      .slice(0, 30)
      .map(each => words.reminderLine(person(each.concernsId), words.kinds[each.kind], each.requestedOn));
    if (waiting.length > lines.length) lines.push(reader.t.common.more(waiting.length - lines.length));
    const text = words.reminder(waiting.length);
    const hint = passedOn ? words.reminderHintPassedOn : words.reminderHint;
    return { text: [text, ...lines].join('\n'), blocks: [section([text, ...lines].join('\n')), context(hint)] };
  },
  'approval.lent'(loan, reader) {
    return { text: reader.t.approval.lentToYou(person(loan.principalId), loanDays(loan, reader)) };
  },
  'approval.loanEnded'(loan, reader) {
    return { text: reader.t.approval.loanEnded(person(loan.principalId)) };
  },
};

/** The card of one matter: facts, then buttons for whoever may decide it now, or who decided what and when. */
export function cardMessage(card: ApprovalCard, reader: Reader): Said {
  return drawn(card, reader, MOST_REASON);
}

/** Everything that waits for the reader, each with its buttons, and to whom the reader lends their authority. */
export function waitingList(cards: readonly ApprovalCard[], loan: Delegation | null, reader: Reader): Said {
  const { approval: words, common } = reader.t;
  const lent = loan === null ? [] : [words.lent(person(loan.delegateId), loanDays(loan, reader))];
  if (cards.length === 0) return { text: [words.listEmpty, ...lent].join('\n') };
  const title = `${words.listTitle} (${cards.length})`;
  const blocks: KnownBlock[] = [header(title)];
  const texts: string[] = [];
  let room = MOST_LISTED.characters;
  for (const card of cards.slice(0, MOST_LISTED.cards)) {
    const said = drawn(card, reader, MOST_REASON_LISTED);
    room -= JSON.stringify(said.blocks).length;
    if (room < 0 && texts.length > 0) break;
    texts.push(said.text);
    blocks.push(...(said.blocks ?? []), { type: 'divider' });
  }
  const left = cards.length - texts.length;
  const notes = [...(left > 0 ? [common.more(left)] : []), ...lent];
  if (notes.length > 0) blocks.push(context(notes.join('\n')));
  return { text: [title, ...texts, ...notes].join('\n'), blocks };
}

/** What takes the place of that list after a decision in it: what was decided, and what still waits. */
export function restOfList(
  decided: ApprovalCard,
  cards: readonly ApprovalCard[],
  loan: Delegation | null,
  reader: Reader,
): Said {
  const done = `${doneText(decided, reader)} ${lineOf(decided.matter, reader)}`;
  const { text, blocks = [section(text)] } = waitingList(cards, loan, reader);
  return { text: `${done}\n${text}`, blocks: [section(done), ...blocks], replaces: true };
}

/** '2026-12-01 (Tue) – 2026-12-05 (Sat)', or one day. */
export function loanDays({ from, to }: Pick<Delegation, 'from' | 'to'>, reader: Reader): string {
  return from === to ? day(from, reader) : `${day(from, reader)} – ${day(to, reader)}`;
}

/** What the two buttons of a matter are called. */
export function verdictWords(
  { matter, authority }: ApprovalCard,
  { t: { approval: words } }: Reader,
): [string, string] {
  if (matter.kind === 'appeal') return [words.reverse, words.keep];
  if (matter.kind !== 'case') return [words.approve, words.reject];
  return [isRecommendation({ matter, authority }) ? words.recommend : words.uphold, words.dismiss];
}

/** Whether approving the case now recommends it to the president (8.4). */
export function isRecommendation({ matter, authority }: Pick<ApprovalCard, 'matter' | 'authority'>): boolean {
  return matter.kind === 'case' && authority === 'leader' && matter.case.goesOn;
}

/** What the decision came to, for whoever took it. */
export function doneText(card: ApprovalCard, { t: { approval: words } }: Reader): string {
  return words.done[deedOf(card)][card.decision?.state === 'approved' ? 'approved' : 'rejected'];
}

function drawn(card: ApprovalCard, reader: Reader, mostReason: number): Said {
  const { approval: words } = reader.t;
  const { matter, onBehalfOf, escalated, decision, mine } = card;
  const [named, when] = [titleOf(matter, reader), moment(card.requestedAt, reader)];
  // A case is named by whom it is about; who filed it, perhaps the bot, stands in its lines.
  const title =
    matter.kind === 'case'
      ? words.asksAbout(person(card.concernsId), named, when)
      : words.asks(person(card.requesterId), named, when);
  const blocks: KnownBlock[] = [section(title), ...factsOf(matter, reader, mostReason)];
  const text = words.cardText(title, lineOf(matter, reader));
  if (decision !== null) {
    const decided = decisionText(card, decision, reader);
    return { text: `${text} — ${decided}`, blocks: [...blocks, context(decided)] };
  }
  const notes = [
    onBehalfOf === null ? '' : words.onBehalfOf(person(onBehalfOf)),
    escalated ? words.escalated : '',
    mine ? '' : words.notYours,
  ].filter(note => note !== '');
  if (notes.length > 0) blocks.push(context(notes.join(' · ')));
  if (mine) {
    const [yes, no] = verdictWords(card, reader);
    const approve = button(APPROVE, yes, card.token, { style: 'primary' });
    // One list holds several cards, and a block's name may stand only once in a message.
    blocks.push(actions(`approval.deed:${card.token}`, approve, button(REJECT, no, card.token, { style: 'danger' })));
  }
  return { text, blocks };
}

function factsOf(matter: MatterFacts, reader: Reader, mostReason: number): SectionBlock[] {
  const lines =
    'leave' in matter ? leaveLines(matter.leave, reader, mostReason) : caseLines(matter.case, reader, mostReason);
  return chunks(lines.split('\n'), 2_900).map(section);
}

/** Kinds whose decisions are called differently. */
type Deed = 'leave' | 'case' | 'recommendation' | 'appeal';

function deedOf({ matter, authority }: Pick<ApprovalCard, 'matter' | 'authority'>): Deed {
  if (matter.kind === 'appeal') return 'appeal';
  if (matter.kind !== 'case') return 'leave';
  return authority === 'leader' && matter.case.recommendedBy !== null ? 'recommendation' : 'case';
}

function decisionText(card: ApprovalCard, decision: Decision, reader: Reader): string {
  const { approval: words } = reader.t;
  const { state } = decision;
  const deed = state === 'withdrawn' ? words.withdrawn : words.deeds[deedOf(card)][state];
  const mark = { approved: ':white_check_mark:', rejected: ':no_entry:', withdrawn: ':leftwards_arrow_with_hook:' };
  const by = `${whoOf(decision)}${place(decision, reader)}`;
  const text = `${mark[state]} ${words.decidedBy(by, moment(decision.at, reader), deed)}`;
  const reason = reasonText(decision, reader);
  return reason === '' ? text : `${text}\n${reason}`;
}

function whoOf({ by }: Decision): string {
  return by === null ? '–' : person(by);
}

function place({ onBehalfOf }: Decision, { t: { approval: words } }: Reader): string {
  return onBehalfOf === null ? '' : words.forWhom(person(onBehalfOf));
}

function reasonText({ reason }: Decision, reader: Reader): string {
  const { approval: words } = reader.t;
  return reason === null || reason === '' ? '' : words.because(clip(wordsOf(reason, reader), 2_500));
}

/** What kind of matter it is. */
export function titleOf(matter: MatterFacts, { t: { approval: words } }: Reader): string {
  const trip = 'leave' in matter && matter.leave.kind === 'trip';
  if (trip) return matter.kind === 'leave' ? words.titles.trip : words.titles.tripCancellation;
  return words.titles[matter.kind];
}

/** The matter in one line. */
export function lineOf(matter: MatterFacts, reader: Reader): string {
  return 'leave' in matter ? leaveLine(matter.leave, reader) : caseLine(matter.case, reader);
}
