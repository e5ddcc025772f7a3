/** The registers made of what the features declare; a name declared twice stops the start. */
import type { z } from 'zod';
import { LOCALES, type Locale } from '../kernel/locale.ts';
import { HOUSE_SETTINGS, type Settings } from '../kernel/settings.ts';
import { type AmountNaming, inUnit } from '../locales/amount.ts';
import { house as english } from '../locales/house.en.ts';
import { house as chinese } from '../locales/house.zh-CN.ts';
import { type CommandNaming, houseNames, named } from '../locales/naming.ts';
import type { Reader, Speech, Tellings } from '../locales/reader.ts';
import type { Languages, Sentences } from '../locales/sentences.ts';
import type { Said } from '../slack/command.ts';
import type { Feature, FormerMessage, MessageDeclaration, Spoken } from './feature.ts';
import type { Erasing, KeptTables } from './kept.ts';
import type { Message, MessageName } from './message.ts';
import type { Declared, DeclaredMessage, Interpreting, MatterDeeds, Office } from './office.ts';
import type { RecordedTables } from './recorded.ts';

const common = { 'zh-CN': chinese, en: english };

/** What the workflows look up. Throws a sentence naming the first thing declared twice. */
export function declaredBy(features: readonly Feature[]): Declared {
  return {
    messages: composingBy(features),
    matters: merged('matter', features, ({ matters }) => matters) as unknown as MatterDeeds,
    proposals: merged('proposal', features, ({ proposals }) => proposals) as unknown as Declared['proposals'],
    own: features.flatMap(({ own }) => own ?? []),
    known: features.flatMap(({ known }) => known ?? []),
    erasing: erasingBy(features),
    follows: features.flatMap(({ follows }) => follows ?? []),
  };
}

/** All that can be said, commands under the names people type. Throws as `declaredBy` does. */
export function speechOf(
  features: readonly Feature[],
  naming: CommandNaming = houseNames,
  { authority, unit, fineWord }: Pick<Settings, 'authority' | keyof AmountNaming> = settingsOf(features),
): Speech {
  return {
    languages: Object.fromEntries(
      LOCALES.map(locale => [locale, inUnit(named(sentencesOf(features, locale), naming), locale, { unit, fineWord })]),
    ) as unknown as Languages,
    matters: merged('matter', features, ({ matters }) => matters) as unknown as Tellings,
    naming,
    levels: authority,
    unit,
  };
}

/** What holds where the department sets nothing: every default, by name. */
export function settingsOf(features: readonly Feature[]): Settings {
  const own = features.map(({ settings }) => settings?.parse({}) ?? {});
  return Object.assign({ ...HOUSE_SETTINGS }, ...own) as Settings;
}

/** The settings that interpret an article, by name. */
export function interpretingBy(features: readonly Feature[]): Map<string, Interpreting> {
  const proposed = proposedKindsOf(features);
  return new Map(
    features.flatMap(({ settings }) =>
      Object.entries(settings?.shape ?? {}).flatMap(([name, field]) => {
        const { article = 'none', of } = field.meta() ?? {};
        if (article === 'none') return [];
        const bare = (field as z.ZodDefault<z.ZodType>).unwrap();
        const isKnown = (value: unknown) => (value as string[]).every(kind => proposed.includes(kind));
        const schema = of === 'proposals' ? bare.refine(isKnown, { params: { proposed } }) : bare;
        return [[name, { articles: String(article).split(', '), schema }] as const];
      }),
    ),
  );
}

/** What stands in the list of proposals: what its noun looks at anew while it waits. */
export function proposedKindsOf(features: readonly Feature[]): string[] {
  return features.flatMap(({ proposals }) =>
    Object.entries(proposals ?? {}).flatMap(([kind, one]) => (one !== undefined && 'standing' in one ? kind : [])),
  );
}

/** The tables of the features, by name. Throws as `declaredBy` does. */
export function keptBy(features: readonly Feature[]): KeptTables {
  return merged('table', features, ({ kept }) => kept) as KeptTables;
}

