/** `/rules`: the regulation, searched and read; proposing a change of it, confirming that one was read (9.1), switching an article off. */
import { confirmRead } from '../src/features/rulebook/amendment/confirming.ts';
import { amendedIn, amendForm, amendmentSent, draftOf, fieldOf } from '../src/features/rulebook/amendment/form.ts';
import { articleInFull } from '../src/features/rulebook/amendment/historyViews.ts';
import { parseRulesLine } from '../src/features/rulebook/amendment/line.ts';
import { articlePage, readersFor } from '../src/features/rulebook/amendment/reading.ts';
import {
  READ,
  readBeforeText,
  readNowText,
  receiptsList,
  WITHDRAW,
  withdrawnText,
} from '../src/features/rulebook/amendment/views.ts';
import {
  openAmending,
  proposeAmendment,
  withdrawAmendment,
  withdrawById,
} from '../src/features/rulebook/amendment/workflow.ts';
import { articleNumberIn, inForceOn, searchArticles } from '../src/features/rulebook/rules.ts';
import { switchedList, switchedText } from '../src/features/rulebook/switch/views.ts';
import { switchedOff, switchOff, switchOn } from '../src/features/rulebook/switch/workflow.ts';
import { articlesFound } from '../src/features/rulebook/views.ts';
import { rulebookIn } from '../src/features/rulebook/workflow.ts';
import { todayOf } from '../src/kernel/civil.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import type { ButtonCall, Command, CommandCall, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const rules: Command = {
  name: '/rules',
  words: 'rules',
  run,
  buttons: { [READ]: confirm, [WITHDRAW]: withdraw },
  modals: { 'rulebook.amend': submit },
};

/** The longest text that is searched for. */
const QUERY_MAX = 100;

async function run(call: CommandCall): Promise<Said | Refusal | undefined> {
  const { office, me, reader } = call;
  const line = parseRulesLine(call.text);
  if (isRefusal(line)) return line;
  switch (line.what) {
    case 'amend': {
      const amending = await openAmending(office, me, line.number);
      if (isRefusal(amending)) return amending;
      await call.open(amendForm(amending, reader));
      return;
    }
    case 'withdraw': {
      const withdrawn = await withdrawAmendment(office, me, line.number);
      return isRefusal(withdrawn) ? withdrawn : { text: withdrawnText(withdrawn, reader) };
    }
    case 'receipts': {
      const readers = await readersFor(office, me, line.number);
      return isRefusal(readers) ? readers : receiptsList(readers, line.number, reader);
    }
    case 'switches':
      return switchedList(await switchedOff(office), reader);
    case 'off':
    case 'on': {
      const switched = await (line.what === 'off' ? switchOff(office, me, line) : switchOn(office, me, line));
      return isRefusal(switched) ? switched : { text: switchedText(switched, reader) };
    }
    default:
      return read(call, line.query);
  }
}

async function read({ office, me, reader }: CommandCall, text: string): Promise<Said> {
  const query = [...text].slice(0, QUERY_MAX).join('');
  const number = articleNumberIn(query);
  const page = number === undefined ? null : await articlePage(office, me, number);
  if (page !== null) return articleInFull(page, reader);
  const book = inForceOn(await rulebookIn(office.database.read), todayOf(office));
  return articlesFound(query, searchArticles(query, reader.locale, book, reader.t.post.posts), reader);
}

async function submit({ office, me, reader, metadata, values }: ModalCall): Promise<ModalAnswer> {
  const proposed = await proposeAmendment(office, me, amendedIn(metadata), draftOf(values));
  if (isRefusal(proposed)) return { refusal: proposed, at: fieldOf(proposed) };
  return { update: amendmentSent(proposed, reader) };
}

/** The message it stands in says that it is confirmed; only a second press is answered. */
async function confirm({ office, me, reader, value, alone }: ButtonCall): Promise<Said | Refusal | undefined> {
  const confirmed = await confirmRead(office, me, idIn(value));
  if (isRefusal(confirmed)) return confirmed;
  const { readAt, before } = confirmed;
  if (before) return { text: readBeforeText(readAt, reader) };
  return alone ? { text: readNowText(readAt, reader) } : undefined;
}

async function withdraw({ office, me, reader, value }: ButtonCall): Promise<Said | Refusal> {
  const withdrawn = await withdrawById(office, me, idIn(value));
  return isRefusal(withdrawn) ? withdrawn : { text: withdrawnText(withdrawn, reader) };
}

/** A button's number; what is not one finds no amendment. */
function idIn(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
