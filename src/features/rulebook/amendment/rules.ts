/** Changing an article (9.1): who may propose it, what of it may change, from when it is in force, and who is to read it. */
import { addDays, type CivilDate, isCivilDate } from '../../../kernel/civil.ts';
import { halfWidth } from '../../../kernel/halfWidth.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import { type AmountUnit, type Fen, type MoneyFault, parseAmount } from '../../../kernel/money.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Post } from '../../../member/post.ts';
import { holds, LEADERS, type Member, standingOf } from '../../../member/rules.ts';
import type { Calendar } from '../../calendar/rules.ts';
import type { Article, Tier } from '../article.ts';
import { isSameLadder } from '../ladder.ts';
import { binds } from '../rules.ts';
import { changesBetween, type DraftField, firstCostly, oneLanguage, staleText } from './changes.ts';
import { ladderIn } from './ladder.ts';

/**
 * - `pending`: before the president.
 * - `signed`: it is a version of its article.
 * - `rejected`: the president did not sign.
 * - `withdrawn`: its proposer took it back, or left.
 */
export type AmendmentState = 'pending' | 'signed' | 'rejected' | 'withdrawn';

/** Stands in the place of who proposed and signed what an administrator brought in from a file. */
export const OPERATOR = 'console';

/** Characters a title, a text and the reason may have. */
export const MOST = { title: 120, text: 1_000, why: 500 } as const;

/** How far ahead an amendment may be dated, in days. */
export const MOST_DAYS = 365;

/** What is typed in the form. */
export interface Draft {
  title: Readonly<Record<Locale, string>>;
  text: Readonly<Record<Locale, string>>;
  /** What each tier costs, as typed, in their order; null where it is not asked for. */
  figures: readonly (string | null)[];
  /** Whether a notice of criticism goes with each. */
  notices: readonly boolean[];
  from: string;
  wordingOnly: boolean;
  why: string;
}

export interface AmendmentRefusals {
  /** A deed without the number of an article that is there. */
  'amendment.whichArticle': { deed: 'amend' | 'withdraw' | 'receipts'; text: string };
  /** Another one of the article waits for the president. */
  'amendment.pending': { number: string; by: string; on: CivilDate };
  'amendment.unchanged': { number: string };
  'amendment.missing': { at: DraftField };
  'amendment.tooLong': { at: DraftField; most: number };
  'amendment.badFigure': { at: DraftField; text: string; fault: MoneyFault };
  /** A line that is no step of a ladder; '' where there are too few lines, or too many. */
  'amendment.badStep': { at: DraftField; text: string };
  /** A figure is another one, and a text still says the old; `figure` in fen. */
  'amendment.textSays': { at: DraftField; figure: Fen };
  /** More than wording is changed, and only one language says so. */
  'amendment.oneLanguage': { at: DraftField };
  /** Said to change the wording only, and a figure or a notice is another one. */
  'amendment.notOnlyWording': { at: DraftField };
  'amendment.badDay': { first: CivilDate; last: CivilDate };
  /** The article has another version by now than the one it begins from. */
  'amendment.overtaken': { number: string; version: number };
  /** The article is no longer in force, or will not be. */
  'amendment.ended': { number: string; from: CivilDate };
  /** Nothing of the article waits. */
  'amendment.none': { number: string };
  'amendment.notYours': { by: string };
  /** Nobody asked this person to read it. */
  'amendment.notAsked': Record<never, never>;
}

declare module '../../../kernel/refusal.ts' {
  interface Refusals extends AmendmentRefusals {}
}

/** Whether the member may propose a change: every leader, as it is the president who decides. */
export function mayPropose(member: Member): true | Refusal {
  const standing = standingOf(member);
  if (standing !== true) return standing;
  return holds(member, LEADERS) ? true : refuse('member.notAllowed', { needs: LEADERS });
}

/** Whether proposing is signing: the president asks nobody else. */
export function signsOwn(member: Member): boolean {
  return holds(member, ['president']);
}

/** The version that takes the place of all others on its day: the last. Throws where there is none. */
export function latestOf(versions: readonly Article[]): Article {
  const [latest] = versions.toSorted((a, b) => b.version - a.version);
  if (latest === undefined) throw new Error('an article without a version');
  return latest;
}

/** The days an amendment may be dated: from today, or the day of a version still to come, to a year from today. */
export function daysFor(base: Article, today: CivilDate): { first: CivilDate; last: CivilDate } {
  const last = addDays(today, MOST_DAYS);
  const first = base.inForceFrom > today ? base.inForceFrom : today;
  return { first, last: first > last ? first : last };
}

/** Whether what a tier costs may be changed: what makes a loss good, and what the bot counts, has no figure of its own. */
export function hasFigure({ found }: Article, { compensates }: Tier): boolean {
  return found === 'filed' && compensates !== true;
}

/** A figure as it is typed: yuan, `open`, or nothing; what is wrong with it where it is none of these. */
export function figureIn(typed: string, unit: AmountUnit): Fen | 'open' | null | { fault: MoneyFault } {
  const said = halfWidth(typed).trim().toLowerCase();
  if (['', '-', 'none', 'no fine', '无', '没有', '不罚', '不罚款'].includes(said)) return null;
  if (['open', '拟定', '另定', '由提出人拟定', '金额由提出人拟定'].includes(said)) return 'open';
  const read = parseAmount(typed, unit);
  return 'fen' in read ? read.fen : read;
}

/** An amendment as it may be put before the president. */
export interface Proposal {
  after: Article;
  from: CivilDate;
  wordingOnly: boolean;
  why: string;
}

