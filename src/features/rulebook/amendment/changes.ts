/** What an amendment changes: old beside new, what costs something else, and where texts do not say the same any more. */
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Fen } from '../../../kernel/money.ts';
import type { Article, Bound, Tier } from '../article.ts';
import { isSameLadder } from '../ladder.ts';

/** A place of the form. */
export type DraftField =
  | `title.${Locale}`
  | `text.${Locale}`
  | `figure.${number}`
  | `notice.${number}`
  | 'from'
  | 'why';

/** Something an amendment changes. */
export type Change =
  | { what: 'title' | 'text'; locale: Locale; before: string; after: string }
  | { what: 'binds'; before: Bound; after: Bound }
  /** Null: there was none, or is none any more. */
  | { what: 'tier'; before: Tier | null; after: Tier | null };

/** What differs between two versions, in the order of the form. Only a file that is brought in changes whom they bind, and which tiers there are. */
export function changesBetween(before: Article, after: Article): Change[] {
  const changes: Change[] = [];
  for (const what of ['title', 'text'] as const)
    for (const locale of LOCALES)
      if (before[what][locale] !== after[what][locale])
        changes.push({ what, locale, before: before[what][locale], after: after[what][locale] });
  if (JSON.stringify(before.appliesTo) !== JSON.stringify(after.appliesTo))
    changes.push({ what: 'binds', before: before.appliesTo, after: after.appliesTo });
  for (const key of new Set([...before.tiers, ...after.tiers].map(tier => tier.key))) {
    const [tier = null, other = null] = [before, after].map(({ tiers }) => tiers.find(each => each.key === key));
    if (priced(tier) !== priced(other) || !isSameLadder(tier?.ladder, other?.ladder))
      changes.push({ what: 'tier', before: tier, after: other });
  }
  return changes;
}

/** All by which two tiers of one name can differ for whoever is bound. */
function priced(tier: Tier | null): string {
  if (tier === null) return '';
  const { amount, per = 'occurrence', compensates, notice, consequence, appliesTo } = tier;
  return JSON.stringify([amount, amount === null ? null : per, compensates, notice, consequence, appliesTo]);
}

function costsOther(tier: Tier, other: Tier): boolean {
  const isSamePrice = tier.amount === other.amount && tier.notice === other.notice;
  return !isSamePrice || !isSameLadder(tier.ladder, other.ladder);
}

/** Where a text still says an amount that no situation of the article costs any more. */
export function staleText(before: Article, after: Article): { at: DraftField; figure: Fen } | null {
  const amounts = (tiers: readonly Tier[]) => tiers.flatMap(({ amount }) => (typeof amount === 'number' ? amount : []));
  const kept = amounts(after.tiers);
  for (const figure of amounts(before.tiers).filter(each => !kept.includes(each)))
    for (const locale of LOCALES) if (says(after.text[locale], figure)) return { at: `text.${locale}`, figure };
  return null;
}

/** Whether a text names that amount as money or points, alone by its figure: "¥50", "50元", "50 points". */
function says(text: string, figure: Fen): boolean {
  const number = String(figure / 100).replace('.', '\\.');
  return new RegExp(
    `[¥￥] ?${number}(?![\\d.]\\d)(?!\\d)|(?<![\\d.])${number} ?(?:元|块|分(?!钟)|yuan|points?\\b)`,
    'iu',
  ).test(text);
}

/** The text that stayed as it was, where the other one was changed. */
export function oneLanguage(before: Article, after: Article): DraftField[] {
  const changed = LOCALES.filter(locale => before.text[locale] !== after.text[locale]);
  if (changed.length !== 1) return [];
  return LOCALES.filter(locale => !changed.includes(locale)).map(locale => `text.${locale}` as const);
}

/** The first place of the form where a version costs something else. */
export function firstCostly(before: Article, after: Article): DraftField | null {
  const tiers = before.tiers.map((tier, index) => ({ tier, other: after.tiers[index] ?? tier }));
  const index = tiers.findIndex(({ tier, other }) => costsOther(tier, other));
  const found = tiers[index];
  if (found === undefined) return null;
  const isNotice = found.tier.amount === found.other.amount && found.tier.ladder === undefined;
  return isNotice ? `notice.${index}` : `figure.${index}`;
}
