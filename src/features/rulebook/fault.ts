/** What can be wrong in a rulebook's file. */
import type { Post } from '../../member/post.ts';

/** What is wrong in a file, and on which line, counted from 1. */
export interface Fault {
  line: number;
  /** Where in the file, as its keys are written: `sections.0.articles.3.title`. */
  where: string;
  what: FaultKind;
}

/** `yaml` and `shape` carry the words of the library, in the language asked for. */
export type FaultKind =
  | { kind: 'yaml' | 'shape'; says: string }
  | { kind: 'twice'; name: string }
  | { kind: 'otherSection'; article: string; section: number }
  | { kind: 'noKey' }
  | { kind: 'severalPrices' | 'noPriceOfTier' | 'perWithoutFigure' }
  | { kind: 'noPrice'; article: string }
  | { kind: 'priceOfProcedure' | 'tiersBesideLadder' | 'ladderNotFiled'; article: string }
  | { kind: 'shortLadder' | 'noPriceOfStep' }
  | { kind: 'unknownSetting'; name: string; known: readonly string[] }
  | { kind: 'settingElsewhere'; name: string; article: string; interprets: readonly string[] }
  | { kind: 'noSuchPart'; part: string }
  | { kind: 'authorityLevels'; most: number }
  | { kind: 'postTwice'; post: Post }
  | { kind: 'limitNotRising'; below: number }
  | { kind: 'authorityLast' | 'authorityStaff' | 'noLimit' | 'limitOfLast' | 'wholePoints' };

/** The keys that lead to a place in the file. */
export type Path = readonly PropertyKey[];

/** A fault before its line was looked up. */
export type Found = [Path, FaultKind];