/** How the features erase words. */
export function erasingBy(features: readonly Feature[]): Erasing[] {
  return features.flatMap(({ erasing }) => erasing ?? []);
}

/** The tables whose rows the record tells, by name. Throws as `declaredBy` does. */
export function recordedBy(features: readonly Feature[]): RecordedTables {
  return merged('recorded table', features, ({ recorded }) => recorded) as RecordedTables;
}

/** What the features look at anew at a start, one after the other in their order. */
export function startingOf(features: readonly Feature[]): (office: Office) => Promise<void> {
  return async office => {
    for (const { starting } of features) await starting?.(office);
  };
}

/** What entries of the record are about that its chain does not hold. */
export function unchainedBy(features: readonly Feature[]): string[] {
  return features.flatMap(({ unchained }) => unchained ?? []);
}

/** How every message is drawn. */
export function drawingsOf(features: readonly Feature[]): (message: Message, reader: Reader) => Said {
  const declared = messagesOf(features);
  return ({ name, data }, reader) => {
    const draw = declared[name]?.draw as ((data: unknown, reader: Reader) => Said) | undefined;
    if (draw === undefined) throw new Error(`no feature declares the message ${name}`);
    return draw(data, reader);
  };
}

function messagesOf(features: readonly Feature[]): Record<string, MessageDeclaration<MessageName>> {
  return merged('message', features, feature => feature.messages) as Record<string, MessageDeclaration<MessageName>>;
}

/** By every name that may stand in the outbox, also those an older program used. */
function composingBy(features: readonly Feature[]): Map<string, DeclaredMessage> {
  const present = messagesOf(features);
  const former = merged('former message', features, feature => feature.former) as Record<string, FormerMessage>;
  const again = Object.keys(former).find(name => name in present);
  if (again !== undefined) throw new Error(`The message ${again} is declared as a former one as well.`);
  return new Map([
    ...Object.entries(present).map(([name, one]) => [name, composing(name, one as Composing)] as const),
    ...Object.entries(former).map(([name, one]) => [name, composing(one.now, one)] as const),
  ]);
}

/** A message with its types forgotten: they were checked where it is declared. */
type Composing = Pick<FormerMessage, 'ref' | 'compose'> & Pick<MessageDeclaration<MessageName>, 'courtesy'>;

/** Reads the ref by its schema first: what an older program wrote otherwise is a fault that names the message. */
function composing(name: string, { ref: schema, compose, courtesy }: Composing): DeclaredMessage {
  return {
    async compose(tx, ref, office) {
      const data = await compose(tx, schema.parse(ref), office);
      return data === null ? null : ({ name, data } as Message);
    },
    ...(courtesy === undefined ? {} : { courtesy }),
  };
}

function sentencesOf(features: readonly Feature[], locale: Locale): Sentences {
  const part = (kind: keyof Spoken) =>
    merged(`${kind} of`, features, ({ words }) => words?.[locale][kind] as object | undefined);
  const words = features.flatMap(feature => {
    const said = feature.words?.[locale].words;
    return said === undefined ? [] : [[feature.name, said] as const];
  });
  return {
    ...Object.fromEntries(words),
    common: common[locale],
    commands: part('commands'),
    refusals: part('refusals'),
    matters: part('matters'),
    proposals: part('proposals'),
    duties: part('duties'),
    erased: part('erased'),
  } as unknown as Sentences;
}

function merged(
  kind: string,
  features: readonly Feature[],
  pick: (feature: Feature) => object | undefined,
): Record<string, unknown> {
  const all = new Map<string, unknown>();
  for (const feature of features) {
    for (const [name, value] of Object.entries(pick(feature) ?? {})) {
      if (all.has(name)) throw new Error(`Two features declare the ${kind} ${name}; ${feature.name} is the second.`);
      all.set(name, value);
    }
  }
  return Object.fromEntries(all);
}
