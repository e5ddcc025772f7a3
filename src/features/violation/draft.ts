/** What stands in the form for a case: its fields, read back as a draft, and the input each refusal is about. */
import { parseAmount } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { textIn } from '../../slack/button.ts';
import type { FormValues } from '../../slack/command.ts';
import type { Article } from '../rulebook/article.ts';
import { findArticle, tierOf } from '../rulebook/rules.ts';
import { type Evidence, linksIn } from './evidence.ts';
import type { Charge } from './price.ts';
import { isOpenTo } from './terms.ts';

/** One article in the form, as typed and chosen so far. */
export interface ChargeDraft {
  article: string | null;
  tier: string | null;
  amount: string;
  count: string;
  /** Of a compensation. */
  basis: string;
  notice: boolean;
}

/** What stands in the form, as typed and chosen so far; its articles are one at least. */
export interface CaseDraft {
  people: readonly string[];
  date: string;
  facts: string;
  /** As typed, a piece a line. */
  evidence: string;
  charges: readonly ChargeDraft[];
}

export const NO_CHARGE: ChargeDraft = { article: null, tier: null, amount: '', count: '', basis: '', notice: false };

/** Ids of blocks and actions alike, so that a fault finds its input; no fault is about the tier. */
export const CASE_FIELDS = {
  person: 'violation.person',
  article: 'violation.article',
  tier: 'violation.tier',
  date: 'violation.date',
  facts: 'violation.facts',
  evidence: 'violation.evidence',
  files: 'violation.evidenceFiles',
  amount: 'violation.amount',
  count: 'violation.count',
  basis: 'violation.basis',
  notice: 'violation.notice',
} as const;

/** The fields there are once for each article. */
export type ChargeField = 'article' | 'tier' | 'amount' | 'count' | 'basis' | 'notice';

/** The id of a field of the article that stands at that place, from 0; those of the first have no number. */
export function chargeField(field: ChargeField, at: number): string {
  return at === 0 ? CASE_FIELDS[field] : `${CASE_FIELDS[field]}.${at + 1}`;
}

/** Each article has its own block of tiers: with one for all, Slack would keep the choice made for another article. */
export function tierBlock(article: string, at: number): string {
  return `${chargeField('tier', at)}.${article}`;
}

/** A tier as it is chosen in the form: it names its article, so that it is no choice for another. */
export function tierChoice(article: string, key: string): string {
  return `${article} ${key}`;
}

/** What the form says of each article, or the first figure in it that cannot be read. */
export function chargesIn({ charges }: CaseDraft, among: readonly Article[]): Charge[] | Refusal {
  const entered: Charge[] = [];
  for (const charge of charges) {
    const read = chargeIn(charge, among);
    if (isRefusal(read)) return read;
    entered.push(read);
  }
  return entered;
}

function chargeIn(draft: ChargeDraft, among: readonly Article[]): Charge | Refusal {
  const entered: Charge = { article: draft.article ?? '', tier: draft.tier ?? '' };
  const article = findArticle(entered.article, among);
  const tier = article === undefined ? undefined : tierOf(article, entered.tier);
  if (draft.notice && !tier?.notice) entered.notice = true;
  if (tier?.per === 'item' || tier?.per === 'response') {
    entered.count = /^\d{1,4}$/.test(draft.count) ? Number(draft.count) : draft.count === '' ? 1 : 0;
  }
  if (tier?.compensates === true && draft.basis !== '') entered.basis = draft.basis;
  if (tier !== undefined && isOpenTo(tier) && draft.amount !== '') {
    const read = parseAmount(draft.amount, article?.unit ?? 'yuan');
    if ('fen' in read) entered.amount = read.fen;
    else if (read.fault === 'zero') entered.amount = null;
    else return refuse('violation.badAmount', { text: draft.amount, fault: read.fault });
  }
  return entered;
}

