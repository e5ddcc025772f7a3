/** Which articles are switched off, and were. */
import type { CivilDate } from '../../../kernel/civil.ts';
import { ERASED } from '../../../kernel/erasure.ts';
import { WORDS } from '../../../store/erasing.ts';
import type { ArticleSwitch } from '../../../store/generated/client.ts';
import type { Tx } from '../../../store/tx.ts';
import { SWITCHED_OFF, type Switch } from '../article.ts';

/** All there ever were, or those of one article, the earliest first. */
export async function switchesOf(tx: Tx, article?: string): Promise<Switch[]> {
  return (await tx.articleSwitch.findMany({ where: { article }, orderBy: { id: 'asc' } })).map(read);
}

/** One of them; null when there is none of that number. */
export async function switchById(tx: Tx, id: number): Promise<Switch | null> {
  const row = await tx.articleSwitch.findUnique({ where: { id } });
  return row === null ? null : read(row);
}

/** Keeps that an article is off; null when it is by now. */
export async function createSwitch(
  tx: Tx,
  data: Pick<ArticleSwitch, 'article' | 'what' | 'offFrom' | 'offBy' | 'offAt' | 'reason'>,
): Promise<Switch | null> {
  const [row] = await tx.articleSwitch.createManyAndReturn({ data, skipDuplicates: true });
  return row === undefined ? null : read(row);
}

/** Ends one; false when another was first. */
export async function endSwitch(
  tx: Tx,
  id: number,
  end: { onFrom: CivilDate; onBy: string; onAt: Date; onReason: string | null },
): Promise<boolean> {
  return (await tx.articleSwitch.updateMany({ where: { id, onAt: null }, data: end })).count === 1;
}

/** Erases the reasons of what ended before an instant, or of what a member did and is over; answers of how many. */
export async function eraseReasons(tx: Tx, of: { before: Date } | { memberId: string }): Promise<number> {
  const over = 'before' in of ? { onAt: { lt: of.before } } : { onAt: { not: null } };
  const [off, on] = 'before' in of ? [{}, {}] : [{ offBy: of.memberId }, { onBy: of.memberId }];
  const reasons = { ...over, ...off, reason: WORDS };
  const given = { ...over, ...on, onReason: WORDS };
  const rows = await tx.articleSwitch.findMany({ where: { OR: [reasons, given] }, select: { id: true } });
  await tx.articleSwitch.updateMany({ where: reasons, data: { reason: ERASED } });
  await tx.articleSwitch.updateMany({ where: given, data: { onReason: ERASED } });
  return rows.length;
}

function read({ what, offAt, onAt: _, ...row }: ArticleSwitch): Switch {
  const known = SWITCHED_OFF.find(each => each === what);
  if (known === undefined) throw new Error(`switch ${row.id} switches the unknown part ${what}`);
  return { ...row, what: known, offAt: offAt.toISOString() };
}
