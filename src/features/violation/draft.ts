/** What stands in the form for a case: its fields, read back as a draft, and the input each refusal is about. */
import { parseAmount } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { textIn } from '../../slack/button.ts';
import type { FormValues } from '../../slack/command.ts';
import type { Article } from '../rulebook/article.ts';
import { findArticle, tierOf } from '../rulebook/rules.ts';
import type { Offer } from './price.ts';
import { isOpenTo } from './terms.ts';

/** What stands in the form, as typed and chosen so far. */
export interface CaseDraft {
  personId: string | null;
  article: string | null;
  tier: string | null;
  date: string;
  facts: string;
  amount: string;
  count: string;
  notice: boolean;
}

/** What the form says about an incident, without the person. */
export interface Entered extends Offer {
  article: string;
  tier: string;
  date: string;
}

/** Ids of blocks and actions alike, so that a fault finds its input; no fault is about the tier. */
export const CASE_FIELDS = {
  person: 'violation.person',
  article: 'violation.article',
  tier: 'violation.tier',
  date: 'violation.date',
  facts: 'violation.facts',
  amount: 'violation.amount',
  count: 'violation.count',
  notice: 'violation.notice',
} as const;

/** Each article has its own block of tiers: with one for all, Slack would keep the choice made for another article. */
export function tierBlock(article: string): string {
  return `${CASE_FIELDS.tier}.${article}`;
}

/** A tier as it is chosen in the form: it names its article, so that it is no choice for another. */
export function tierChoice(article: string, key: string): string {
  return `${article} ${key}`;
}

/** What the form says, or the first figure in it that cannot be read. */
export function enteredIn(draft: CaseDraft, among: readonly Article[]): Entered | Refusal {
  const entered: Entered = { article: draft.article ?? '', tier: draft.tier ?? '', date: draft.date };
  const article = findArticle(entered.article, among);
  const tier = article === undefined ? undefined : tierOf(article, entered.tier);
  if (draft.notice && !tier?.notice) entered.notice = true;
  if (tier?.per === 'item' || tier?.per === 'response') {
    entered.count = /^\d{1,4}$/.test(draft.count) ? Number(draft.count) : draft.count === '' ? 1 : 0;
  }
  if (tier !== undefined && isOpenTo(tier) && draft.amount !== '') {
    const read = parseAmount(draft.amount, article?.unit ?? 'yuan');
    if ('fen' in read) entered.amount = read.fen;
    else if (read.fault === 'zero') entered.amount = null;
    else return refuse('violation.badAmount', { text: draft.amount, fault: read.fault });
  }
  return entered;
}

/** A line that was understood as a draft of the form. */
export function draftFrom(personId: string, line: Entered & { facts: string }): CaseDraft {
  const { article, tier, date, facts, amount, count, notice } = line;
  const typed = amount === undefined ? '' : amount === null ? '0' : String(amount / 100);
  return { personId, article, tier, date, facts, amount: typed, count: String(count ?? ''), notice: notice ?? false };
}

/** The form's values as a draft; `fallback` is the day where none is chosen. */
export function draftOf(values: FormValues, fallback: string): CaseDraft {
  const article = textIn(values, CASE_FIELDS.article) || null;
  const [tierOf = '', tier = ''] = textIn(values, CASE_FIELDS.tier).split(' ');
  return {
    personId: textIn(values, CASE_FIELDS.person) || null,
    article,
    tier: tierOf === article && tier !== '' ? tier : null,
    date: textIn(values, CASE_FIELDS.date) || fallback,
    facts: textIn(values, CASE_FIELDS.facts),
    amount: textIn(values, CASE_FIELDS.amount).trim(),
    count: textIn(values, CASE_FIELDS.count).trim(),
    notice: (values[CASE_FIELDS.notice] ?? []).includes('yes'),
  };
}

/** The input a refusal speaks about; what is not about another input is about the article. */
export function fieldOf({ code }: Refusal, draft: CaseDraft, among: readonly Article[]): string {
  if (code.startsWith('member.') || code === 'violation.president' || code === 'violation.self')
    return CASE_FIELDS.person;
  if (code.startsWith('violation.facts') || code === 'violation.duplicate') return CASE_FIELDS.facts;
  if (code.startsWith('violation.date') || code === 'violation.badDate') return CASE_FIELDS.date;
  if (code === 'violation.badCount') return CASE_FIELDS.count;
  const article = draft.article === null ? undefined : findArticle(draft.article, among);
  const tier = article === undefined ? undefined : tierOf(article, draft.tier ?? '');
  const open = tier !== undefined && isOpenTo(tier);
  const aboutAmount =
    code === 'violation.badAmount' || code === 'violation.amountTooLarge' || code === 'violation.amountMissing';
  return open && aboutAmount ? CASE_FIELDS.amount : CASE_FIELDS.article;
}
