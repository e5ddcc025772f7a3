/** An article whole: as it is in force, as it will be, what waits for the president, and all its versions with who signed them. */
import type { KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { day, moment, person, type Reader } from '../../../locales/reader.ts';
import { actions, button, context, inWords, section } from '../../../slack/button.ts';
import type { Said } from '../../../slack/command.ts';
import { shared } from '../../../slack/share.ts';
import { wordsOf } from '../../../slack/typedWords.ts';
import type { Article } from '../article.ts';
import { readingLines } from '../settingViews.ts';
import { pastBlocks, standingBlocks } from '../switch/views.ts';
import { articleName, boundText, figureOf, fullText, ruleText } from '../views.ts';
import type { AmendmentFacts, ArticlePage } from './messages.ts';
import { OPERATOR } from './rules.ts';
import { pendingLines, READ, WITHDRAW } from './views.ts';

/** Room for what is to come, what is pending, and the versions, beside the article: a message holds 12,000 characters. */
const COMING_ROOM = 2_500;
const PENDING_ROOM = 2_000;
const HISTORY_ROOM = 3_000;
/** The latest first. */
const MOST_VERSIONS = 12;

/** One article whole: whom it binds, since when it is in force, and its other versions. */
export function articleInFull(page: ArticlePage, reader: Reader): Said {
  const { rulebook: words } = reader.t;
  const { article, versions, today, signed } = page;
  const { section: within, source, version, inForceFrom } = article;
  const facts = [
    words.binds(boundText(article.appliesTo, reader)),
    `${within.source} ${within.title[reader.locale]}`,
    words.source(source),
    article.ended
      ? words.ended(inForceFrom)
      : inForceFrom > today
        ? comingText(article, reader)
        : words.inForce(version, inForceFrom),
  ];
  const isComing = (each: Article) => each.inForceFrom > today && each.version > version;
  const blocks: KnownBlock[] = [
    section(fullText(article, reader)),
    context(facts.join(' · ')),
    ...standingBlocks(article, reader),
    ...chunks(readingLines(page.settings, reader), 2_900).map(section),
    ...shared(
      versions.filter(isComing).map(each => versionText(each, page, reader)),
      COMING_ROOM,
    ).map(section),
    ...page.toRead.flatMap(({ facts: { id } }) => [
      section(words.amendment.toReadHere),
      actions(`rulebook.read:${id}`, button(READ, words.amendment.read, String(id), { style: 'primary' })),
    ]),
    ...pendingBlocks(page, reader),
  ];
  const past = versions.filter(each => !isComing(each)).toReversed();
  if (past.length > 1 || signed.some(({ after }) => after.version === version)) {
    const told = past.slice(0, MOST_VERSIONS).map(each => versionText(each, page, reader));
    const left = past.length - told.length;
    const lines = [
      `*${words.history}*`,
      ...shared(told, HISTORY_ROOM),
      ...(left > 0 ? [reader.t.common.more(left)] : []),
    ];
    blocks.push(...chunks(lines.join('\n').split('\n'), 2_900).map(section));
  }
  blocks.push(...pastBlocks(page.switches, reader));
  return { text: inWords(articleName(article, reader), blocks), blocks };
}

function pendingBlocks({ pending, mine }: ArticlePage, reader: Reader): KnownBlock[] {
  if (pending === null) return [];
  const { amendment: words } = reader.t.rulebook;
  const { id, proposerId, proposedAt } = pending;
  const title = `*${words.pending(person(proposerId), moment(proposedAt, reader))}*`;
  const lines = pendingLines(pending, reader, PENDING_ROOM).join('\n').split('\n');
  const own = mine ? [actions(`rulebook.pending:${id}`, button(WITHDRAW, words.withdraw, String(id)))] : [];
  return [...chunks([title, ...lines], 2_900).map(section), ...own];
}

function comingText({ version, inForceFrom }: Article, reader: Reader): string {
  return reader.t.rulebook.amendment.comingVersion(version, day(inForceFrom, reader));
}

/** From when it is in force, what it says, and who signed it; a version that was loaded was signed by nobody here. */
function versionText(article: Article, { today, signed }: ArticlePage, reader: Reader): string {
  const { version, inForceFrom, tiers } = article;
  const isComing = inForceFrom > today;
  if (article.ended) return reader.t.rulebook.ended(inForceFrom);
  const name = isComing ? `*${comingText(article, reader)}*` : reader.t.rulebook.inForce(version, inForceFrom);
  const figure = tiers.length === 0 ? '' : ` _${figureOf(article, reader)}_`;
  const by = signed.find(({ after }) => after.version === version);
  const lines = by === undefined ? [] : signedLines(by, reader);
  return [`${name}${reader.t.common.colon}${ruleText(article, reader)}${figure}`, ...lines].join('\n');
}

/** Who signed it and why it was asked for. */
function signedLines(facts: AmendmentFacts, reader: Reader): string[] {
  const { rulebook, common } = reader.t;
  const { amendment: words } = rulebook;
  const { decidedBy, decidedFor, decidedAt, proposerId, wordingOnly, why } = facts;
  if (decidedBy === null || decidedAt === null) return [];
  if (decidedBy === OPERATOR) return [words.imported(moment(decidedAt, reader))];
  const who = `${person(decidedBy)}${decidedFor === null ? '' : words.signedFor(person(decidedFor))}`;
  const parts = [
    ...(proposerId === decidedBy && decidedFor === null
      ? [words.signedOwn(who, moment(decidedAt, reader))]
      : [words.signedBy(who, moment(decidedAt, reader)), words.proposedBy(person(proposerId))]),
    ...(wordingOnly ? [words.wordingMark] : []),
  ];
  return [parts.join(common.comma), words.why(wordsOf(why, reader))];
}
