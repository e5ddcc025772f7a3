/** `/meeting`: the plan, signing in, the report at the morning meeting, the monthly date, and sheets. */

import { parseMeetingLine } from '../src/features/meeting/line.ts';
import { type Month, maySetMonthly } from '../src/features/meeting/monthly/rules.ts';
import {
  MONTHLY_FIELDS,
  monthlyDone,
  monthlyDoneText,
  monthlyForm,
  SET_MONTHLY,
} from '../src/features/meeting/monthly/views.ts';
import { monthlyToSet, setMonthly } from '../src/features/meeting/monthly/workflow.ts';
import { closedSaid, planMessage, sheetsMessage } from '../src/features/meeting/planViews.ts';
import { REPORT_FIELDS, reportForm, reportSaved, reportSavedText } from '../src/features/meeting/report/form.ts';
import { type Report, type Which, whichOf } from '../src/features/meeting/report/rules.ts';
import { report, reportDraft } from '../src/features/meeting/report/workflow.ts';
import { meetingPlan, sheetsSeen, signIn } from '../src/features/meeting/signIn.ts';
import { REPORT, SIGN_IN, signedInText } from '../src/features/meeting/views.ts';
import { isCivilDate, isCivilTime, todayOf } from '../src/kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import { sentenceFor } from '../src/locales/reader.ts';
import { takesPart } from '../src/member/rules.ts';
import { textIn } from '../src/slack/button.ts';
import type { Call, Command, CommandCall, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const meeting: Command = {
  name: '/meeting',
  words: 'meeting',
  run,
  buttons: {
    [SIGN_IN]: async call => orOpenInstead(await sign(call, idOf(call.value)), call),
    [REPORT]: async call => orOpenInstead(await openReport(call, whichOf(call.value)), call),
    [SET_MONTHLY]: call => openMonthly(call, call.value),
  },
  modals: { 'meeting.reportForm': submitReport, 'meeting.monthlyForm': submitMonthly },
};

async function run(call: CommandCall): Promise<Said | Refusal | undefined> {
  const { office, me, reader } = call;
  const line = parseMeetingLine(call.text, todayOf(call.office), office.settings.hours);
  if (isRefusal(line)) return line;
  switch (line.what) {
    case 'list': {
      const my = { takesPart: takesPart(me), setsMonthly: maySetMonthly(me) };
      return planMessage(await meetingPlan(office, me), my, reader);
    }
    case 'signIn':
      return sign(call, null);
    case 'reportForm':
      return openReport(call, null);
    case 'report': {
      const done = await report(office, me, null, line.report);
      return isRefusal(done) ? done : { text: reportSavedText(done, reader) };
    }
    case 'monthlyForm':
      return openMonthly(call, null);
    case 'monthly': {
      const done = await setMonthly(office, me, line);
      return isRefusal(done) ? done : { text: monthlyDoneText(done.monthly, done.dayOff, reader) };
    }
    case 'sheet': {
      const seen = await sheetsSeen(office, me, line);
      return isRefusal(seen) ? seen : sheetsMessage(seen, reader);
    }
  }
}

async function sign({ office, me, reader }: Call, meetingId: number | null): Promise<Said | Refusal> {
  const signed = await signIn(office, me, meetingId);
  return isRefusal(signed) ? signed : { text: signedInText(signed, reader) };
}

/** An old button names the meeting that is open instead. */
function orOpenInstead<Answer extends Said | Refusal | undefined>(answer: Answer, { reader }: Call): Answer | Said {
  if (answer === undefined || !isRefusal(answer) || answer.code !== 'meeting.closed') return answer;
  const { open } = answer.params;
  return open === null ? answer : closedSaid(sentenceFor(answer, reader), open, reader);
}

async function openReport(call: Call, which: Which): Promise<Refusal | undefined> {
  const found = await reportDraft(call.office, call.me, which);
  if (isRefusal(found)) return found;
  await call.open(reportForm(found, call.reader));
}

async function submitReport(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader, values } = call;
  const written: Report = {
    yesterday: textIn(values, REPORT_FIELDS.yesterday),
    today: textIn(values, REPORT_FIELDS.today),
    blockers: textIn(values, REPORT_FIELDS.blockers),
  };
  const done = await report(office, me, whichOf(call.metadata), written);
  if (!isRefusal(done)) return { update: reportSaved(done, reader) };
  const about = done.code === 'report.empty' || done.code === 'report.tooLong' ? done.params.field : 'yesterday';
  return { refusal: done, at: REPORT_FIELDS[about] };
}

async function openMonthly(call: Call, month: Month | null): Promise<Refusal | undefined> {
  const found = await monthlyToSet(call.office, call.me, month);
  if (isRefusal(found)) return found;
  await call.open(monthlyForm(found.facts, found.proposed, call.reader));
}

async function submitMonthly(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader, values } = call;
  const [date, time] = [textIn(values, MONTHLY_FIELDS.date), textIn(values, MONTHLY_FIELDS.time)];
  const done =
    isCivilDate(date) && isCivilTime(time)
      ? await setMonthly(office, me, { date, time })
      : refuse('meeting.badMonthly', { text: `${date} ${time}` });
  if (isRefusal(done)) return { refusal: done, at: MONTHLY_FIELDS.date };
  return { update: monthlyDone(done.monthly, done.dayOff, reader) };
}

/** A button's meeting id; what is not one finds no meeting. */
function idOf(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
