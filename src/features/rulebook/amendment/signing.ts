/** The president signs an amendment, or does not: a signed one is a version of its article, and people are asked to read it (9.1). */
import { todayOf } from '../../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { allMembers } from '../../../member/store.ts';
import type { Taken } from '../../../office/matter.ts';
import type { Office } from '../../../office/office.ts';
import { say } from '../../../office/say.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import type { Article } from '../article.ts';
import { enterVersions, versionsOf } from '../store.ts';
import { figuresOf } from './recorded.ts';
import { inForceOnceSigned, latestOf, readersOf } from './rules.ts';
import { type AmendmentRow, amendmentById, askReaders, endAmendment } from './store.ts';

/** What a decision about an amendment changes, in its transaction. */
export async function amendmentDecided(office: Office, tx: Tx, taken: Taken): Promise<true | Refusal> {
  const { asked, actor, onBehalfOf, verdict } = taken;
  const row = await amendmentById(tx, asked.subjectId);
  if (row === null) return refuse('approval.gone', {});
  if (verdict === 'approved') return signAmendment(office, tx, row, actor.id, onBehalfOf);
  const at = office.clock.now();
  const end = { decidedBy: actor.id, decidedFor: onBehalfOf, decidedAt: at };
  if (!(await endAmendment(tx, row.id, { state: 'rejected', ...end }))) return refuse('approval.gone', {});
  const after = { state: 'rejected', decidedBy: actor.id, decidedFor: onBehalfOf };
  await record(tx, { at, actor: actor.id, deed: 'amendment.rejected', noun: 'amendment', nounId: row.id, after });
  return true;
}

/**
 * Enters the version, in force from the day asked for and never before the day of signing, so that no incident of an
 * earlier day is judged by it. Everybody it binds is asked to read it, unless it changes the wording only.
 */
export async function signAmendment(
  office: Office,
  tx: Tx,
  row: AmendmentRow,
  signedBy: string,
  onBehalfOf: string | null,
): Promise<true | Refusal> {
  const at = office.clock.now();
  const before = latestOf(await versionsOf(tx, row.number));
  const overtaken = refuse('amendment.overtaken', { number: row.number, version: before.version });
  if (before.version !== row.baseVersion) return overtaken;
  const inForceFrom = inForceOnceSigned(row.askedFrom, todayOf(office, at));
  const after: Article = { ...before, ...row.body, version: before.version + 1, inForceFrom };
  const { version } = after;
  const decided = { decidedBy: signedBy, decidedFor: onBehalfOf };
  const end = { state: 'signed', version, inForceFrom, ...decided } as const;
  if (!(await endAmendment(tx, row.id, { ...end, decidedAt: at }))) return refuse('approval.gone', {});
  if ((await enterVersions(tx, [after], at)) !== 1) return overtaken;
  const entry = { at, actor: signedBy, noun: 'amendment', nounId: row.id };
  await record(tx, { ...entry, deed: 'amendment.signed', before: { state: 'pending' }, after: end });
  const amended = { version, inForceFrom, figures: figuresOf(after.tiers) };
  await record(tx, {
    at,
    actor: signedBy,
    deed: 'article.amended',
    noun: 'article',
    nounId: row.number,
    after: amended,
  });
  if (!row.wordingOnly) await askToRead(office, tx, row, { before, after }, signedBy);
  return true;
}

/** Asks everybody the change binds to read it, and says so on the record; answers whom. */
export async function askToRead(
  office: Office,
  tx: Tx,
  { id, proposerId }: AmendmentRow,
  change: { before: Article; after: Article },
  signedBy: string,
): Promise<string[]> {
  const at = office.clock.now();
  const asked = readersOf(change, (await allMembers(tx)).values(), [signedBy, proposerId]);
  if (asked.length === 0) return [];
  await askReaders(tx, id, asked, at);
  const entry = { at, actor: signedBy, deed: 'amendment.asked', noun: 'amendment', nounId: id };
  await record(tx, { ...entry, after: { asked } });
  for (const memberId of asked) {
    const card = readCard(id, memberId);
    const ref = { amendmentId: id, memberId };
    await say(office, tx, { key: card, card, recipient: memberId, message: 'rulebook.toRead', ref });
  }
  return asked;
}

/** The message in which somebody is asked to read an amendment. */
export function readCard(id: number, memberId: string): string {
  return `amendment:${id}:${memberId}`;
}

/** Throws where signing is refused although all was looked at before: nothing of the deed may stay. */
export function certain(signed: true | Refusal): void {
  if (isRefusal(signed)) throw new Error(`an amendment could not be signed: ${signed.code}`);
}
