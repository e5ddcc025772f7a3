/** What the outbox knows of messages that stand in Slack: whose mark it is, and which card stands there. */
import type { Tx } from './tx.ts';

/** Those of the marks that no row of the outbox bears. */
export async function unknownMarks(tx: Tx, uuids: readonly string[]): Promise<Set<string>> {
  const known = await tx.outbox.findMany({ where: { uuid: { in: [...uuids] } }, select: { uuid: true } });
  const there = new Set(known.map(({ uuid }) => uuid));
  return new Set(uuids.filter(uuid => !there.has(uuid)));
}

/** The name of the card that stands there; null when none is known to. */
export async function cardAt(tx: Tx, { channel, ts }: { channel: string; ts: string }): Promise<string | null> {
  return (await tx.card.findFirst({ where: { channel, ts }, select: { key: true } }))?.key ?? null;
}
