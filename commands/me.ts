/** `/me` and the Home tab: one's own record, and for somebody without a post how to get one. */

import { ownRecordSaid, welcomeSaid } from '../src/features/me/views.ts';
import { ownRecord } from '../src/features/me/workflow.ts';
import { postGivers } from '../src/features/post/list.ts';
import { refuse } from '../src/kernel/refusal.ts';
import { type Reader, sentenceFor } from '../src/locales/reader.ts';
import { type Member, standingOf } from '../src/member/rules.ts';
import type { Office } from '../src/office/office.ts';
import type { Command, Said } from '../src/slack/command.ts';

export const me: Command = {
  name: '/me',
  words: 'me',
  run: async ({ office, me, reader, text }) =>
    /^(?:<@|[@＠])/u.test(text) ? refuse('member.ownRecordOnly', {}) : ownSaid(me, reader, office),
};

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
