/** The buttons and forms of the list of proposals, which `/violation proposals` asks for; they belong to that command. */

import { decideProposal, decideProposals } from '../src/features/proposal/deciding.ts';
import {
  AMOUNT,
  amountForm,
  type Behind,
  behindOf,
  decidedView,
  decisionIn,
  excuseForm,
  REASON,
  severalForm,
  sureForm,
  VERDICT,
  type Wanted,
  wantedIn,
} from '../src/features/proposal/form.ts';
import { pageAfter, proposalsFor, proposalToDecide, toDecide } from '../src/features/proposal/listing.ts';
import type { Verdict } from '../src/features/proposal/rules.ts';
import {
  askedAgain,
  askedSaid,
  DROP,
  EXCUSE,
  FILE,
  isOpenAmount,
  type Page,
  pageIn,
  SEVERAL,
  TURN,
} from '../src/features/proposal/views.ts';
import { filedText } from '../src/features/violation/routeViews.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { numberIn } from '../src/kernel/typedNumber.ts';
import type { ButtonCall, Call, Command, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const proposalDoors: Pick<Required<Command>, 'buttons' | 'modals'> = {
  buttons: {
    [FILE]: pressFile,
    [EXCUSE]: openExcuse,
    [DROP]: pressDrop,
    [SEVERAL]: openSeveral,
    [`${TURN}.back`]: turn,
    [`${TURN}.on`]: turn,
  },
  modals: {
    'proposal.fileForm': call => submitOne(call, 'file', AMOUNT),
    'proposal.excuseForm': call => submitOne(call, 'excuse', REASON),
    'proposal.severalForm': submitSeveral,
    'proposal.sureForm': submitSure,
  },
};

/** Files at once where the article names the amount; else asks for it. */
async function pressFile(call: ButtonCall): Promise<Said | Refusal | undefined> {
  const { office, me, reader } = call;
  const row = await proposalToDecide(office, me, numberIn(call.value) ?? 0);
  if (isRefusal(row)) return row;
  if (isOpenAmount(row)) {
    await call.open(amountForm(row, behind(call), reader));
    return;
  }
  const filed = await decideProposal(office, me, row.id, { verdict: 'file', amount: null });
  if (isRefusal(filed)) return filed;
  if (call.alone) return listAfter(call, pageIn(call.blockId));
  return filed === null ? undefined : { text: filedText(filed.filed, filed.preview, reader) };
}

async function openExcuse(call: ButtonCall): Promise<Said | Refusal | undefined> {
  const row = await proposalToDecide(call.office, call.me, numberIn(call.value) ?? 0);
  if (isRefusal(row)) return row;
  await call.open(excuseForm(row, behind(call), call.reader));
}

async function pressDrop(call: ButtonCall): Promise<Said | Refusal | undefined> {
  const dropped = await decideProposal(call.office, call.me, numberIn(call.value) ?? 0, { verdict: 'drop' });
  if (isRefusal(dropped)) return dropped;
  // A list in direct messages draws itself anew, and says who.
  return call.alone ? listAfter(call, pageIn(call.blockId)) : undefined;
}

async function openSeveral(call: ButtonCall): Promise<Refusal | undefined> {
  const waiting = await toDecide(call.office, call.me, 'all');
  if (isRefusal(waiting)) return waiting;
  await call.open(severalForm(waiting.rows, waiting.left, behind(call), call.reader));
}

async function turn({ office, me, reader, value }: ButtonCall): Promise<Said | Refusal> {
  const list = await proposalsFor(office, me, numberIn(value) ?? 1);
  // The page may be gone by now: then the first.
  const shown = isRefusal(list) && list.code === 'proposal.badPage' ? await proposalsFor(office, me, 1) : list;
  return isRefusal(shown) ? shown : { ...askedSaid(shown, reader), replaces: true };
}

async function submitOne(call: ModalCall, verdict: Verdict, at: string): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const { id, ...from } = behindOf(call.metadata);
  const decision = decisionIn(verdict, call.values, office.settings.unit);
  if (isRefusal(decision)) return { refusal: decision, at };
  const decided = await decideProposal(office, me, id, decision);
  if (isRefusal(decided)) return { refusal: decided, at };
  await redrawBehind(call, from);
  if (decided === null) return;
  const told = [filedText(decided.filed, decided.preview, reader)];
  return { update: decidedView({ done: [], refused: [] }, told, verdict, reader) };
}

/** Shows what was chosen once more; nothing is done yet. */
async function submitSeveral(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const wanted = wantedIn(call.values, behindOf(call.metadata), call.office.settings.unit);
  if ('refusal' in wanted) return wanted;
  const waiting = await toDecide(office, me, wanted.ids);
  if (isRefusal(waiting)) return { refusal: waiting, at: VERDICT };
  return { update: sureForm(waiting.rows, wanted, reader) };
}

async function submitSure(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const { ids, decision, behind: from } = JSON.parse(call.metadata) as Wanted;
  const decided = await decideProposals(office, me, ids, decision);
  if (isRefusal(decided)) return { refusal: decided, at: VERDICT };
  await redrawBehind(call, from);
  const filed = decided.filed.map(one => filedText(one.filed, one.preview, reader));
  return { update: decidedView(decided, filed, decision.verdict, reader) };
}

function behind(call: ButtonCall): Behind {
  return { ...pageIn(call.blockId), place: call.place };
}

/** The list in which something was decided, with it. */
async function listAfter({ office, me, reader }: Call, { ids, page }: Page): Promise<Said> {
  return askedAgain(await pageAfter(office, me, ids, page), reader);
}

async function redrawBehind(call: ModalCall, { place, ...page }: Behind): Promise<void> {
  if (place !== null) call.replace(place, await listAfter(call, page));
}
