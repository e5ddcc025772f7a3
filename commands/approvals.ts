/** `/approvals`: what waits for me, deciding it, and lending my authority for some days. */

import { listedFor, waitingFor } from '../src/features/approval/card.ts';
import { approveAtOnce, cardToDecide, decide } from '../src/features/approval/decision.ts';
import { delegate, endLoan, loanOf } from '../src/features/approval/delegation/workflow.ts';
import {
  type Behind,
  behindOf,
  fieldsIn,
  otherwiseForm,
  REASON,
  RECOMMENDATION,
  reasonForm,
  recommendForm,
} from '../src/features/approval/form.ts';
import type { ApprovalCard } from '../src/features/approval/messages.ts';
import { decidedMatter, decidedMatters, takeBack } from '../src/features/approval/undoing.ts';
import {
  decidedList,
  MOST_DECIDED,
  matterIn,
  TAKE_BACK,
  takeBackForm,
  takenBackView,
  UNDO_REASON,
} from '../src/features/approval/undoViews.ts';
import {
  APPROVE,
  doneText,
  listAfter,
  loanDays,
  OTHERWISE,
  REJECT,
  rowsOf,
  tellingOf,
  waitingList,
} from '../src/features/approval/views.ts';
import { headSaid, SHOW_HEAD } from '../src/features/record/views.ts';
import { postedHead } from '../src/features/record/workflow.ts';
import { halfWidth } from '../src/kernel/halfWidth.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import { daysAt } from '../src/kernel/typedDay.ts';
import { person } from '../src/locales/reader.ts';
import { textIn } from '../src/slack/button.ts';
import type { ButtonCall, Call, Command, CommandCall, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const approvals: Command = {
  name: '/approvals',
  words: 'approvals',
  run,
  buttons: {
    [APPROVE]: approve,
    [REJECT]: askForReason,
    [OTHERWISE]: askHow,
    [TAKE_BACK]: askWhy,
    [SHOW_HEAD]: showHead,
  },
  modals: {
    'approval.reason': reject,
    'approval.otherwise': otherwise,
    'approval.recommend': recommend,
    'approval.undo': undo,
  },
};

/** A line that can be typed as it stands, for whoever named nobody we know. */
const EXAMPLE = '/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧';

async function run(call: CommandCall): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const [verb = 'list', ...words] = halfWidth(call.text)
    .split(/\s+/)
    .filter(word => word !== '');
  if (words.length === 0 && ['list', '列表'].includes(verb.toLowerCase()))
    return waitingList(await waitingFor(office, me), await loanOf(office, me), reader);
  if (['decided', '已决定'].includes(verb.toLowerCase())) return decided(call, words);
  if (!['delegate', '委托'].includes(verb.toLowerCase())) return refuse(...elsewhere(call.text));
  if (!['end', '收回', '结束'].includes(words[0]?.toLowerCase() ?? '')) return lend(call, words);
  if (words.length > 1) return refuse('delegation.badLine', { text: call.text });
  const ended = await endLoan(office, me);
  return isRefusal(ended) ? ended : { text: reader.t.approval.delegationEnded(person(ended.delegateId)) };
}

/** What people type for what buttons do. */
const TAKES_BACK = /^(?:undo|revoke|withdraw|take ?back|reverse|cancel|收回|撤回|撤销|取消|反悔)(?![a-z])/iu;
const DECIDES =
  /^(?:approve|reject|decline|uphold|dismiss|accept|批准|同意|通过|驳回|拒绝|不同意|审批|成立|不成立)(?![a-z])/iu;

function elsewhere(text: string): Parameters<typeof refuse<'delegation.badLine' | 'approval.byButton'>> {
  const typed = halfWidth(text).trim();
  const deed = TAKES_BACK.test(typed) ? 'takeBack' : DECIDES.test(typed) ? 'decide' : undefined;
  return deed === undefined || /委托|delegat/iu.test(typed)
    ? ['delegation.badLine', { text }]
    : ['approval.byButton', { deed }];
}

async function lend(call: CommandCall, [who, ...when]: string[]): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const { approval: words } = reader.t;
  if (who === undefined || when.length === 0) return refuse('delegation.badLine', { text: call.text });
  const to = await call.mentioned(who, EXAMPLE);
  if (isRefusal(to)) return to;
  const said = when.join(' ');
  const read = daysAt(said, call.typedOn, 'ahead');
  if (read === undefined) return refuse('delegation.badDate', { text: said });
  if ('wrong' in read) return refuse('delegation.badDate', { text: read.wrong });
  if ('apart' in read) return refuse('delegation.badDate', { text: read.apart });
  const rest = said.slice(read.length).trim();
  if (rest !== '') return refuse('delegation.badDate', { text: rest });
  const { from, to: until } = read;
  const look = await delegate(office, me, to, from, until, 'look');
  if (isRefusal(look)) return look;
  const days = loanDays({ from, to: until }, reader);
  const understood = { text: words.toLend(person(to.id), days) };
  const once = call.agreed(understood);
  if (once === null) return { ...understood, asks: true };
  const lent = await delegate(office, me, to, from, until, once);
  if (isRefusal(lent)) return lent;
  const { instead } = lent;
  const text = words.delegated(person(to.id), days);
  const other = instead !== null && instead.delegateId !== to.id;
  return { text: other ? `${text}\n${words.delegatedInstead(person(instead.delegateId))}` : text };
}

