/** `/ledger`: the money of a month; signed by manager and president, and given out for payroll (8.1). */

import { parseLedgerLine } from '../src/features/ledger/line.ts';
import { EXPORT, ledgerSaid, ledgerSheet, ownLedgerSaid, SIGN, signedIn } from '../src/features/ledger/views.ts';
import { exportMonth, lookUpMonth, signMonth } from '../src/features/ledger/workflow.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { moment, person, readerOf } from '../src/locales/reader.ts';
import type { ButtonCall, Command, CommandCall, Said } from '../src/slack/command.ts';

export const ledger: Command = {
  name: '/ledger',
  words: 'ledger',
  run,
  buttons: { [SIGN]: pressSign, [EXPORT]: pressExport },
};

async function run({ office, me, reader, text, typedOn }: CommandCall): Promise<Said | Refusal> {
  const month = parseLedgerLine(text, typedOn.slice(0, 7));
  if (isRefusal(month)) return month;
  const found = await lookUpMonth(office, me, month);
  return 'all' in found ? ledgerSaid(found.all, reader) : ownLedgerSaid(found.own, reader);
}

async function pressSign({ office, me, reader, value, alone }: ButtonCall): Promise<Said | Refusal | undefined> {
  const { month, mark } = signedIn(value);
  const signed = await signMonth(office, me, month, mark);
  if (isRefusal(signed)) return signed;
  // In direct messages the card draws itself anew.
  return alone ? { ...ledgerSaid(signed, reader), replaces: true } : undefined;
}

async function pressExport(call: ButtonCall): Promise<Said | Refusal> {
  const { office, me, reader, value: month } = call;
  const given = await exportMonth(office, me, month);
  if (isRefusal(given)) return given;
  // The file is payroll's, so it is in the department's language.
  const { speech, settings } = office;
  const sheet = ledgerSheet(given.facts, given.names, readerOf(speech, settings.locale, settings.zone));
  const { ledger: words } = reader.t;
  if (!(await call.deliver(sheet))) return { text: words.exportLost(month) };
  if (given.before === null) return { text: words.exportDone(month) };
  return { text: words.exportAgain(month, person(given.before.by), moment(given.before.at, reader)) };
}