/** Reads a draft against the version it begins from, or finds the first thing wrong in it, from the top of the form down. */
export function proposalOf(draft: Draft, base: Article, today: CivilDate): Proposal | Refusal {
  const title = bothOf(locale => draft.title[locale].replace(/\s+/gu, ' ').trim());
  const text = bothOf(locale => draft.text[locale].trim());
  const why = draft.why.trim();
  const fault =
    faultIn('title', title, base) ??
    faultIn('text', text, base) ??
    faultOfFigures(draft.figures, base) ??
    faultOfDay(draft, base, today);
  if (fault !== null) return fault;
  if (why === '') return refuse('amendment.missing', { at: 'why' });
  if (why.length > MOST.why) return refuse('amendment.tooLong', { at: 'why', most: MOST.why });
  const tiers = base.tiers.map((tier, index) => {
    const typed = draft.figures[index] ?? null;
    if (tier.ladder !== undefined) return withSteps(tier, typed, base.unit ?? 'yuan');
    const read = typed === null || !hasFigure(base, tier) ? tier.amount : figureIn(typed, base.unit ?? 'yuan');
    return amended(tier, typeof read === 'object' ? null : read, draft.notices[index] ?? tier.notice);
  });
  const after = { ...base, title, text, tiers };
  if (changesBetween(base, after).length === 0) return refuse('amendment.unchanged', { number: base.number });
  const costly = draft.wordingOnly ? firstCostly(base, after) : null;
  if (costly !== null) return refuse('amendment.notOnlyWording', { at: costly });
  const stale = staleText(base, after);
  if (stale !== null) return refuse('amendment.textSays', stale);
  const [alone = null] = draft.wordingOnly ? [] : oneLanguage(base, after);
  if (alone !== null) return refuse('amendment.oneLanguage', { at: alone });
  return { after, from: draft.from, wordingOnly: draft.wordingOnly, why };
}

function bothOf(read: (locale: Locale) => string): Record<Locale, string> {
  return { 'zh-CN': read('zh-CN'), en: read('en') };
}

function faultIn(what: 'title' | 'text', said: Record<Locale, string>, base: Article): Refusal | null {
  for (const locale of LOCALES) {
    const at = `${what}.${locale}` as const;
    const most = mostOf(what, base[what][locale]);
    if (said[locale] === '') return refuse('amendment.missing', { at });
    if (said[locale].length > most) return refuse('amendment.tooLong', { at, most });
  }
  return null;
}

/** Characters there is room for: a regulation that was loaded may hold longer ones, and these may stay. */
export function mostOf(what: 'title' | 'text', before: string): number {
  return Math.max(MOST[what], before.length);
}

function faultOfFigures(figures: Draft['figures'], base: Article): Refusal | null {
  const unit = base.unit ?? 'yuan';
  for (const [index, typed] of figures.entries()) {
    if (typed === null) continue;
    const at = `figure.${index}` as const;
    const ladder = base.tiers[index]?.ladder;
    if (ladder === undefined) {
      const figure = figureIn(typed, unit);
      if (figure !== null && typeof figure === 'object')
        return refuse('amendment.badFigure', { at, text: typed, fault: figure.fault });
      continue;
    }
    const read = ladderIn(typed, ladder, unit);
    if (!('steps' in read)) return refuse('amendment.badStep', { at, text: 'wrong' in read ? read.wrong : '' });
  }
  return null;
}

/** The tier with the steps typed, which were read before; its own stay where none are, or they say the same. */
function withSteps(tier: Tier, typed: string | null, unit: AmountUnit): Tier {
  const read = typed === null || tier.ladder === undefined ? undefined : ladderIn(typed, tier.ladder, unit);
  if (read === undefined || !('steps' in read) || isSameLadder(read, tier.ladder)) return tier;
  return { ...tier, ladder: read };
}

function faultOfDay({ from }: Draft, base: Article, today: CivilDate): Refusal | null {
  const days = daysFor(base, today);
  return isCivilDate(from) && days.first <= from && from <= days.last ? null : refuse('amendment.badDay', days);
}

/** The tier with another amount and notice: what an amount is multiplied by goes with a figure alone. */
function amended({ per = 'occurrence', ...tier }: Tier, amount: Tier['amount'], notice: boolean): Tier {
  return { ...tier, amount, notice, ...(typeof amount === 'number' && { per }) };
}

/** From when a signed amendment is in force: the day asked for, or the day it is signed where that is later. */
export function inForceOnceSigned(askedFrom: CivilDate, signedOn: CivilDate): CivilDate {
  return askedFrom > signedOn ? askedFrom : signedOn;
}

/** Whether the article binds somebody of these posts, in itself or in one of its tiers. */
export function concerns(article: Article, posts: readonly Post[]): boolean {
  const itself: Tier = { key: '', amount: null, notice: false, label: article.title };
  return [itself, ...article.tiers].some(tier => binds(article, tier, posts));
}

/** Who is asked to read it: everybody it binds, before or after, but who signed it and who wrote it. */
export function readersOf(
  { before, after }: { before: Article; after: Article },
  members: Iterable<Member>,
  besides: readonly string[],
): string[] {
  return [...members]
    .filter(member => standingOf(member) === true && !besides.includes(member.id))
    .filter(({ posts }) => concerns(before, posts) || concerns(after, posts))
    .map(({ id }) => id)
    .sort();
}

/** Whether people are reminded that day of what was signed on another: on the next two working days after it. */
export function isRemindedOn(signedOn: CivilDate, day: CivilDate, calendar: Pick<Calendar, 'nextWorkday'>): boolean {
  return remindersOf(signedOn, calendar).includes(day);
}

/** The days on which people are reminded of what was signed that day. */
export function remindersOf(signedOn: CivilDate, calendar: Pick<Calendar, 'nextWorkday'>): CivilDate[] {
  const first = calendar.nextWorkday(signedOn);
  return [first, calendar.nextWorkday(first)];
}