/** How far the record of what was decided went, in the words of the evening it was posted. */
async function showHead({ me, reader, value }: ButtonCall): Promise<Said | Refusal> {
  const head = postedHead(me, value);
  return isRefusal(head) ? head : headSaid(head, reader);
}

async function approve(call: ButtonCall): Promise<Said | Refusal | undefined> {
  const { office, me, reader } = call;
  const decided = await approveAtOnce(office, call.value, me.id);
  if (isRefusal(decided)) return decided;
  if ('wordsFor' in decided) {
    await call.open(recommendForm(decided.wordsFor, behind(call), reader));
    return;
  }
  const list = call.alone ? await listWith(call, decided, rowsOf(call.blockId)) : null;
  return list ?? { text: doneText(decided, reader) };
}

/** The list in which a decision was taken, with it; null where it was taken on a card. */
async function listWith({ office, me, reader }: Call, decided: ApprovalCard, tokens: readonly string[]) {
  const rows = await listedFor(office, me, tokens);
  if (rows.length === 0) return null;
  const listed = new Set(rows.map(({ token }) => token));
  const left = (await waitingFor(office, me)).filter(({ token }) => !listed.has(token)).length;
  return listAfter(decided, rows, left, await loanOf(office, me), reader);
}

function behind({ value: token, blockId, place }: ButtonCall): Behind {
  return { token, rows: rowsOf(blockId), place };
}

/** A row decided by a form says so in its list, as one decided by its button. */
async function redrawList(call: ModalCall, decided: ApprovalCard): Promise<void> {
  const { rows, place } = behindOf(call.metadata);
  const list = place === null ? null : await listWith(call, decided, rows);
  if (place !== null && list !== null) call.replace(place, list);
}

async function askForReason(call: ButtonCall): Promise<Refusal | undefined> {
  const card = await cardToDecide(call.office, call.value, call.me.id);
  if (isRefusal(card)) return card;
  await call.open(reasonForm(card, behind(call), call.reader));
}

async function askHow(call: ButtonCall): Promise<Refusal | undefined> {
  const card = await cardToDecide(call.office, call.value, call.me.id);
  if (isRefusal(card)) return card;
  const form = otherwiseForm(card, behind(call), call.reader);
  if (form === null) return refuse('approval.gone', {});
  await call.open(form);
}

/** The matter is read once more: what may be decided depends on what it is now. */
async function otherwise(call: ModalCall): Promise<ModalAnswer> {
  const { token } = behindOf(call.metadata);
  const card = await cardToDecide(call.office, token, call.me.id);
  const anywhere = Object.keys(call.values).at(-1) ?? REASON;
  if (isRefusal(card)) return { refusal: card, at: anywhere };
  const { facts } = card.matter;
  const way = tellingOf(card.matter, call.reader).otherwise;
  const read = way?.read(fieldsIn(call.values), facts);
  if (way === undefined || read === undefined) return { refusal: refuse('approval.gone', {}), at: anywhere };
  if ('refusal' in read) return read;
  const { verdict, reason, terms } = read;
  const decided = await decide(call.office, token, call.me.id, verdict, reason, terms);
  if (isRefusal(decided)) return { refusal: decided, at: way.place(decided, facts) };
  await redrawList(call, decided);
}

async function recommend(call: ModalCall): Promise<ModalAnswer> {
  const words = textIn(call.values, RECOMMENDATION).trim();
  const { token } = behindOf(call.metadata);
  const decided = await decide(call.office, token, call.me.id, 'approved', words === '' ? null : words);
  if (isRefusal(decided)) return { refusal: decided, at: RECOMMENDATION };
  await redrawList(call, decided);
}

async function reject(call: ModalCall): Promise<ModalAnswer> {
  const reason = textIn(call.values, REASON).trim();
  const decided = await decide(call.office, behindOf(call.metadata).token, call.me.id, 'rejected', reason);
  if (isRefusal(decided)) return { refusal: decided, at: REASON };
  await redrawList(call, decided);
}

async function decided(call: CommandCall, [who, ...rest]: string[]): Promise<Said | Refusal> {
  if (rest.length > 0) return refuse('undo.badLine', {});
  const about = who === undefined ? null : await call.mentioned(who, '/approvals decided ⟦@presales⟧');
  if (isRefusal(about)) return about;
  const { shown, left } = await decidedMatters(call.office, call.me, about, MOST_DECIDED);
  return decidedList(shown, left, call.reader);
}

async function askWhy(call: ButtonCall): Promise<Refusal | undefined> {
  const wanted = matterIn(call.value, Object.keys(call.office.declared.matters));
  if (wanted === null) return refuse('undo.nothing', {});
  const found = await decidedMatter(call.office, call.me, wanted.kind, wanted.subjectId);
  if (isRefusal(found)) return found;
  await call.open(takeBackForm(found, call.reader));
}

async function undo(call: ModalCall): Promise<ModalAnswer> {
  const wanted = matterIn(call.metadata, Object.keys(call.office.declared.matters));
  const reason = textIn(call.values, UNDO_REASON);
  const taken =
    wanted === null
      ? refuse('undo.nothing', {})
      : await takeBack(call.office, call.me, wanted.kind, wanted.subjectId, reason);
  return isRefusal(taken) ? { refusal: taken, at: UNDO_REASON } : { update: takenBackView(taken, call.reader) };
}
