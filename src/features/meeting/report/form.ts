/** The form for the report at the morning meeting, and the word that it is saved. */
import type { InputBlock, ModalView } from '@slack/types';
import type { CivilDate } from '../../../kernel/civil.ts';
import { hour, type Reader } from '../../../locales/reader.ts';
import { context, plain, section, textInput } from '../../../slack/button.ts';
import type { Reported } from '../messages.ts';
import { signedInText, whenText } from '../views.ts';
import { MOST_REPORT, type Report, type Reportable, type ReportField } from './rules.ts';

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const REPORT_FIELDS: Record<ReportField, string> = {
  yesterday: 'meeting.yesterday',
  today: 'meeting.today',
  blockers: 'meeting.blockers',
};

/** The form, with what was written before. */
export function reportForm(
  { meeting, draft }: { meeting: Reportable; draft: Report | null },
  reader: Reader,
): ModalView {
  const { meeting: words, common } = reader.t;
  return {
    type: 'modal',
    callback_id: 'meeting.reportForm',
    private_metadata: meeting.id === null ? meeting.date : String(meeting.id),
    title: plain(words.reportTitle, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [
      input('yesterday', draft, reader),
      input('today', draft, reader),
      input('blockers', draft, reader),
      context(words.reportHint(untilText(meeting, reader))),
    ],
  };
}

/** What is answered to a report that was taken. */
export function reportSavedText(reported: Reported, reader: Reader): string {
  const { meeting: words } = reader.t;
  const { signed, excused, signFrom } = reported;
  const lines = [words.reported(untilText(reported, reader))];
  if (signed !== null) lines.push(signedInText(signed, reader));
  if (signFrom !== null) lines.push(words.signLater(hour(signFrom, reader)));
  if (excused) lines.push(words.excusedNotSigned);
  return lines.join('\n');
}

/** The same in place of the form. */
export function reportSaved(reported: Reported, reader: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: 'meeting.reportSaved',
    title: plain(reader.t.meeting.reportTitle, 24),
    close: plain(reader.t.common.close, 24),
    blocks: [section(reportSavedText(reported, reader))],
  };
}

/** Until when it can be changed; the day stands with it while the meeting's sheet is not out. */
function untilText(
  { date, closesAt, ahead }: { date: CivilDate; closesAt: Date; ahead: boolean },
  reader: Reader,
): string {
  return ahead ? whenText({ date, startsAt: closesAt }, reader) : hour(closesAt, reader);
}

function input(field: ReportField, draft: Report | null, { t }: Reader): InputBlock {
  return textInput({
    id: REPORT_FIELDS[field],
    label: t.meeting.questions[field],
    max: MOST_REPORT,
    initial: draft?.[field] ?? '',
    multiline: true,
    optional: field === 'blockers',
  });
}
