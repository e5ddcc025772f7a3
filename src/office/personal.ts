/** Everything stored about one member, for whoever has a right to know it, read as the features declare it. */
import { engineKept, recordAbout } from '../store/kept.ts';
import type { Tx } from '../store/tx.ts';
import type { KeptTables } from './kept.ts';

/** The rows of each kind by its name; of other people's matters only what the member did or wrote in them. */
export type PersonalData = Record<string, unknown>;

/** Null when nobody of that id was ever seen. */
export async function personalData(tx: Tx, kept: KeptTables, memberId: string): Promise<PersonalData | null> {
  if ((await tx.member.count({ where: { id: memberId } })) === 0) return null;
  const data: PersonalData = {};
  const own: Record<string, readonly number[]> = {};
  for (const { about, noun } of Object.values({ ...engineKept, ...kept })) {
    for (const [name, read] of Object.entries(about ?? {})) place(data, name.split('.'), await read(tx, memberId));
    if (noun !== undefined) own[noun.name] = await noun.of(tx, memberId);
  }
  return { ...data, record: await recordAbout(tx, memberId, own) };
}

function place(data: PersonalData, [name = '', ...within]: string[], value: unknown): void {
  if (within.length === 0) {
    data[name] = value;
    return;
  }
  const inner = (data[name] ?? {}) as PersonalData;
  data[name] = inner;
  place(inner, within, value);
}
