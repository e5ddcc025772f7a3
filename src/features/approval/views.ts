/** Approvals as people read them: the card with its buttons or its decision, the requester's answer, reminders, loans. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { day, type MatterTelling, moment, person, type Reader } from '../../locales/reader.ts';
import type { Matter } from '../../office/matter.ts';
import { actions, button, context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { ApprovalCard, ApprovalMessages, Decision, OwnApprovals, OwnRequest } from './messages.ts';
import type { Delegation } from './rules.ts';

export const APPROVE = 'approval.approve';
export const REJECT = 'approval.reject';
export const OTHERWISE = 'approval.otherwise';
/** Begins the names of the blocks of buttons in a list; a block's name may stand only once in a message. */
const LIST = 'approval.list.';

/** Longer reasons, which only signs written as several characters can make, are cut: a message holds 12,000 characters. */
const MOST_REASON = 8_000;
/** Of the reason of a decision. */
const MOST_DECISION = 2_500;
/** Of a reason in a list of many. */
const MOST_REASON_LISTED = 300;
/** Matters in one message that only names them. */
const MOST_TOLD = 30;
/** Room in one message for a list of cards. */
const MOST_LISTED = { cards: 8, characters: 8_000 };

export const approvalDrawings: Drawings<keyof ApprovalMessages> = {
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
    const lines = waiting.slice(0, MOST_TOLD).map(({ concernsId, kind, requestedOn, expires }) => {
      const line = words.reminderLine(person(concernsId), reader.t.matters[kind].kind, requestedOn);
      return expires === null ? line : words.reminderExpires(line, moment(expires, reader));
    });
    if (waiting.length > lines.length) lines.push(reader.t.common.more(waiting.length - lines.length));
    const text = words.reminder(waiting.length);
    const hint = passedOn ? words.reminderHintPassedOn : words.reminderHint;
    return { text: [text, ...lines].join('\n'), blocks: [section([text, ...lines].join('\n')), context(hint)] };
  },
  'approval.expired'({ matters }, reader) {
    const { approval: words, common } = reader.t;
    const told = ({ concernsId, matter }: (typeof matters)[number]) =>
      words.expiredLine(person(concernsId), titleOf(matter, reader), lineOf(matter, reader));
    const lines = matters.slice(0, MOST_TOLD).map(told);
    if (matters.length > lines.length) lines.push(common.more(matters.length - lines.length));
    return { text: [words.expiredTold(matters.length), ...lines].join('\n') };
  },
  'approval.takenBack'({ matter, concernsId, by, reason }, reader) {
    const { approval: words } = reader.t;
    const what = `${titleOf(matter, reader)}${reader.t.common.comma}${lineOf(matter, reader)}`;
    const part = tellingOf(matter, reader).undone?.(matter.facts, reader) ?? null;
    const text =
      part === null
        ? words.takenBackTold(person(by), person(concernsId), what)
        : words.takenBackPart(person(by), person(concernsId), titleOf(matter, reader), part);
    const why = words.because(clip(wordsOf(reason, reader), MOST_DECISION));
    return { text, blocks: [section(text), context(why)] };
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
  const { approval: words } = reader.t;
  if (cards.length === 0) return { text: [words.listEmpty, ...lentLines(loan, reader)].join('\n') };
  const shown: ApprovalCard[] = [];
  let room = MOST_LISTED.characters;
  for (const card of cards.slice(0, MOST_LISTED.cards)) {
    room -= JSON.stringify(drawn(card, reader, MOST_REASON_LISTED).blocks).length;
    if (room < 0 && shown.length > 0) break;
    shown.push(card);
  }
  return listOf(shown, cards.length - shown.length, loan, reader);
}

/**
 * The same list after a decision in it: every row keeps its place, so that a second click on the same spot meets no other
 * person's, and what is decided says by whom and when. `left` more wait beyond it.
 */
export function listAfter(
  decided: ApprovalCard,
  rows: readonly ApprovalCard[],
  left: number,
  loan: Delegation | null,
  reader: Reader,
): Said {
  const { text, blocks = [] } = listOf(rows, left, loan, reader);
  return { text: `${doneText(decided, reader)}\n${text}`, blocks, replaces: true };
}

