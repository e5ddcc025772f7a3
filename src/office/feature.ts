/** What a feature declares of itself; the house collects it (`collected.ts`). */

import type { z } from 'zod';
import type { Locale } from '../kernel/locale.ts';
import type { CommandWords, DutyWords, MatterWords } from '../locales/command.ts';
import type { MatterTelling, Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import type { Drawings } from '../slack/drawing.ts';
import type { Tx } from '../store/tx.ts';
import type { Erasing, KeptTables } from './kept.ts';
import type { Matters } from './matter.ts';
import type { MessageName, Messages } from './message.ts';
import type { Composers, Courtesy, Follows, Known, MatterDeed, Office, Own, PersonDay, Proposable } from './office.ts';
import type { ProposalKind } from './proposal.ts';
import type { RecordedTables } from './recorded.ts';

export interface Feature {
  /** The name of its folder and of its words. */
  name: string;
  words?: Readonly<Record<Locale, Spoken>>;
  messages?: { readonly [N in MessageName]?: MessageDeclaration<N> };
  /** Messages an older program may have left unsent, by the names they had then: what is said in their place. */
  former?: Readonly<Record<string, FormerMessage>>;
  matters?: { readonly [K in keyof Matters]?: MatterDeed<Matters[K]> & MatterTelling<Matters[K]> };
  /** What the clock, or a deed of its own, may propose as a case. */
  proposals?: { readonly [K in ProposalKind]?: Proposable };
  /**
   * What entries of the record are about that the hash chain does not hold: nobody decides them, and there are very many.
   * Everything else is chained.
   */
  unchained?: readonly string[];
  /** What the department may set of it, each with its default and the article it interprets (`meta`; 'none' where it interprets none). */
  settings?: z.ZodObject;
  /** Its tables. */
  kept?: KeptTables;
  /** How the rows of its decisions and money are read against the record: `npm run verify` compares them. */
  recorded?: RecordedTables;
  /** How the words in them go: some time after a matter is over, and when whoever left is erased. */
  erasing?: Erasing;
  /** What it knows of people's days: shown to who is about to decide something about such a day. */
  known?: Known;
  /** What it does, in the same transaction, when something happens to another noun. */
  follows?: Follows;
  /** What it looks at anew when the program starts, before anything falls due: settings or holidays may be others by now. */
  starting?: (office: Office) => Promise<void>;
  /** Its part of `/me` and of the Home tab. */
  own?: Own;
}

/** What a feature says in one language: the exports of its `words.*`. */
export interface Spoken {
  words?: unknown;
  commands?: Readonly<Record<string, CommandWords>>;
  refusals?: Readonly<Record<string, unknown>>;
  matters?: Readonly<Record<string, MatterWords>>;
  proposals?: Readonly<Record<string, (...parts: string[]) => string>>;
  duties?: Readonly<Record<string, DutyWords>>;
  /** So many of what is erased, by the name it is counted under. */
  erased?: Readonly<Record<string, (count: number) => string>>;
}

export interface MessageDeclaration<N extends MessageName> {
  /** What is kept of it in the outbox. */
  ref: z.ZodType<Messages[N]['ref']>;
  compose: Composers<N>[N];
  draw: Drawings<N>[N];
  /** It may be kept from whoever does not want it now; without, it is always told. */
  courtesy?: Courtesy;
}

export interface FormerMessage {
  /** What the older program kept of it. */
  ref: z.ZodType;
  now: MessageName;
  compose(tx: Tx, ref: unknown, office: Office): Promise<unknown>;
}

/**
 * The declarations of a feature's messages from the maps in which they are written; one that lacks a part does not
 * compile. A courtesy is named for those messages only that may be kept from somebody.
 */
export function messages<N extends MessageName>(
  refs: { readonly [K in N]: z.ZodType<Messages[K]['ref']> },
  composers: Composers<N>,
  drawings: Drawings<N>,
  courtesies: { readonly [K in N]?: Courtesy } = {},
): { readonly [K in N]: MessageDeclaration<K> } {
  const names = Object.keys(refs) as N[];
  const declared = names.map(name => {
    const courtesy = courtesies[name];
    const parts = { ref: refs[name], compose: composers[name], draw: drawings[name] };
    return [name, courtesy === undefined ? parts : { ...parts, courtesy }];
  });
  return Object.fromEntries(declared) as { readonly [K in N]: MessageDeclaration<K> };
}

/** What an older program's message is said as now, read from the ref that program kept; null where nothing is left to say. */
export function former<Ref, N extends MessageName>(
  ref: z.ZodType<Ref>,
  now: N,
  compose: (tx: Tx, ref: Ref, office: Office) => Promise<Messages[N]['data'] | null>,
): FormerMessage {
  return { ref, now, compose: compose as FormerMessage['compose'] };
}

/** A part of somebody's own record from what reads it and what draws it. */
export function own<Data>(
  read: (office: Office, tx: Tx, me: Member) => Promise<Data>,
  draw: (data: Data, reader: Reader) => string[][],
): Own {
  return async (office, tx, me) => {
    const data = await read(office, tx, me);
    return reader => draw(data, reader);
  };
}

/** What a noun knows of days from what reads them, each in its place, and what draws one. */
export function known<Data>(
  read: (office: Office, tx: Tx, days: readonly PersonDay[]) => Promise<Data[]>,
  draw: (data: Data, reader: Reader) => string[],
): Known {
  return async (office, tx, days) => {
    const each = await read(office, tx, days);
    return each.map(data => (reader: Reader) => draw(data, reader));
  };
}
