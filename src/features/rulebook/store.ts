/** The versions of the articles. */
import type { Locale } from '../../kernel/locale.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Tx } from '../../store/tx.ts';
import type { Article } from './article.ts';
import type { Setting } from './setting.ts';
import type { Rulebook } from './yaml.ts';

/** What of an article stands in its column of JSON. */
type Body = Omit<Article, 'number' | 'version' | 'inForceFrom'>;

/** There is one. */
const ID = 1;

/** What the regulation is called; null before it was loaded. */
export async function titleOf(tx: Tx): Promise<Record<Locale, string> | null> {
  const row = await tx.rulebook.findUnique({ where: { id: ID }, select: { title: true } });
  return row === null ? null : (row.title as Record<Locale, string>);
}

/** Who decides up to how much (8.1, 8.4), and what amounts are in. */
export async function wholeOf(tx: Tx): Promise<Pick<Rulebook, 'authority' | 'unit'>> {
  const { authority, unit } = await tx.rulebook.findUniqueOrThrow({ where: { id: ID } });
  return { authority: authority as unknown as Rulebook['authority'], unit: unit as Rulebook['unit'] };
}

/** Whether its settings were entered: false for one that was loaded before they stood beside its articles. */
export async function hasSettings(tx: Tx): Promise<boolean> {
  return (await tx.rulebook.count({ where: { id: ID, settingsAt: { not: null } } })) === 1;
}

/** Whether it is loaded by whoever asks: false where it was loaded already. */
export async function claimLoading(
  tx: Tx,
  { title, authority, unit }: Pick<Rulebook, 'title' | 'authority' | 'unit'>,
  loadedAt: Date,
): Promise<boolean> {
  const levels = authority as unknown as Prisma.InputJsonValue;
  const data = { id: ID, title, authority: levels, unit, loadedAt, settingsAt: loadedAt };
  const { count } = await tx.rulebook.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Whether the settings are entered by whoever asks: false where they were entered already. */
export async function claimSettings(tx: Tx, settingsAt: Date): Promise<boolean> {
  const { count } = await tx.rulebook.updateMany({ where: { id: ID, settingsAt: null }, data: { settingsAt } });
  return count === 1;
}

/** Enters settings; each is there once. */
export async function enterSettings(tx: Tx, settings: readonly Setting[], enteredAt: Date): Promise<void> {
  const data = settings.map(({ name, article, value, reading }) => {
    return { name, article, value: (value ?? Prisma.JsonNull) as Prisma.InputJsonValue, reading, enteredAt };
  });
  await tx.rulebookSetting.createMany({ data });
}

/** Every setting, or those beside one article. */
export async function settingsOf(tx: Tx, article?: string): Promise<Setting[]> {
  const rows = await tx.rulebookSetting.findMany({ where: { article }, orderBy: { name: 'asc' } });
  return rows.map(({ name, article, value, reading }) => {
    return { name, article, value, reading: reading as Record<Locale, string> };
  });
}

/** Puts these settings in the place of what stood there. */
export async function changeSettings(
  tx: Tx,
  changes: readonly { name: string; after: Setting | undefined }[],
  enteredAt: Date,
): Promise<void> {
  await tx.rulebookSetting.deleteMany({ where: { name: { in: changes.map(({ name }) => name) } } });
  await enterSettings(
    tx,
    changes.flatMap(({ after }) => after ?? []),
    enteredAt,
  );
}

/** Puts what a rulebook says of the whole in the place of what it said. */
export async function changeWhole(
  tx: Tx,
  { title, authority, unit }: { [K in 'title' | 'authority' | 'unit']?: { after: Rulebook[K] } },
): Promise<void> {
  const data = {
    ...(title && { title: title.after }),
    ...(authority && { authority: authority.after as unknown as Prisma.InputJsonValue }),
    ...(unit && { unit: unit.after }),
  };
  await tx.rulebook.updateMany({ where: { id: ID }, data });
}

/** Enters versions; those that are there already stay as they are. Answers how many were entered. */
export async function enterVersions(tx: Tx, articles: readonly Article[], enteredAt: Date): Promise<number> {
  const data = articles.map(({ number, version, inForceFrom, ...body }) => {
    return { number, version, inForceFrom, body: body as unknown as Prisma.InputJsonValue, enteredAt };
  });
  return (await tx.articleVersion.createMany({ data, skipDuplicates: true })).count;
}

/** Every version of every article, or of one. */
export async function versionsOf(tx: Tx, number?: string): Promise<Article[]> {
  const rows = await tx.articleVersion.findMany({ where: { number }, orderBy: { version: 'asc' } });
  return rows.map(read);
}

/** The versions named. */
export async function versionsNamed(tx: Tx, named: readonly Pick<Article, 'number' | 'version'>[]): Promise<Article[]> {
  if (named.length === 0) return [];
  const rows = await tx.$queryRaw<Parameters<typeof read>[0][]>(Prisma.sql`
    SELECT v.* FROM article_version v
    JOIN unnest(${named.map(({ number }) => number)}::text[], ${named.map(({ version }) => version)}::int[])
      AS wanted(number, version) ON v.number = wanted.number AND v.version = wanted.version`);
  return rows.map(read);
}

function read(row: { number: string; version: number; inForceFrom: string; body: unknown }): Article {
  const { number, version, inForceFrom } = row;
  return { number, version, inForceFrom, ...(row.body as Body) };
}