function listOf(rows: readonly ApprovalCard[], left: number, loan: Delegation | null, reader: Reader): Said {
  const { approval: words, common } = reader.t;
  const waiting = rows.filter(({ decision }) => decision === null).length + left;
  const title = `${words.listTitle} (${waiting})`;
  const tokens = rows.map(({ token }) => token).join(',');
  const said = rows.map((card, index) => drawn(card, reader, MOST_REASON_LISTED, `${LIST}${index}:${tokens}`));
  const notes = [...(left > 0 ? [common.more(left)] : []), ...lentLines(loan, reader)];
  const blocks: KnownBlock[] = [header(title)];
  for (const row of said) blocks.push(...(row.blocks ?? []), { type: 'divider' });
  if (notes.length > 0) blocks.push(context(notes.join('\n')));
  return { text: [title, ...said.map(row => row.text), ...notes].join('\n'), blocks };
}

/** The tokens of the rows of the list in which a button stands, in order; none where it stands on a card. */
export function rowsOf(blockId: string): string[] {
  return blockId.startsWith(LIST) ? (blockId.split(':')[1] ?? '').split(',') : [];
}

function lentLines(loan: Delegation | null, reader: Reader): string[] {
  return loan === null ? [] : [reader.t.approval.lent(person(loan.delegateId), loanDays(loan, reader))];
}

/** '2026-12-01 (Tue) – 2026-12-05 (Sat)', or one day. */
export function loanDays({ from, to }: Pick<Delegation, 'from' | 'to'>, reader: Reader): string {
  return from === to ? day(from, reader) : `${day(from, reader)} – ${day(to, reader)}`;
}

/** What the decision came to, for whoever took it, and about whom and what it was. */
export function doneText(card: ApprovalCard, reader: Reader): string {
  const { done } = verdictOf(card, card.decision?.state === 'approved' ? 'approved' : 'rejected', reader);
  return reader.t.approval.doneAbout(done, person(card.concernsId), lineOf(card.matter, reader));
}

/** How the matter's noun tells it. */
export function tellingOf({ kind }: Matter, reader: Reader): MatterTelling<Matter['facts']> {
  return reader.matters[kind] as MatterTelling<Matter['facts']>;
}

function verdictOf({ matter, authority }: ApprovalCard, state: 'approved' | 'rejected', reader: Reader) {
  return tellingOf(matter, reader).verdicts(matter.facts, authority, reader)[state];
}

/** `row`: the name of its buttons' block where it stands in a list. */
function drawn(card: ApprovalCard, reader: Reader, mostReason: number, row?: string): Said {
  const { approval: words } = reader.t;
  const { matter, onBehalfOf, escalated, decision, mine } = card;
  const [called, when] = [titleOf(matter, reader), moment(card.requestedAt, reader)];
  const told = tellingOf(matter, reader);
  const title =
    told.aboutPerson === true
      ? words.asksAbout(person(card.concernsId), called, when)
      : words.asks(person(card.requesterId), called, when);
  const blocks: KnownBlock[] = [
    section(title),
    ...chunks(told.lines(matter.facts, reader, mostReason).split('\n'), 2_900).map(section),
  ];
  const text = words.cardText(title, lineOf(matter, reader));
  if (decision !== null) {
    const decided = decisionText(card, decision, reader, mostReason);
    return { text: `${text} — ${decided}`, blocks: [...blocks, context(decided)] };
  }
  const notes = [
    onBehalfOf === null ? '' : words.onBehalfOf(person(onBehalfOf)),
    escalated ? words.escalated : '',
    mine ? '' : words.notYours,
  ].filter(note => note !== '');
  if (notes.length > 0) blocks.push(context(notes.join(' · ')));
  if (mine) {
    const named = told.buttons(matter.facts, card.authority, reader);
    const approve = button(APPROVE, named.approve, card.token, { style: 'primary' });
    const other = told.otherwise?.button(matter.facts, card.authority, reader) ?? null;
    const also = told.also?.(matter.facts, reader) ?? null;
    blocks.push(
      actions(
        row ?? `approval.deed:${card.token}`,
        approve,
        button(REJECT, named.reject, card.token, { style: 'danger' }),
        ...(other === null ? [] : [button(OTHERWISE, other, card.token)]),
        ...(also === null ? [] : [button(also.id, also.text, also.value)]),
      ),
    );
  }
  return { text, blocks };
}

