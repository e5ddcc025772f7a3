/** Forms around proposals: the amount of one, the reason of an excuse, several at once and what that comes to. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { type AmountUnit, parseAmount } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { amountText } from '../../locales/amount.ts';
import { day, nameFor, person, type Reader, sentenceFor } from '../../locales/reader.ts';
import { context, option, plain, section, textIn, textInput } from '../../slack/button.ts';
import type { FormValues } from '../../slack/command.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { ProposalFacts } from './messages.ts';
import { type Decision, REASON_MAX, reasonIn, VERDICTS, type Verdict } from './rules.ts';
import { cost, happened, inLine, isOpenAmount, type Page } from './views.ts';

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const AMOUNT = 'proposal.amount';
export const REASON = 'proposal.reason';
export const VERDICT = 'proposal.verdict';
const PICK = 'proposal.pick';

/** The first of the inputs in which proposals are chosen. */
export const FIRST_PICK = `${PICK}.0`;

/** Slack takes at most so many boxes in one input. */
const BOXES = 10;

/** Where the button stood that opened a form: its page, and the message it can be drawn anew in; null on a card. */
export interface Behind extends Page {
  place: string | null;
}

/** What is to be decided once it is confirmed. */
export interface Wanted {
  ids: number[];
  decision: Decision;
  behind: Behind;
}

/** Asks for the open amount of one. */
export function amountForm(row: ProposalFacts, behind: Behind, reader: Reader): ModalView {
  const { proposal: words } = reader.t;
  return oneForm('proposal.fileForm', words.file, row, behind, reader, amountInput(reader));
}

/** Asks why one is excused. */
export function excuseForm(row: ProposalFacts, behind: Behind, reader: Reader): ModalView {
  const { proposal: words } = reader.t;
  return oneForm('proposal.excuseForm', words.excuse, row, behind, reader, reasonInput(reader, false));
}

/** What waits as boxes, by person, and what is to become of those chosen. */
export function severalForm(rows: readonly ProposalFacts[], left: number, behind: Behind, reader: Reader): ModalView {
  const { proposal: words, common } = reader.t;
  const verdicts = VERDICTS.map(verdict => option(words.verdicts[verdict], verdict));
  return {
    type: 'modal',
    callback_id: 'proposal.severalForm',
    private_metadata: JSON.stringify(behind),
    title: plain(words.severalTitle, 24),
    submit: plain(common.next, 24),
    close: plain(common.cancel, 24),
    blocks: [
      ...picks(rows, reader),
      ...(left > 0 ? [context(common.more(left))] : []),
      {
        type: 'input',
        block_id: VERDICT,
        label: plain(words.verdictLabel),
        element: { type: 'radio_buttons', action_id: VERDICT, options: verdicts },
      },
      reasonInput(reader, true),
      ...(rows.some(isOpenAmount) ? [amountInput(reader)] : []),
    ],
  };
}

/** What is chosen in it, or the first fault and where it stands. */
export function wantedIn(
  values: FormValues,
  behind: Behind,
  unit: AmountUnit,
): Wanted | { refusal: Refusal; at: string } {
  const chosen = Object.entries(values).flatMap(([id, value]) =>
    id.startsWith(PICK) && Array.isArray(value) ? value : [],
  );
  const ids = chosen.map(Number).filter(Number.isSafeInteger);
  if (ids.length === 0) return { refusal: refuse('proposal.noneChosen', {}), at: FIRST_PICK };
  const verdict = VERDICTS.find(each => each === textIn(values, VERDICT)) ?? 'excuse';
  if (verdict !== 'excuse' && textIn(values, REASON).trim() !== '')
    return { refusal: refuse('proposal.reasonUnused', { verdict }), at: REASON };
  if (verdict !== 'file' && textIn(values, AMOUNT).trim() !== '')
    return { refusal: refuse('proposal.amountUnused', { verdict }), at: AMOUNT };
  const decision = decisionIn(verdict, values, unit);
  return isRefusal(decision)
    ? { refusal: decision, at: verdict === 'file' ? AMOUNT : REASON }
    : { ids, decision, behind };
}