/** A line that was understood as a draft of the form. */
export function draftFrom(
  people: readonly string[],
  {
    date,
    facts,
    evidence,
    charges,
  }: { date: string; facts: string; evidence: readonly Evidence[]; charges: readonly Charge[] },
): CaseDraft {
  // What stands in the facts is found there again.
  const beside = evidence.flatMap(({ url }) =>
    url === null || linksIn(facts).some(link => link.url === url) ? [] : url,
  );
  return { people, date, facts, evidence: beside.join('\n'), charges: charges.map(chargeFrom) };
}

function chargeFrom({ article, tier, amount, count, basis = '', notice }: Charge): ChargeDraft {
  const typed = amount === undefined ? '' : amount === null ? '0' : String(amount / 100);
  return { article, tier, amount: typed, count: String(count ?? ''), basis, notice: notice ?? false };
}

/** The form's values as a draft; `fallback` is the day where none is chosen, `places` how many articles the form has room for. */
export function draftOf(values: FormValues, fallback: string, places: number): CaseDraft {
  const people = values[CASE_FIELDS.person];
  return {
    people: Array.isArray(people) ? people : [],
    date: textIn(values, CASE_FIELDS.date) || fallback,
    facts: textIn(values, CASE_FIELDS.facts),
    evidence: textIn(values, CASE_FIELDS.evidence),
    charges: Array.from({ length: places }, (_, at) => chargeOf(values, at)),
  };
}

function chargeOf(values: FormValues, at: number): ChargeDraft {
  const article = textIn(values, chargeField('article', at)) || null;
  const [tierOf = '', tier = ''] = textIn(values, chargeField('tier', at)).split(' ');
  return {
    article,
    tier: tierOf === article && tier !== '' ? tier : null,
    amount: textIn(values, chargeField('amount', at)).trim(),
    count: textIn(values, chargeField('count', at)).trim(),
    basis: textIn(values, chargeField('basis', at)).trim(),
    notice: (values[chargeField('notice', at)] ?? []).includes('yes'),
  };
}

/** The input a refusal speaks about; what is not about another input is about the article it names. */
export function fieldOf({ code, params }: Refusal, draft: CaseDraft, among: readonly Article[]): string {
  const isAboutPeople =
    code === 'violation.president' || code === 'violation.self' || code === 'violation.tooManyPeople';
  if (code.startsWith('member.') || isAboutPeople) return CASE_FIELDS.person;
  if (code.startsWith('violation.facts') || code === 'violation.duplicate') return CASE_FIELDS.facts;
  if (code.startsWith('violation.date') || code === 'violation.badDate') return CASE_FIELDS.date;
  if (code.startsWith('violation.evidence') || code === 'violation.badLink') return CASE_FIELDS.evidence;
  const at = placeOf(params, draft);
  if (code === 'violation.badCount') return chargeField('count', at);
  const { article: number, tier: key } = draft.charges[at] ?? NO_CHARGE;
  const article = number === null ? undefined : findArticle(number, among);
  const tier = article === undefined ? undefined : tierOf(article, key ?? '');
  const open = tier !== undefined && isOpenTo(tier);
  const aboutAmount =
    code === 'violation.badAmount' || code === 'violation.amountTooLarge' || code === 'violation.amountMissing';
  return chargeField(open && aboutAmount ? 'amount' : 'article', at);
}

/** At which place the article stands that a refusal names, or the amount as it was typed; of two the last, and else the first. */
function placeOf(params: object, { charges }: CaseDraft): number {
  const [article, text] = [
    'article' in params ? params.article : undefined,
    'text' in params ? params.text : undefined,
  ];
  const at = charges.findLastIndex(
    charge =>
      charge.article !== null && (charge.article === article || (charge.amount !== '' && charge.amount === text)),
  );
  if (at >= 0 || !('amount' in params)) return Math.max(at, 0);
  return Math.max(
    0,
    charges.findLastIndex(({ amount }) => Number(amount) * 100 === params.amount),
  );
}
