/** `/me` and the Home tab: one's own record, and for somebody without a post how to get one. */

import { parseOwnLine } from '../src/features/me/line.ts';
import {
  PREFERENCE_FIELDS,
  PREFERENCE_FORM,
  preferenceForm,
  preferenceSet,
} from '../src/features/me/preferenceForm.ts';
import { myPreference, prefer } from '../src/features/me/preferring.ts';
import { ownRecordSaid, welcomeSaid } from '../src/features/me/views.ts';
import { ownRecord } from '../src/features/me/workflow.ts';
import { postGivers } from '../src/features/post/list.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { type Reader, sentenceFor } from '../src/locales/reader.ts';
import { judgePreference } from '../src/member/preference.ts';
import { type Member, standingOf } from '../src/member/rules.ts';
import type { Office } from '../src/office/office.ts';
import { textIn } from '../src/slack/button.ts';
import type { Command, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const me: Command = {
  name: '/me',
  words: 'me',
  async run(call) {
    const { office, me, reader } = call;
    const wanted = parseOwnLine(call.text);
    if (isRefusal(wanted)) return wanted;
    if (wanted === 'record') return ownSaid(me, reader, office);
    await call.open(preferenceForm(await myPreference(office, me), reader));
    return undefined;
  },
  modals: { [PREFERENCE_FORM]: setPreference },
};

async function setPreference({ office, me, reader, values }: ModalCall): Promise<ModalAnswer> {
  const { reminders, from, to } = PREFERENCE_FIELDS;
  const judged = judgePreference(textIn(values, reminders) !== 'off', textIn(values, from), textIn(values, to));
  if (isRefusal(judged)) return { refusal: judged, at: textIn(values, from) === '' ? from : to };
  await prefer(office, me, judged);
  return { update: preferenceSet(judged, reader) };
}

/** The Home tab: the same as `/me`. */
export async function home(me: Member, reader: Reader, office: Office): Promise<Said> {
  const standing = standingOf(me);
  if (standing === true) return ownSaid(me, reader, office);
  return standing.code === 'member.noPost'
    ? welcomeSaid(await postGivers(office), reader)
    : { text: sentenceFor(standing, reader) };
}

async function ownSaid(me: Member, reader: Reader, office: Office): Promise<Said> {
  const record = await ownRecord(office, me);
  return ownRecordSaid(record, record.sections(reader), reader);
}