/** The decision a form says; the refusal of its amount or reason. */
export function decisionIn(verdict: Verdict, values: FormValues, unit: AmountUnit): Decision | Refusal {
  if (verdict === 'drop') return { verdict };
  if (verdict === 'excuse') {
    const reason = reasonIn(textIn(values, REASON));
    return isRefusal(reason) ? reason : { verdict, reason };
  }
  const text = textIn(values, AMOUNT).trim();
  const read = text === '' ? { fault: 'zero' as const } : parseAmount(text, unit);
  if ('fen' in read) return { verdict, amount: read.fen };
  return read.fault === 'zero' ? { verdict, amount: null } : refuse('violation.badAmount', { text, fault: read.fault });
}

/** What was chosen, once more, before it is done: people, days, articles and amounts. */
export function sureForm(rows: readonly ProposalFacts[], { decision, behind }: Wanted, reader: Reader): ModalView {
  const { proposal: words, common } = reader.t;
  const wanted: Wanted = { ids: rows.map(({ id }) => id), decision, behind };
  const lines = rows.map(row => `• ${person(row.memberId)} · ${inLine(row, reader)}${amountOf(row, decision, reader)}`);
  const said = decision.verdict === 'excuse' ? [section(words.reason(wordsOf(decision.reason, reader)))] : [];
  return {
    type: 'modal',
    callback_id: 'proposal.sureForm',
    private_metadata: JSON.stringify(wanted),
    title: plain(words.severalTitle, 24),
    submit: plain(common.confirm, 24),
    close: plain(common.cancel, 24),
    blocks: [section(`*${words.sure[decision.verdict](rows.length)}*`), ...chunks(lines, 2_900).map(section), ...said],
  };
}

/** What became of them, with why not where it could not be. */
export function decidedView(
  { done, refused }: { done: readonly number[]; refused: readonly { refusal: Refusal }[] },
  filed: readonly string[],
  verdict: Verdict,
  reader: Reader,
): ModalView {
  const { proposal: words, common } = reader.t;
  const lines = [
    ...(done.length === 0 ? [] : [words.done[verdict](done.length)]),
    ...filed,
    ...refused.map(({ refusal }) => `:warning: ${sentenceFor(refusal, reader)}`),
  ];
  return {
    type: 'modal',
    callback_id: 'proposal.decided',
    title: plain(words.severalTitle, 24),
    close: plain(common.close, 24),
    blocks: chunks(lines, 2_900).map(section),
  };
}

/** What a form carried; nothing where it is none of ours. */
export function behindOf(metadata: string): Behind & { id: number } {
  return { id: 0, ...(JSON.parse(metadata) as Behind) };
}

function oneForm(
  callbackId: string,
  title: string,
  row: ProposalFacts,
  behind: Behind,
  reader: Reader,
  input: InputBlock,
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: JSON.stringify({ id: row.id, ...behind }),
    title: plain(title, 24),
    submit: plain(title, 24),
    close: plain(reader.t.common.cancel, 24),
    blocks: [
      section(`*${person(row.memberId)}*\n${day(row.date, reader)} ${happened(row, reader)}\n${cost(row, reader)}`),
      input,
    ],
  };
}

function amountInput({ t: { proposal: words } }: Reader): InputBlock {
  return textInput({ id: AMOUNT, label: words.amountLabel, hint: words.amountHint, max: 20, optional: true });
}

function reasonInput({ t: { proposal: words } }: Reader, optional: boolean): InputBlock {
  const hint = optional ? words.reasonHintSeveral : words.reasonHint;
  return textInput({ id: REASON, label: words.reasonLabel, hint, max: REASON_MAX, multiline: true, optional });
}

function picks(rows: readonly ProposalFacts[], reader: Reader): KnownBlock[] {
  const groups: ProposalFacts[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.memberId === row.memberId && last.length < BOXES) last.push(row);
    else groups.push([row]);
  }
  return groups.map((group, at) => ({
    type: 'input',
    block_id: `${PICK}.${at}`,
    optional: true,
    label: plain(nameFor(group[0]?.name ?? '', reader), 80),
    element: {
      type: 'checkboxes',
      action_id: `${PICK}.${at}`,
      options: group.map(row =>
        option(`${day(row.date, reader)} · ${row.article}`, String(row.id), happened(row, reader)),
      ),
    },
  }));
}

function amountOf(row: ProposalFacts, decision: Decision, reader: Reader): string {
  if (decision.verdict !== 'file' || !isOpenAmount(row)) return '';
  const { proposal: words } = reader.t;
  return ` → ${decision.amount === null ? words.noFine : amountText(decision.amount, reader)}`;
}
