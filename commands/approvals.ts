/** `/approvals`: what waits for me, deciding it, and lending my authority for some days. */
import { civilOf, parseDate } from '../src/domain/civil.ts';
import { isRefusal, type Refusal, refuse } from '../src/domain/refusal.ts';
import { day, person } from '../src/locales/reader.ts';
import type { ButtonCall, Command, CommandCall, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';
import { APPROVE, REJECT, reasonForm, waitingList } from '../src/slack/views/approval.ts';
import { decide, mayDecideNow, waitingFor } from '../src/workflows/decision.ts';
import { delegate, endDelegation } from '../src/workflows/delegation.ts';

export const approvals: Command = {
  name: '/approvals',
  words: 'approvals',
  run,
  buttons: { [APPROVE]: approve, [REJECT]: askForReason },
  modals: { 'approval.reason': reject },
};

async function run(call: CommandCall): Promise<Said | Refusal> {
  const words = call.text.split(/\s+/).filter(word => word !== '');
  if (words.length === 0) return waitingList(await waitingFor(call.office, call.me), call.reader);
  if (!['delegate', '委托'].includes(words[0] ?? '')) return refuse('delegation.badLine', {});
  if (['end', '收回', '结束'].includes(words[1] ?? '') && words.length === 2) {
    const ended = await endDelegation(call.office, call.me);
    return isRefusal(ended) ? ended : { text: call.reader.t.approval.delegationEnded };
  }
  return lend(call, words.slice(1));
}

async function lend(call: CommandCall, [who, first, last, ...rest]: string[]): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const today = civilOf(office.clock.now(), office.settings.zone).date;
  if (who === undefined || first === undefined || rest.length > 0) return refuse('delegation.badLine', {});
  const to = await call.mentioned(who, '/approvals delegate @deputy 2026-12-01 2026-12-05');
  if (isRefusal(to)) return to;
  const from = parseDate(first, today);
  const until = last === undefined ? from : parseDate(last, today);
  if (from === undefined || until === undefined) return refuse('delegation.badLine', {});
  const lent = await delegate(office, me, to, from, until);
  return isRefusal(lent)
    ? lent
    : { text: reader.t.approval.delegated(person(to.id), day(from, reader), day(until, reader)) };
}

async function approve(call: ButtonCall): Promise<Said | Refusal> {
  const decided = await decide(call.office, call.value, call.me.id, 'approved', null);
  return isRefusal(decided) ? decided : { text: call.reader.t.approval.done.approved };
}

async function askForReason(call: ButtonCall): Promise<Refusal | undefined> {
  const may = await mayDecideNow(call.office, call.value, call.me.id);
  if (may !== true) return may;
  await call.open(reasonForm(call.value, call.reader));
}

async function reject(call: ModalCall): Promise<ModalAnswer> {
  const reason = typeof call.values['approval.why'] === 'string' ? call.values['approval.why'] : '';
  const decided = await decide(call.office, call.metadata, call.me.id, 'rejected', reason.trim());
  return isRefusal(decided) ? { refusal: decided, at: 'approval.why' } : undefined;
}
