/** A file is brought into a department that has a regulation: versions, ends, settings, and whom is asked to read what changed. */
import { type CivilDate, todayOf } from '../../../kernel/civil.ts';
import type { Office } from '../../../office/office.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import { figuresOf } from '../amendment/recorded.ts';
import { OPERATOR } from '../amendment/rules.ts';
import { askToRead } from '../amendment/signing.ts';
import { enterSigned, pendingAmendments } from '../amendment/store.ts';
import type { Article } from '../article.ts';
import { changeSettings, changeWhole, enterVersions, settingsOf, titleOf, versionsOf, wholeOf } from '../store.ts';
import type { Rulebook } from '../yaml.ts';
import { type Brought, endOf, isEmpty, type NotBrought, type Plan, planOf } from './rules.ts';

export interface Imported {
  plan: Plan;
  /** It was entered; false where it was only looked at. */
  entered: boolean;
  /** How many people are asked to read something. */
  asked: number;
  /** Articles of which an amendment waits that cannot be signed any more. */
  overtaken: string[];
}

/**
 * Says what the file changes from that day on (null: today) and, where that is wanted, enters it in one transaction. Null
 * where no regulation was loaded yet.
 */
export function importRulebook(
  office: Office,
  file: Rulebook,
  wanted: { from: CivilDate | null; really: boolean; hasCases(tx: Tx): Promise<boolean> },
): Promise<Imported | NotBrought | null> {
  return office.database.transaction(async tx => {
    const title = await titleOf(tx);
    if (title === null) return null;
    const today = todayOf(office);
    const whole = { title, ...(await wholeOf(tx)) };
    const present = { whole, versions: await versionsOf(tx), settings: await settingsOf(tx) };
    const hasCases = await wanted.hasCases(tx);
    const plan = planOf(file, { ...present, hasCases }, wanted.from ?? today, today);
    if ('why' in plan) return plan;
    const touched = new Set([...plan.changed.map(({ after }) => after), ...plan.gone].map(({ number }) => number));
    const overtaken = (await pendingAmendments(tx)).map(({ number }) => number).filter(number => touched.has(number));
    const entered = wanted.really && !isEmpty(plan);
    const asked = entered ? await enter(office, tx, plan) : 0;
    return { plan, entered, asked, overtaken };
  });
}

async function enter(office: Office, tx: Tx, plan: Plan): Promise<number> {
  const at = office.clock.now();
  const asked = new Set<string>();
  for (const one of [...plan.added, ...plan.changed])
    for (const memberId of await enterBrought(office, tx, one)) asked.add(memberId);
  for (const article of plan.gone) await enterVersion(tx, endOf(article, plan.from), at);
  await changeSettings(tx, plan.settings, at);
  await changeWhole(tx, plan.whole);
  const { settings, whole } = plan;
  if (settings.length + Object.keys(whole).length > 0) {
    const [before, after] = (['before', 'after'] as const).map(side => ({
      ...Object.fromEntries(Object.entries(whole).map(([name, change]) => [name, change[side]])),
      ...Object.fromEntries(settings.map(one => [one.name, one[side]?.value ?? null])),
    }));
    await record(tx, { at, actor: OPERATOR, deed: 'rulebook.imported', noun: 'rulebook', nounId: '1', before, after });
  }
  return asked.size;
}

/** The version, beside it an amendment that nobody proposed, and the people who are to read it; answers them. */
async function enterBrought(office: Office, tx: Tx, { before, after, asks }: Brought): Promise<string[]> {
  const at = office.clock.now();
  const { number, version, inForceFrom, ...body } = after;
  await enterVersion(tx, after, at);
  // Of one that never was, old and new are the same.
  const baseVersion = before?.version ?? version;
  const said = { number, baseVersion, wordingOnly: !asks, askedFrom: inForceFrom, version, inForceFrom };
  const row = await enterSigned(tx, { ...said, body, why: '', proposerId: OPERATOR, decidedBy: OPERATOR, at });
  const facts = { state: 'signed', ...said, figures: figuresOf(after.tiers), decidedBy: OPERATOR };
  const entry = { at, actor: OPERATOR, deed: 'amendment.imported', noun: 'amendment', nounId: row.id };
  await record(tx, { ...entry, after: facts });
  return asks ? askToRead(office, tx, row, { before: before ?? after, after }, OPERATOR) : [];
}

async function enterVersion(tx: Tx, article: Article, at: Date): Promise<void> {
  const { number, version, inForceFrom, tiers, ended } = article;
  if ((await enterVersions(tx, [article], at)) !== 1) throw new Error(`${number} has a version ${version} by now`);
  const after = { version, inForceFrom, figures: figuresOf(tiers, ended) };
  await record(tx, { at, actor: OPERATOR, deed: 'article.amended', noun: 'article', nounId: number, after });
}
