/** `/praise`: the form, the one line, lists, and taking back what was filed (8.1, 8.2). */

import { filePraises, listPraises, previewPraises, showPraise, withdrawPraise } from '../src/features/praise/filing.ts';
import {
  amountIn,
  type DraftOutlook,
  draftOf,
  fieldOf,
  PRAISE_FIELDS,
  type PraiseDraft,
  praiseForm,
  praiseSent,
} from '../src/features/praise/form.ts';
import { type Praised, parsePraiseLine } from '../src/features/praise/line.ts';
import { praiseList } from '../src/features/praise/listViews.ts';
import { filedText, toFileSaid } from '../src/features/praise/routeViews.ts';
import { praisedMessage, praiseInFull, praiseLine } from '../src/features/praise/views.ts';
import { todayOf } from '../src/kernel/civil.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import type { ButtonCall, Call, Command, CommandCall, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

/** A line that can be typed as it stands, for whoever named nobody we know. */
const EXAMPLE = '/praise ⟦@presales⟧';

export const praise: Command = {
  name: '/praise',
  words: 'praise',
  run,
  change: changeLine,
  buttons: {
    [PRAISE_FIELDS.people]: redrawForm,
    [PRAISE_FIELDS.amount]: redrawForm,
    [PRAISE_FIELDS.date]: redrawForm,
  },
  modals: { 'praise.form': submitForm },
};

async function run(call: CommandCall): Promise<Said | Refusal | undefined> {
  const line = parsePraiseLine(call.text, call.typedOn, call.office.settings.unit);
  if (isRefusal(line)) return line;
  switch (line.what) {
    case 'form': {
      const people = await named(call, line.people);
      if (isRefusal(people)) return people;
      return openForm(call, { people, amount: '', date: todayOf(call.office), notice: true, why: '' });
    }
    case 'list':
      return list(call, line.about);
    case 'show':
      return show(call, line.number);
    case 'withdraw':
      return withdraw(call, line.number);
    default:
      return fileLine(call, line);
  }
}

async function fileLine(call: CommandCall, line: Praised): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const praisedIds = await named(call, line.people);
  if (isRefusal(praisedIds)) return praisedIds;
  const { amount = null, date = call.typedOn, notice = true, why } = line;
  const entered = { praisedIds, amount, date, notice };
  const filings = await previewPraises(office, me, entered);
  if (isRefusal(filings)) return filings;
  // Where somebody else still decides, they look at it; where filing is the decision, the filer does first.
  const decides = filings.some(({ route }) => route.opensAs === 'granted');
  const understood = decides ? toFileSaid({ date, why }, filings, reader) : null;
  const once = understood === null ? null : call.agreed(understood);
  if (understood !== null && once === null) return { ...understood, asks: true };
  const filed = await filePraises(office, me, { ...entered, why }, once);
  return isRefusal(filed) ? filed : { text: filedText(filed, reader) };
}

/** Opens the form with what the line says. */
async function changeLine(call: CommandCall, token: string): Promise<Refusal | undefined> {
  const line = parsePraiseLine(call.text, call.typedOn, call.office.settings.unit);
  if (isRefusal(line)) return line;
  if (line.what !== 'praise') return;
  const people = await named(call, line.people);
  if (isRefusal(people)) return people;
  const { amount, date = call.typedOn, notice = true, why } = line;
  const typed = amount === undefined ? '' : String(amount / 100);
  return openForm(call, { people, amount: typed, date, notice, why }, token);
}

async function list(call: CommandCall, who: string | null): Promise<Said | Refusal> {
  const about = who === null ? null : await call.mentioned(who, '/praise list ⟦@read⟧');
  if (isRefusal(about)) return about;
  const found = await listPraises(call.office, call.me, about);
  return isRefusal(found) ? found : praiseList(found, about?.id ?? call.me.id, call.reader);
}

async function show({ office, me, reader }: CommandCall, number: number): Promise<Said | Refusal> {
  const found = await showPraise(office, me, number);
  if (isRefusal(found)) return found;
  return found.praisedId === me.id ? praisedMessage(found, reader) : praiseInFull(found, reader);
}

async function withdraw({ office, me, reader }: CommandCall, number: number): Promise<Said | Refusal> {
  const taken = await withdrawPraise(office, me, number);
  return isRefusal(taken) ? taken : { text: reader.t.praise.withdrawn(praiseLine(taken, reader)) };
}

async function openForm(call: Call, draft: PraiseDraft, token = ''): Promise<undefined> {
  await call.open(praiseForm(draft, await outlookOf(call, draft), call.reader, token));
}

async function redrawForm(call: ButtonCall): Promise<undefined> {
  if (call.view === null) return;
  const draft = draftOf(call.view.values, todayOf(call.office));
  await call.update(praiseForm(draft, await outlookOf(call, draft), call.reader, call.view.metadata));
}

async function submitForm(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const draft = draftOf(call.values, todayOf(office));
  const entered = await enteredIn(call, draft);
  // Opened to change a line, it takes that line's confirmation with it.
  const once = call.metadata === '' ? null : call.once(call.metadata);
  const filed = isRefusal(entered) ? entered : await filePraises(office, me, { ...entered, why: draft.why }, once);
  if (isRefusal(filed)) return { refusal: filed, at: fieldOf(filed) };
  return { update: praiseSent(filedText(filed, reader), reader) };
}

async function outlookOf(call: Call, draft: PraiseDraft): Promise<DraftOutlook> {
  if (draft.people.length === 0) return null;
  const entered = await enteredIn(call, draft);
  return isRefusal(entered) ? entered : previewPraises(call.office, call.me, entered);
}

async function enteredIn(call: Call, draft: PraiseDraft) {
  const amount = amountIn(draft, call.office.settings.unit);
  if (isRefusal(amount)) return amount;
  const praisedIds = await named(
    call,
    draft.people.map(id => `<@${id}>`),
  );
  return isRefusal(praisedIds) ? praisedIds : { praisedIds, amount, date: draft.date, notice: draft.notice };
}

/** The ids of the people typed, each once; the first refusal otherwise. */
async function named(call: Call, people: readonly string[]): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const typed of people) {
    const found = await call.mentioned(typed, EXAMPLE);
    if (isRefusal(found)) return found;
    if (!ids.includes(found.id)) ids.push(found.id);
  }
  return ids;
}
