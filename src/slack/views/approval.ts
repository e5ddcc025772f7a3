/** Approvals as people read them: the card with its buttons or its decision, the requester's answer, the reminder. */
import type { KnownBlock, ModalView } from '@slack/types';
import { clip, neutral } from '../../block-kit/text.ts';
import type { ApprovalCard, ApprovalNotices, Decision, MatterFacts } from '../../domain/notice/approval.ts';
import { moment, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, header, plain, section } from '../button.ts';
import type { Said } from '../command.ts';
import type { Drawings } from '../notice.ts';
import { leaveLine, leaveLines } from './leave.ts';
import { caseLine, caseLines } from './violation.ts';

export const APPROVE = 'approval.approve';
export const REJECT = 'approval.reject';

export const approvalNotices: Drawings<ApprovalNotices> = {
  'approval.card': cardMessage,
  'approval.decided'({ matter, decision }, reader) {
    const { approval: words } = reader.t;
    const who = decision.by === null ? '–' : person(decision.by);
    const text = `${words.toRequester[decision.state](titleOf(matter, reader), who)}: ${lineOf(matter, reader)}`;
    const said = reasonText(decision, reader);
    return { text, blocks: said === '' ? [section(text)] : [section(text), context(said)] };
  },
  'approval.reminder'({ waiting }, reader) {
    const { approval: words } = reader.t;
    const lines = waiting
      .slice(0, 30)
      .map(each => words.reminderLine(person(each.concernsId), words.kinds[each.kind], each.requestedOn));
    if (waiting.length > lines.length) lines.push(reader.t.common.more(waiting.length - lines.length));
    const text = words.reminder(waiting.length);
    return { text, blocks: [section([text, ...lines].join('\n')), context(words.reminderHint)] };
  },
};

/** The card of one matter: facts, then buttons while it is pending, or who decided what and when. */
export function cardMessage(card: ApprovalCard, reader: Reader): Said {
  const { approval: words } = reader.t;
  // A case is named by whom it is about; who filed it, if not the bot, stands in its lines.
  const isCase = card.matter.kind === 'case';
  const [named, when] = [titleOf(card.matter, reader), moment(card.requestedAt, reader)];
  const title = isCase
    ? words.asksAbout(person(card.concernsId), named, when)
    : words.asks(person(card.requesterId), named, when);
  const blocks: KnownBlock[] = [section(title), section(linesOf(card.matter, reader))];
  const notes = [
    isCase || card.concernsId === card.requesterId ? '' : words.about(person(card.concernsId)),
    card.onBehalfOf === null ? '' : words.onBehalfOf(person(card.onBehalfOf)),
    card.escalated && card.decision === null ? words.escalated : '',
  ].filter(note => note !== '');
  if (notes.length > 0) blocks.push(context(notes.join(' · ')));
  if (card.decision === null) blocks.push(buttonsOf(card, reader));
  else blocks.push(context(decisionText(card.decision, reader)));
  const state = card.decision === null ? '' : ` — ${decisionText(card.decision, reader)}`;
  return { text: `${title}: ${lineOf(card.matter, reader)}${state}`, blocks };
}

/** Everything that waits for the reader, each with its buttons. */
export function waitingList(cards: readonly ApprovalCard[], reader: Reader): Said {
  const { approval: words, common } = reader.t;
  if (cards.length === 0) return { text: words.listEmpty };
  // Five blocks a card at the most, and Slack takes fifty.
  const shown = cards.slice(0, 8);
  const blocks: KnownBlock[] = [header(`${words.listTitle} (${cards.length})`)];
  for (const card of shown) blocks.push(...(cardMessage(card, reader).blocks ?? []), { type: 'divider' });
  if (cards.length > shown.length) blocks.push(context(common.more(cards.length - shown.length)));
  return { text: `${words.listTitle} (${cards.length})`, blocks };
}

/** Asks for the reason of a rejection; the token travels in the metadata. */
export function reasonForm(token: string, reader: Reader): ModalView {
  const { approval: words, common } = reader.t;
  return {
    type: 'modal',
    callback_id: 'approval.reason',
    private_metadata: token,
    title: plain(words.rejectTitle, 24),
    submit: plain(words.reject, 24),
    close: plain(common.cancel, 24),
    blocks: [
      {
        type: 'input',
        block_id: 'approval.why',
        label: plain(words.rejectLabel),
        hint: plain(words.rejectHint),
        element: {
          type: 'plain_text_input',
          action_id: 'approval.why',
          multiline: true,
          max_length: 1000,
          focus_on_load: true,
        },
      },
    ],
  };
}

function buttonsOf({ token, matter, authority }: ApprovalCard, { t: { approval: words } }: Reader): KnownBlock {
  const [yes, no] = {
    leave: [words.approve, words.reject],
    cancellation: [words.approve, words.reject],
    case: [
      authority === 'leader' && matter.kind === 'case' && matter.case.goesOn ? words.recommend : words.uphold,
      words.dismiss,
    ],
    appeal: [words.reverse, words.keep],
  }[matter.kind] as [string, string];
  return actions(
    'approval.deed',
    button(APPROVE, yes, token, { style: 'primary' }),
    button(REJECT, no, token, { style: 'danger' }),
  );
}

function decisionText(decision: Decision, reader: Reader): string {
  const { approval: words } = reader.t;
  const who = decision.by === null ? '–' : person(decision.by);
  const place = decision.onBehalfOf === null ? '' : words.forWhom(person(decision.onBehalfOf));
  const reason = reasonText(decision, reader);
  const text = `${words.decidedBy[decision.state](who, moment(decision.at, reader))}${place}`;
  return reason === '' ? text : `${text}\n${reason}`;
}

function reasonText({ reason }: Decision, { t: { approval: words } }: Reader): string {
  return reason === null || reason === '' ? '' : words.because(clip(neutral(reason), 1500));
}

function titleOf(matter: MatterFacts, { t: { approval: words } }: Reader): string {
  if (matter.kind === 'leave' && matter.leave.kind === 'trip') return words.titles.trip;
  return words.titles[matter.kind];
}

function lineOf(matter: MatterFacts, reader: Reader): string {
  return 'leave' in matter ? leaveLine(matter.leave, reader) : caseLine(matter.case, reader);
}

function linesOf(matter: MatterFacts, reader: Reader): string {
  return 'leave' in matter ? leaveLines(matter.leave, reader) : caseLines(matter.case, reader);
}
