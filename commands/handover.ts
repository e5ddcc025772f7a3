/** `/handover`: the form, the one line, the list, and the deeds on one note, typed or by button (1.18). */

import {
  ADDED,
  addForm,
  draftOf,
  fieldOf,
  HAND_ON_TO,
  handOnForm,
  NOTE_FIELDS,
  noteForm,
  noteSent,
} from '../src/features/handover/form.ts';
import { type Addressee, parseHandoverLine } from '../src/features/handover/line.ts';
import type { NoteDraft, NoteFacts } from '../src/features/handover/messages.ts';
import { listNotes } from '../src/features/handover/reading.ts';
import { mayGive } from '../src/features/handover/receiver.ts';
import {
  ACCEPT,
  ADD,
  doneText,
  FINISH,
  givenText,
  HAND_ON,
  noteList,
  restOfNotes,
  WITHDRAW,
} from '../src/features/handover/views.ts';
import {
  addToNote,
  answerNote,
  exampleColleague,
  giveNote,
  handOn,
  mayDo,
  previewNote,
} from '../src/features/handover/workflow.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import type { Member } from '../src/member/rules.ts';
import { textIn } from '../src/slack/button.ts';
import type { ButtonCall, Call, Command, CommandCall, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const handover: Command = {
  name: '/handover',
  words: 'handover',
  run,
  buttons: {
    [NOTE_FIELDS.receiver]: redrawForm,
    [ACCEPT]: call => press(call, 'accept'),
    [FINISH]: call => press(call, 'finish'),
    [WITHDRAW]: call => press(call, 'withdraw'),
    [HAND_ON]: openHandOn,
    [ADD]: openAdd,
  },
  modals: { 'handover.form': submitForm, 'handover.handOnForm': submitHandOn, 'handover.addForm': submitAdd },
};

async function run(call: CommandCall): Promise<Said | Refusal | undefined> {
  const { office, me, reader } = call;
  const line = parseHandoverLine(call.text);
  if (isRefusal(line)) return withExample(call, line);
  switch (line.what) {
    case 'form':
      return openForm(call, line.to);
    case 'list':
      return noteList(await listNotes(office, me), reader);
    case 'give': {
      const to = await addressee(call, line.to);
      if (isRefusal(to)) return to;
      const given = await giveNote(office, me, to, line.written);
      return isRefusal(given) ? given : { text: givenText(given, reader) };
    }
    case 'addTo':
      return done('add', await addToNote(office, me, line.id, line.text), call);
    case 'handOn': {
      const to = await named(call, line.to);
      return isRefusal(to) ? to : done('handOn', await handOn(office, me, line.id, to), call);
    }
    default:
      return done(line.what, await answerNote(office, me, line.id, line.what), call);
  }
}

function done(deed: Parameters<typeof doneText>[0], note: NoteFacts | Refusal, { reader }: Call): Said | Refusal {
  return isRefusal(note) ? note : { text: doneText(deed, note, reader) };
}

async function addressee(call: Call, to: Addressee): Promise<Member | null | Refusal> {
  return to === 'first' ? null : named(call, to.typed);
}

/** The person typed, or a refusal with a colleague for an example. */
async function named(call: Call, typed: string): Promise<Member | Refusal> {
  const found = await call.mentioned(typed, '/handover');
  if (!isRefusal(found) || found.code !== 'member.unknown') return found;
  return withExample(call, refuse('handover.receiverMissing', { text: typed, another: null }));
}

async function withExample({ office, me }: Call, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'handover.receiverMissing' && refusal.code !== 'handover.onePerson') return refusal;
  const may = mayGive(me);
  if (may !== true) return may;
  const another = await exampleColleague(office, me);
  return refusal.code === 'handover.onePerson'
    ? refuse('handover.onePerson', { another })
    : refuse('handover.receiverMissing', { ...refusal.params, another });
}

async function openForm(call: CommandCall, to: Addressee | null): Promise<Refusal | undefined> {
  const may = mayGive(call.me);
  if (may !== true) return may;
  const person = to === null ? null : await addressee(call, to);
  if (isRefusal(person)) return person;
  const receiverId = person?.id ?? null;
  const empty = { customer: '', platform: null, matter: '', urgency: 'normal', announced: false } as const;
  await drawForm(call, { ...empty, receiverId }, view => call.open(view));
}

async function redrawForm(call: ButtonCall): Promise<undefined> {
  if (call.view !== null) await drawForm(call, draftOf(call.view.values), view => call.update(view));
}

async function drawForm(call: Call, draft: NoteDraft, show: Call['open']): Promise<undefined> {
  const to = await chosen(call, draft.receiverId);
  const outlook = isRefusal(to) ? to : await previewNote(call.office, call.me, to);
  await show(noteForm(draft, outlook, call.reader));
}

/** The person chosen in a form; null when nobody is. */
async function chosen(call: Call, id: string | null): Promise<Member | null | Refusal> {
  return id === null ? null : named(call, `<@${id}>`);
}

async function submitForm(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const { receiverId, ...written } = draftOf(call.values);
  const to = await chosen(call, receiverId);
  const given = isRefusal(to) ? to : await giveNote(office, me, to, written);
  if (isRefusal(given)) return { refusal: given, at: fieldOf(given) };
  return { update: noteSent(reader.t.handover.formTitle, givenText(given, reader), reader) };
}

async function press(call: ButtonCall, deed: 'accept' | 'finish' | 'withdraw'): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const note = await answerNote(office, me, idOf(call.value), deed);
  if (isRefusal(note)) return note;
  const text = doneText(deed, note, reader);
  return call.alone ? restOfNotes(text, await listNotes(office, me), reader) : { text };
}

async function openHandOn(call: ButtonCall): Promise<Refusal | undefined> {
  const note = await mayDo(call.office, call.me, idOf(call.value), 'handOn');
  if (isRefusal(note)) return note;
  await call.open(handOnForm(note, call.reader));
}

async function submitHandOn(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const to = await named(call, `<@${textIn(call.values, HAND_ON_TO)}>`);
  const note = isRefusal(to) ? to : await handOn(office, me, idOf(call.metadata), to);
  if (isRefusal(note)) return { refusal: note, at: HAND_ON_TO };
  return { update: noteSent(reader.t.handover.handOnTitle, doneText('handOn', note, reader), reader) };
}

async function openAdd(call: ButtonCall): Promise<Refusal | undefined> {
  const note = await mayDo(call.office, call.me, idOf(call.value), 'addTo');
  if (isRefusal(note)) return note;
  await call.open(addForm(note, call.reader));
}

async function submitAdd(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const note = await addToNote(office, me, idOf(call.metadata), textIn(call.values, ADDED));
  if (isRefusal(note)) return { refusal: note, at: ADDED };
  return { update: noteSent(reader.t.handover.addTitle, doneText('add', note, reader), reader) };
}

/** A button's or form's number; what is not one finds no note. */
function idOf(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
