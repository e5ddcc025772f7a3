/** Amendments as people read them: old beside new, the card before the president, the messages that ask to read. */
import type { KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { day, type MatterTelling, moment, person, type Reader } from '../../../locales/reader.ts';
import { actions, button, context, header, inWords, section } from '../../../slack/button.ts';
import type { Said } from '../../../slack/command.ts';
import type { Drawings } from '../../../slack/drawing.ts';
import { firstOf, listed } from '../../../slack/listed.ts';
import { shared } from '../../../slack/share.ts';
import { wordsOf } from '../../../slack/typedWords.ts';
import type { Article, Tier } from '../article.ts';
import { articleName, boundText, figureOf, priceOfTier, ruleText } from '../views.ts';
import { type Change, changesBetween } from './changes.ts';
import type { AmendmentFacts, AmendmentMessages, Readers, ToRead } from './messages.ts';
import { OPERATOR } from './rules.ts';

export const READ = 'rulebook.read';
export const WITHDRAW = 'rulebook.withdraw';

/** Room for old and new in one message, which holds 12,000 characters. */
const ROOM = 8_000;
/** Amendments told whole in one message. */
const MOST_WHOLE = 8;
/** People named in a list. */
const MOST_NAMES = 40;

/** The change in one line: the article and from when it is in force. */
export function amendmentLine({ before, askedFrom, inForceFrom }: AmendmentFacts, reader: Reader): string {
  const from = reader.t.rulebook.amendment.from(day(inForceFrom ?? askedFrom, reader));
  return `${articleName(before, reader)} · ${from}`;
}

/** All that whoever signs needs, in both languages; of what people typed at most so many characters. */
export function amendmentLines(facts: AmendmentFacts, reader: Reader, most: number): string {
  const { amendment: words } = reader.t.rulebook;
  const { before, after, askedFrom, inForceFrom, wordingOnly, why } = facts;
  const { lines, cut } = comparison(changesBetween(before, after), wordsOf(why, reader), reader, most);
  return [
    `*${articleName(before, reader)}*`,
    inForceFrom === null ? words.fromOrSigned(day(askedFrom, reader)) : words.since(day(inForceFrom, reader)),
    wordingOnly ? words.wordingOnly : words.toBeRead,
    ...lines,
    ...(cut ? [words.cut(before.number)] : []),
  ].join('\n');
}

/** The same beside its article, where it waits: in the reader's language, cut to the room there is. */
export function pendingLines(facts: AmendmentFacts, reader: Reader, most: number): string[] {
  const { amendment: words } = reader.t.rulebook;
  const { lines } = comparison(changesFor(facts, reader), wordsOf(facts.why, reader), reader, most);
  const asked = facts.wordingOnly ? words.wordingOnly : words.toBeRead;
  return [words.fromOrSigned(day(facts.askedFrom, reader)), asked, ...lines];
}

/** How an amendment is told to whoever signs it. */
export const amendmentTelling: MatterTelling<AmendmentFacts> = {
  title: (_facts, { t }) => t.rulebook.amendment.title,
  line: amendmentLine,
  lines: amendmentLines,
  buttons: (_facts, _authority, { t }) => ({
    approve: t.rulebook.amendment.sign,
    reject: t.rulebook.amendment.reject,
  }),
  verdicts: (_facts, _authority, { t }) => t.rulebook.amendment.verdicts,
};

/** Old and new, one below the other as a phone is narrow, and why. Long ones share the room; `cut` where that was too little. */
function comparison(
  changes: readonly Change[],
  why: string,
  reader: Reader,
  most: number,
): { lines: string[]; cut: boolean } {
  const { amendment: words } = reader.t.rulebook;
  const said = changes.flatMap(change => saidIn(change, reader));
  const all = [...said, why];
  const room = shared(all, most);
  const lines = changes.flatMap((change, index) => [
    `*${partOf(change, reader)}*`,
    words.before(room[2 * index] ?? ''),
    words.after(room[2 * index + 1] ?? ''),
  ]);
  return { lines: why === '' ? lines : [...lines, words.why(room.at(-1) ?? '')], cut: all.join('').length > most };
}

function saidIn(change: Change, reader: Reader): [string, string] {
  if (change.what === 'tier') return [tierText(change.before, reader), tierText(change.after, reader)];
  if (change.what === 'binds') return [boundText(change.before, reader), boundText(change.after, reader)];
  return [wordsOf(change.before, reader), wordsOf(change.after, reader)];
}

function tierText(tier: Tier | null, reader: Reader): string {
  if (tier === null) return reader.t.rulebook.nothing;
  const bound = tier.appliesTo === undefined ? '' : ` · ${boundText(tier.appliesTo, reader)}`;
  return `${priceOfTier(tier, reader)}${bound}`;
}

function partOf(change: Change, { t, locale }: Reader): string {
  const { parts } = t.rulebook.amendment;
  if (change.what === 'binds') return parts.binds;
  if (change.what !== 'tier') return parts[change.what][change.locale];
  const tier = change.before ?? change.after;
  return tier === null || tier.key === 'plain' ? parts.tier : parts.tierOf(tier.label[locale]);
}

/** What changed in short lines, where there is no room for whole texts. */
export function changeLines(before: Article, after: Article, reader: Reader): string[] {
  return changesBetween(before, after).map(change => {
    if (change.what === 'text') return partOf(change, reader);
    const [old, now] = saidIn(change, reader);
    return `${partOf(change, reader)}${reader.t.common.colon}${old} → ${now}`;
  });
}

/** For whoever is bound by it: what changes in their own language, where anything does in it. */
function changesFor({ before, after }: AmendmentFacts, { locale }: Reader): Change[] {
  const changes = changesBetween(before, after);
  const own = changes.filter(change => !('locale' in change) || change.locale === locale);
  return own.length > 0 ? own : changes;
}

function toReadBlocks({ facts, readAt }: ToRead, reader: Reader, most: number): KnownBlock[] {
  const { amendment: words } = reader.t.rulebook;
  const { id, before, after, askedFrom, inForceFrom, why } = facts;
  const { lines: changed, cut } = comparison(changesFor(facts, reader), wordsOf(why, reader), reader, most);
  // One that is new has nothing beside it.
  const lines = changed.length > 0 ? changed : [ruleText(after, reader), `_${figureOf(after, reader)}_`];
  const since = words.since(day(inForceFrom ?? askedFrom, reader));
  const whole = [since, ...lines, ...(cut ? [words.cut(before.number)] : [])];
  const confirmed = readAt === null ? null : words.readAt(moment(readAt, reader));
  return [
    ...chunks(whole.join('\n').split('\n'), 2_900).map(section),
    confirmed === null
      ? actions(`rulebook.read:${id}`, button(READ, words.read, String(id), { style: 'primary' }))
      : context(confirmed),
  ];
}

export const amendmentDrawings: Drawings<keyof AmendmentMessages> = {
  'rulebook.toRead'(data, reader) {
    const { amendment: words } = reader.t.rulebook;
    const { before, decidedBy } = data.facts;
    const title =
      decidedBy === OPERATOR
        ? words.toReadImported(articleName(data.facts.after, reader))
        : words.toRead(articleName(before, reader), person(decidedBy ?? data.facts.proposerId));
    const ask = data.readAt === null ? `\n${words.pleaseRead}` : '';
    const blocks = [section(`${title}${ask}`), ...toReadBlocks(data, reader, ROOM)];
    return { text: inWords(title, blocks.slice(1)), blocks };
  },
  'rulebook.unread'(items, reader) {
    const { amendment: words } = reader.t.rulebook;
    const left = items.filter(({ readAt }) => readAt === null).length;
    const title = left === 0 ? words.unreadDone : words.unread(left);
    const shown = items.slice(0, MOST_WHOLE);
    const blocks: KnownBlock[] = [section(title)];
    for (const item of shown) {
      blocks.push(section(`*${articleName(item.facts.before, reader)}*`));
      blocks.push(...toReadBlocks(item, reader, Math.floor(ROOM / shown.length)));
    }
    const beyond = items.length - shown.length;
    if (beyond > 0) blocks.push(context(reader.t.common.more(beyond)));
    return { text: inWords(title, blocks.slice(1)), blocks };
  },
  'rulebook.allRead'({ facts, count }, reader) {
    return { text: reader.t.rulebook.amendment.allRead(articleName(facts.before, reader), count) };
  },
};

/** What the bot answers to who confirmed it a second time. */
export function readBeforeText(readAt: Date, reader: Reader): string {
  return reader.t.rulebook.amendment.readBefore(moment(readAt, reader));
}

/** And the first time, where the message it was pressed in stays as it is. */
export function readNowText(readAt: Date, reader: Reader): string {
  return reader.t.rulebook.amendment.readAt(moment(readAt, reader));
}

/** What becomes of an article whose amendment was taken back: nothing. */
export function withdrawnText({ before }: AmendmentFacts, reader: Reader): string {
  return reader.t.rulebook.amendment.withdrawn(articleName(before, reader));
}

/** Who has not read what, for leaders; `number` where one article was asked about. */
export function receiptsList(readers: readonly Readers[], number: string | null, reader: Reader): Said {
  const { amendment: words } = reader.t.rulebook;
  if (readers.length === 0) return { text: number === null ? words.receiptsNone : words.receiptsNoneOf(number) };
  const lines = readers.map(one => readersText(one, reader));
  const blocks = [
    header(words.receiptsTitle),
    ...chunks(firstOf(lines, 20, reader).join('\n').split('\n'), 2_900).map(section),
  ];
  return { text: inWords(words.receiptsTitle, blocks), blocks };
}

function readersText({ facts, read, unread }: Readers, reader: Reader): string {
  const { rulebook, common } = reader.t;
  const { amendment: words } = rulebook;
  const when = facts.decidedAt === null ? '' : moment(facts.decidedAt, reader);
  const line = words.receipts(articleName(facts.before, reader), when, read, read + unread.length);
  const names = firstOf(
    unread.map(name => listed(name, reader)),
    MOST_NAMES,
    reader,
  );
  return unread.length === 0 ? line : `${line}\n${words.notYet(common.joinNames(names))}`;
}
