/** Completeness, kept by the compiler: everything that is named somewhere in the house is declared by a feature. */

import type { z } from 'zod';
import type { Locale } from '../kernel/locale.ts';
import type { RefusalCode } from '../kernel/refusal.ts';
import type { HouseSettings, Settings } from '../kernel/settings.ts';
import type { CommandNames, FeatureWords, ProposalWords } from '../locales/sentences.ts';
import type { MatterKind } from './matter.ts';
import type { MessageName } from './message.ts';

/** `true`, or an object naming what is missing, to which `true` cannot be assigned. */
export type Complete<F> = Missing<F> extends never ? true : { missing: Missing<F> };

type Missing<F> =
  | Exclude<MessageName, Keys<Part<F, 'messages'>>>
  | Exclude<MatterKind, Keys<Part<F, 'matters'>>>
  | Exclude<keyof ProposalWords, Keys<Part<F, 'proposals'>>>
  | Exclude<keyof FeatureWords, Part<F, 'name'>>
  | Exclude<keyof Settings, keyof HouseSettings | Keys<z.output<Part<F, 'settings'>>>>
  | MissingWords<F, 'zh-CN'>
  | MissingWords<F, 'en'>;

type MissingWords<F, L extends Locale> =
  | Exclude<RefusalCode, Keys<Said<F, L, 'refusals'>>>
  | Exclude<keyof CommandNames, Keys<Said<F, L, 'commands'>>>
  | Exclude<MatterKind, Keys<Said<F, L, 'matters'>>>
  | Exclude<keyof ProposalWords, Keys<Said<F, L, 'proposals'>>>;

/** What the features hold under a key, those without it left out. */
type Part<F, K extends string> = F extends { readonly [P in K]: infer V } ? V : never;
type Said<F, L extends Locale, K extends string> = Part<Part<Part<F, 'words'>, L>, K>;
/** The keys of every member of a union. */
type Keys<T> = T extends unknown ? keyof T : never;
