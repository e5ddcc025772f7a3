/** A leader switches an article off, or on again: on the record, with the president told. */
import { type CivilDate, todayOf } from '../../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { holds, type Member, standingOf } from '../../../member/rules.ts';
import { allMembers } from '../../../member/store.ts';
import { happen } from '../../../office/happen.ts';
import type { Composers, Office } from '../../../office/office.ts';
import { say } from '../../../office/say.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import type { Article, Switch, SwitchedOff } from '../article.ts';
import { inForceOn } from '../rules.ts';
import { versionsOf } from '../store.ts';
import type { Switched, SwitchMessages } from './messages.ts';
import { maySwitch, offOn, proposesBy, reasonIn, switchable } from './rules.ts';
import { createSwitch, endSwitch, switchById, switchesOf } from './store.ts';

/** Nothing is filed under the article for today and later days, or only nothing proposed by it, until it is switched on. */
export async function switchOff(
  office: Office,
  me: Member,
  { number, off, reason: typed }: { number: string; off: SwitchedOff; reason: string },
): Promise<Switched | Refusal> {
  const result = await office.database.transaction(async tx => {
    const found = await toSwitch(office, tx, me, number, 'off');
    if (isRefusal(found)) return found;
    const { article, standing, today, at } = found;
    const proposed = Object.values(office.declared.proposals).map(one => one.article);
    const what = switchable(article, off, proposed, standing);
    if (isRefusal(what)) return what;
    const reason = reasonIn(typed, number, what);
    if (isRefusal(reason)) return reason;
    if (standing !== undefined && !(await end(tx, me, standing, { today, at, reason: null })))
      return refuse('switch.isOn', { article: number });
    const row = await createSwitch(tx, { article: number, what, offFrom: today, offBy: me.id, offAt: at, reason });
    if (row === null) return isOff(await switchesOf(tx, number), number, today, me);
    const after = { article: number, what, offFrom: today, offBy: me.id };
    await record(tx, { at, actor: me.id, deed: 'switch.off', noun: 'switch', nounId: row.id, after });
    await happen(office, tx, 'article.switchedOff', { article: number, by: me.id });
    await tellPresident(office, tx, me, row, 'off');
    return { article, switch: row };
  });
  office.wake();
  return result;
}

/** The article holds again from today on; the days in which it was off stay without it. */
export async function switchOn(
  office: Office,
  me: Member,
  { number, reason: typed }: { number: string; reason: string },
): Promise<Switched | Refusal> {
  const result = await office.database.transaction(async tx => {
    const found = await toSwitch(office, tx, me, number, 'on');
    if (isRefusal(found)) return found;
    const { article, standing, today, at } = found;
    if (standing === undefined) return refuse('switch.isOn', { article: number });
    const reason = typed === '' ? null : reasonIn(typed, number, standing.what);
    if (isRefusal(reason)) return reason;
    if (!(await end(tx, me, standing, { today, at, reason }))) return refuse('switch.isOn', { article: number });
    const row = { ...standing, onFrom: today, onBy: me.id, onReason: reason };
    await tellPresident(office, tx, me, row, 'on');
    return { article, switch: row };
  });
  office.wake();
  return result;
}

/** What is off today, in the regulation's order. */
export async function switchedOff(office: Office): Promise<Switched[]> {
  const { read } = office.database;
  const today = todayOf(office);
  const switches = (await switchesOf(read)).filter(({ onFrom }) => onFrom === null);
  const articles = inForceOn(await versionsOf(read), today);
  return articles.flatMap(article => {
    const standing = switches.find(one => one.article === article.number);
    return standing === undefined ? [] : [{ article, switch: standing }];
  });
}

/** Whether the bot proposes something by the article about that day. */
export async function isProposing(office: Office, tx: Tx, article: string, date: CivilDate): Promise<boolean> {
  return proposesBy({ switches: await switchesOf(tx, article) }, date, todayOf(office));
}

/** The switches of each article, by its number. */
export async function switchesByArticle(tx: Tx): Promise<ReadonlyMap<string, readonly Switch[]>> {
  const byArticle = new Map<string, Switch[]>();
  for (const one of await switchesOf(tx)) byArticle.set(one.article, [...(byArticle.get(one.article) ?? []), one]);
  return byArticle;
}

export const switchComposers: Composers<keyof SwitchMessages> = {
  async 'rulebook.switched'(tx, { switchId, to }, office) {
    const row = await switchById(tx, switchId);
    const versions = row === null ? [] : await versionsOf(tx, row.article);
    const article = inForceOn(versions, todayOf(office))[0] ?? versions[0];
    return row === null || article === undefined ? null : { article, switch: row, to };
  },
};

interface ToSwitch {
  article: Article;
  /** The switch by which it is off by now. */
  standing: Switch | undefined;
  today: CivilDate;
  at: Date;
}

async function toSwitch(
  office: Office,
  tx: Tx,
  me: Member,
  number: string,
  deed: 'off' | 'on',
): Promise<ToSwitch | Refusal> {
  const may = maySwitch(me);
  if (may !== true) return may;
  const at = office.clock.now();
  const today = todayOf(office, at);
  const [article] = inForceOn(await versionsOf(tx, number), today);
  if (article === undefined) return refuse('switch.whichArticle', { deed, text: number });
  const standing = (await switchesOf(tx, number)).find(({ onFrom }) => onFrom === null);
  return { article, standing, today, at };
}

async function end(
  tx: Tx,
  me: Member,
  { id }: Switch,
  { today, at, reason }: { today: CivilDate; at: Date; reason: string | null },
): Promise<boolean> {
  if (!(await endSwitch(tx, id, { onFrom: today, onBy: me.id, onAt: at, onReason: reason }))) return false;
  const after = { onFrom: today, onBy: me.id };
  await record(tx, { at, actor: me.id, deed: 'switch.on', noun: 'switch', nounId: id, after });
  return true;
}

/** Somebody else was first at the same moment. */
function isOff(switches: readonly Switch[], article: string, today: CivilDate, me: Member): Refusal {
  const { what = 'all', offBy: by = me.id, offFrom: since = today } = offOn(switches, today) ?? {};
  return refuse('switch.isOff', { article, what, by, since });
}

async function tellPresident(office: Office, tx: Tx, me: Member, { id }: Switch, to: 'off' | 'on'): Promise<void> {
  for (const member of (await allMembers(tx)).values()) {
    if (member.id === me.id || standingOf(member) !== true || !holds(member, ['president'])) continue;
    const [key, ref] = [`switch:${id}:${to}:${member.id}`, { switchId: id, to }];
    await say(office, tx, { key, recipient: member.id, message: 'rulebook.switched', ref });
  }
}