function decisionText(card: ApprovalCard, decision: Decision, reader: Reader, mostReason: number): string {
  const { approval: words } = reader.t;
  const { state } = decision;
  if (state === 'expired') return words.expired(moment(decision.at, reader));
  const deed = state === 'withdrawn' ? words.withdrawn : verdictOf(card, state, reader).deed;
  if (decision.by === 'clock') return words.closedAsLeft(moment(decision.at, reader));
  const mark = {
    approved: ':white_check_mark:',
    rejected: verdictOf(card, 'rejected', reader).mark ?? ':no_entry:',
    withdrawn: ':leftwards_arrow_with_hook:',
  };
  const by = `${whoOf(decision)}${place(decision, reader)}`;
  const text = `${mark[state]} ${words.decidedBy(by, moment(decision.at, reader), deed)}`;
  const reason = reasonText(decision, reader, mostReason);
  return [text, reason, undoneText(decision, reader, mostReason)].filter(line => line !== '').join('\n');
}

function undoneText({ takenBack }: Decision, reader: Reader, most: number): string {
  if (takenBack === null) return '';
  const { approval: words } = reader.t;
  const { by, at, reason } = takenBack;
  const why = words.because(clip(wordsOf(reason, reader), Math.min(most, MOST_DECISION)));
  return `${words.takenBackBy(person(by), moment(at, reader))}\n${why}`;
}

function whoOf({ by }: Decision): string {
  return by === null ? '–' : person(by);
}

function place({ onBehalfOf }: Decision, { t: { approval: words } }: Reader): string {
  return onBehalfOf === null ? '' : words.forWhom(person(onBehalfOf));
}

function reasonText({ reason }: Decision, reader: Reader, most = MOST_DECISION): string {
  const { approval: words } = reader.t;
  return reason === null || reason === ''
    ? ''
    : words.because(clip(wordsOf(reason, reader), Math.min(most, MOST_DECISION)));
}

/** What kind of matter it is. */
export function titleOf(matter: Matter, reader: Reader): string {
  return tellingOf(matter, reader).title(matter.facts, reader);
}

/** The matter in one line. */
export function lineOf(matter: Matter, reader: Reader): string {
  return tellingOf(matter, reader).line(matter.facts, reader);
}

/** Names of those who may decide. */
const MOST_NAMES = 5;

/** What waits for the member, and what the member waits for, in their own record. */
export function ownApprovalLines({ requests, requestsLeft, waiting }: OwnApprovals, reader: Reader): string[][] {
  const { approval: words, common } = reader.t;
  const lines = requests.map(request => `• ${requestLine(request, reader)}`);
  if (requestsLeft > 0) lines.push(common.more(requestsLeft));
  return [
    waiting > 0 ? [words.own.waiting(waiting)] : [],
    lines.length > 0 ? [`*${words.own.requests}*`, ...lines] : [],
  ];
}

function requestLine({ matter, concernsId, requestedAt, deciders }: OwnRequest, reader: Reader): string {
  const { approval, common } = reader.t;
  const { own: words } = approval;
  const about = tellingOf(matter, reader).aboutPerson === true ? [person(concernsId)] : [];
  const names = common.joinNames(deciders.slice(0, MOST_NAMES).map(person));
  const decides =
    deciders.length === 0 ? words.noDecider : deciders.length === 1 ? words.decider(names) : words.deciders(names);
  const sent = words.submitted(moment(requestedAt, reader));
  return [words.request(titleOf(matter, reader)), ...about, lineOf(matter, reader), sent, decides].join(' · ');
}
