/** What an article of the rulebook is made of. */
import type { Locale } from '../../kernel/locale.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Post } from '../../member/post.ts';

/** What a case can mean beyond money: another post or dismissal (调离岗位或开除), or back to the personnel department. */
export type Consequence = 'transfer-or-dismissal' | 'return-to-hr';

/** One price of an article. Several tiers of one article exclude each other. */
export interface Tier {
  /** Names the tier within its article; 'plain' is the one meant when none is named. */
  key: string;
  /** In fen; 'open' when whoever files the case proposes it (8.1); null when the article knows no fine. */
  amount: Fen | 'open' | null;
  /** What the amount is multiplied by; absent where there is no fixed amount. */
  per?: 'occurrence' | 'item' | 'overtime';
  /** The amount makes a loss good: it is no fine, and 8.1 does not limit it. */
  compensates?: true;
  /** Whether the article also asks for one notice of criticism. */
  notice: boolean;
  consequence?: Consequence;
  label: Record<Locale, string>;
  /** Other words a person may type for the key. */
  aliases?: readonly string[];
  /** Narrows the article's `appliesTo` for this tier. */
  appliesTo?: readonly Post[];
}

export interface Article {
  /** '<section>.<article>', for example '1.9' or '3.2.4'. */
  number: string;
  title: Record<Locale, string>;
  /** One or two sentences with the exact figures. */
  text: Record<Locale, string>;
  /** Who is bound: everyone, or whoever holds one of the posts. */
  appliesTo: 'everyone' | readonly Post[];
  tiers: readonly Tier[];
  /** Whether a person may file a case under it. 1.32 and 8.3 have a tier and are not: they follow from counting cases. */
  violable: boolean;
}
