/** Switched articles as people read them: the answer, what is off, the message to the president, and beside the article. */
import type { KnownBlock } from '@slack/types';
import { chunks, neutral } from '@tiaoli/block-kit';
import { day, person, type Reader } from '../../../locales/reader.ts';
import { header, inWords, section } from '../../../slack/button.ts';
import type { Said } from '../../../slack/command.ts';
import type { Drawings } from '../../../slack/drawing.ts';
import { shared } from '../../../slack/share.ts';
import { wordsOf } from '../../../slack/typedWords.ts';
import type { Article, Switch } from '../article.ts';
import type { Switched, SwitchMessages } from './messages.ts';

/** Room for why articles are off: a message holds 12,000 characters. */
const ROOM = 6_000;
/** Of what is over, the latest. */
const MOST_PAST = 5;

/** As `articleName` writes it, which reads the marks from here. */
function nameOf({ number, title }: Article, { locale }: Reader): string {
  return `${number} ${neutral(title[locale])}`;
}

/** ' (off)', behind the name of an article that is off on the day it was looked up for; else nothing. */
export function offMark({ off }: Article, { t, locale }: Reader): string {
  if (off === undefined) return '';
  return `${locale === 'en' ? ' ' : ''}${t.rulebook.switch.mark[off.what]}`;
}

/** The answer to whoever switched it. */
export function switchedText({ article, switch: row }: Switched, reader: Reader): string {
  const { switch: words } = reader.t.rulebook;
  const name = nameOf(article, reader);
  if (row.onFrom !== null) return words.on(name, day(row.onFrom, reader));
  return [
    words.off[row.what](name, day(row.offFrom, reader)),
    words.reason(wordsOf(row.reason, reader)),
    words.undo(article.number),
  ].join('\n');
}

/** All that is off, with since when, by whom and why. */
export function switchedList(found: readonly Switched[], reader: Reader): Said {
  const { switch: words } = reader.t.rulebook;
  if (found.length === 0) return { text: words.none };
  const reasons = shared(
    found.map(({ switch: { reason } }) => wordsOf(reason, reader)),
    ROOM,
  );
  const lines = found.flatMap(({ article, switch: row }, at) => [
    `*${nameOf(article, reader)}*`,
    words.stands[row.what](person(row.offBy), day(row.offFrom, reader)),
    words.reason(reasons[at] ?? ''),
  ]);
  const blocks = [header(words.title), ...chunks(lines, 2_900).map(section)];
  return { text: inWords(words.title, blocks), blocks };
}

/** Beside the article: that it is off now, and why. */
export function standingBlocks({ off }: Article, reader: Reader): KnownBlock[] {
  if (off === undefined) return [];
  const { switch: words } = reader.t.rulebook;
  const stands = words.stands[off.what](person(off.offBy), day(off.offFrom, reader));
  return [section(`${stands}\n${words.reason(wordsOf(off.reason, reader))}`)];
}

/** And when it was off before, the latest first. */
export function pastBlocks(switches: readonly Switch[], reader: Reader): KnownBlock[] {
  const past = switches.filter(({ onFrom }) => onFrom !== null).toReversed();
  if (past.length === 0) return [];
  const { rulebook, common } = reader.t;
  const { switch: words } = rulebook;
  const lines = past.slice(0, MOST_PAST).flatMap(one => pastLines(one, reader));
  const left = past.length - MOST_PAST;
  const more = left > 0 ? [common.more(left)] : [];
  return chunks([`*${words.history}*`, ...lines, ...more], 2_900).map(section);
}

function pastLines({ what, offFrom, offBy, reason, onFrom, onBy, onReason }: Switch, reader: Reader): string[] {
  const { switch: words } = reader.t.rulebook;
  return [
    `• ${words.past[what](day(offFrom, reader), person(offBy))}`,
    words.reason(wordsOf(reason, reader)),
    words.again(day(onFrom ?? offFrom, reader), person(onBy ?? offBy)),
    ...(onReason === null ? [] : [words.reason(wordsOf(onReason, reader))]),
  ];
}

export const switchDrawings: Drawings<keyof SwitchMessages> = {
  'rulebook.switched'({ article, switch: row, to }, reader) {
    const { switch: words } = reader.t.rulebook;
    const name = nameOf(article, reader);
    if (to === 'on') {
      const said = words.toldOn(person(row.onBy ?? row.offBy), name, day(row.onFrom ?? row.offFrom, reader));
      const why = row.onReason === null ? [] : [words.reason(wordsOf(row.onReason, reader))];
      return { text: [said, ...why].join('\n') };
    }
    const said = words.toldOff[row.what](person(row.offBy), name, day(row.offFrom, reader));
    return { text: `${said}\n${words.reason(wordsOf(row.reason, reader))}` };
  },
};
