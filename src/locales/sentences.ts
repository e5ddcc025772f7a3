/** The shape of all that is said in one language; each feature adds its own part (`declare module`) beside its Chinese words. */
import type { Locale } from '../kernel/locale.ts';
import type { RefusalCode, Refusals } from '../kernel/refusal.ts';
import type { MatterKind } from '../office/matter.ts';
import type { CommandWords, DutyWords, MatterWords } from './command.ts';
import type { house } from './house.zh-CN.ts';

/** The words of each feature, by its name. */
export interface FeatureWords {}

/** The commands that are described, by the name of their words. */
export interface CommandNames {}

/** What the clock may propose as a case, by its key: the sentence of what happened, from the parts kept with the key. */
export interface ProposalWords {}

/** All sentences of the house in one language. */
export interface Sentences extends FeatureWords {
  common: typeof house;
  /** For `/help`, the manifest and the local menu. */
  commands: { [N in keyof CommandNames]: CommandWords };
  refusals: { [C in RefusalCode]: (params: Refusals[C]) => string };
  matters: Record<MatterKind, MatterWords>;
  proposals: ProposalWords;
  /** What the duties of the clock are called. */
  duties: Readonly<Record<string, DutyWords>>;
  /** So many of what is erased, for the administrator's terminal. */
  erased: Readonly<Record<string, (count: number) => string>>;
}

/** The sentences of every language; who says them is handed in by the assembly. */
export type Languages = Readonly<Record<Locale, Sentences>>;
