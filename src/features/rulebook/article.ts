/** What an article of the rulebook is made of. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { AmountUnit, Fen } from '../../kernel/money.ts';
import type { Post } from '../../member/post.ts';

/** What a case can mean beyond money: another post or dismissal (调离岗位或开除), or back to the personnel department. */
export type Consequence = (typeof CONSEQUENCES)[number];

export const CONSEQUENCES = ['transfer-or-dismissal', 'return-to-hr'] as const;

/** What a fixed amount is multiplied by. */
export type Unit = (typeof UNITS)[number];

export const UNITS = ['occurrence', 'item', 'response'] as const;

/** Who is bound: everyone, whoever holds one of the posts, or everyone who holds none of them. */
export type Bound = 'everyone' | readonly Post[] | { everyoneBut: readonly Post[] };

/**
 * How a breach comes before somebody.
 *
 * - `filed`: by a person, or proposed by the bot from what it keeps.
 * - `counted`: it follows from counting cases (1.32, 8.3), and is filed by nobody.
 * - `procedure`: there is nothing to break.
 */
export type Found = (typeof FOUND)[number];

export const FOUND = ['filed', 'counted', 'procedure'] as const;

/** What one case under a ladder costs: a fine, a notice, a consequence, or several of them. */
export interface Rung {
  amount: Fen | null;
  notice: boolean;
  consequence?: Consequence;
}

/** What the first, the second and each later case of the same person costs. */
export interface Ladder {
  /** How many months before the incident cases count; absent where all do. */
  months?: number;
  /** Two at least, in order; the last holds for every later case. */
  steps: readonly Rung[];
}

/** One price of an article. Several tiers of one article exclude each other. */
export interface Tier {
  /** Names the tier within its article; 'plain' is the one meant when none is named. */
  key: string;
  /** In fen; 'open' when whoever files the case proposes it (8.1); null when the article names no fine: it is on record, or leads to a consequence. */
  amount: Fen | 'open' | null;
  /** What the amount is multiplied by; absent where there is no fixed amount. */
  per?: Unit;
  /** The amount makes a loss good: it is no fine, and 8.1 does not limit it. */
  compensates?: true;
  /** Whether the article also asks for one notice of criticism. */
  notice: boolean;
  consequence?: Consequence;
  /** It costs another price each time, and has none besides: it is the only one of its article. */
  ladder?: Ladder;
  label: Record<Locale, string>;
  /** Other words a person may type for the key. */
  aliases?: readonly string[];
  /** Narrows the article's `appliesTo` for this tier. */
  appliesTo?: Bound;
}

/** That somebody switched an article off for some days: the whole of it, or what the bot proposes by it. */
export interface Switch {
  id: number;
  article: string;
  what: SwitchedOff;
  /** The first day in which it is off. */
  offFrom: CivilDate;
  offBy: string;
  /** Instant in ISO form. */
  offAt: string;
  reason: string;
  /** The first day in which it holds again; null while it is off. */
  onFrom: CivilDate | null;
  onBy: string | null;
  onReason: string | null;
}

export type SwitchedOff = (typeof SWITCHED_OFF)[number];

export const SWITCHED_OFF = ['all', 'proposals'] as const;

/** An article as it is in force from one day on. */
export interface Article {
  /** '<section>.<article>', for example '1.9' or '3.2.4'. */
  number: string;
  /** Counts from 1; a later one takes the place of an earlier from its day on. */
  version: number;
  /** The first day whose incidents are judged by it. */
  inForceFrom: CivilDate;
  /** The number the regulation itself gives it, for example '二、3'. */
  source: string;
  section: { source: string; title: Record<Locale, string> };
  title: Record<Locale, string>;
  /** One or two sentences with the exact figures. */
  text: Record<Locale, string>;
  /** Further words people look for it by, beside those of its title and text. */
  alsoCalled?: string;
  appliesTo: Bound;
  found: Found;
  /** What its amounts are in; yuan where it does not say. */
  unit?: Exclude<AmountUnit, 'yuan'>;
  tiers: readonly Tier[];
  /** From this version on it is no longer in force: nothing is filed by it, and nobody finds it. */
  ended?: true;
  /** When it was switched off, whatever its version; absent where it never was. */
  switches?: readonly Switch[];
  /** The switch by which it is off on the day it was looked up for. */
  off?: Switch;
}
