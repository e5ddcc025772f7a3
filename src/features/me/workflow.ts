/** Somebody's own record: read from what the other nouns keep, never about anybody else. */
import { todayOf } from '../../kernel/civil.ts';
import type { Reader } from '../../locales/reader.ts';
import type { Member } from '../../member/rules.ts';
import type { Office, Own } from '../../office/office.ts';
import type { OwnRecord } from './messages.ts';

/** A record with its sections, which each noun draws in the reader's language. */
export interface ReadRecord extends OwnRecord {
  sections(reader: Reader): string[][];
}

/** All that `/me` and the Home tab show, section by section in the order of the features. */
export async function ownRecord(office: Office, me: Member): Promise<ReadRecord> {
  const { read } = office.database;
  const parts: Awaited<ReturnType<Own>>[] = [];
  for (const own of office.declared.own) parts.push(await own(office, read, me));
  return {
    memberId: me.id,
    today: todayOf(office),
    posts: me.posts,
    leaderId: me.leaderId,
    sections: reader => parts.flatMap(draw => draw(reader)).filter(lines => lines.length > 0),
  };
}
