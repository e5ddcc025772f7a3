/** An article whole: as it is in force, as it will be, what waits for the president, and all its versions with who signed them. */
import type { KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { day, moment, person, type Reader } from '../../../locales/reader.ts';
import { actions, button, context, inWords, section } from '../../../slack/button.ts';
import type { Said } from '../../../slack/command.ts';
import { wordsOf } from '../../../slack/typedWords.ts';
import type { Article } from '../article.ts';
import { articleName, boundText, figureOf, fullText, ruleText } from '../views.ts';
import type { AmendmentFacts, ArticlePage } from './messages.ts';
import { amendmentLines, READ, WITHDRAW } from './views.ts';

/** Room for what is pending, beside the article. */
const PENDING_ROOM = 3_000;
/** Versions told of one article, the latest first, and the room they share with the rest of a message. */
const MOST_VERSIONS = 10;
const HISTORY_ROOM = 4_500;

/** One article whole: whom it binds, since when it is in force, and its other versions. */
export function articleInFull(page: ArticlePage, reader: Reader): Said {
  const { rulebook: words } = reader.t;
  const { article, versions, today, signed } = page;
  const { section: within, source, version, inForceFrom } = article;
  const facts = [
    words.binds(boundText(article.appliesTo, reader)),
    `${within.source} ${within.title[reader.locale]}`,
    words.source(source),
    inForceFrom > today ? comingText(article, reader) : words.inForce(version, inForceFrom),
  ];
  const coming = versions.filter(each => each.inForceFrom > today && each.version > version);
  const blocks: KnownBlock[] = [
    section(fullText(article, reader)),
    context(facts.join(' · ')),
    ...chunks(
      coming.map(each => `*${comingText(each, reader)}*${said(each, reader)}`),
      2_900,
    ).map(section),
    ...page.toRead.flatMap(({ facts: { id } }) => [
      section(words.amendment.toReadHere),
      actions(`rulebook.read:${id}`, button(READ, words.amendment.read, String(id), { style: 'primary' })),
    ]),
    ...pendingBlocks(page, reader),
  ];
  if (versions.length > 1) {
    const past = versions.toReversed().slice(0, MOST_VERSIONS);
    const lines = past.flatMap(each => versionLines(each, today, signed, reader));
    blocks.push(
      ...chunks([`*${words.history}*`, ...lines], 2_900)
        .map(section)
        .slice(0, HISTORY_ROOM / 1_500),
    );
  }
  return { text: inWords(articleName(article, reader), blocks), blocks };
}

function pendingBlocks({ pending, mine }: ArticlePage, reader: Reader): KnownBlock[] {
  if (pending === null) return [];
  const { amendment: words } = reader.t.rulebook;
  const { id, proposerId, proposedAt } = pending;
  const title = `*${words.pending(person(proposerId), moment(proposedAt, reader))}*`;
  // The first line would name the article again.
  const lines = amendmentLines(pending, reader, PENDING_ROOM).split('\n').slice(1);
  const own = mine ? [actions(`rulebook.pending:${id}`, button(WITHDRAW, words.withdraw, String(id)))] : [];
  return [...chunks([title, ...lines], 2_900).map(section), ...own];
}

function comingText({ version, inForceFrom }: Article, reader: Reader): string {
  return reader.t.rulebook.amendment.comingVersion(version, day(inForceFrom, reader));
}

function said(article: Article, reader: Reader): string {
  const figure = article.tiers.length === 0 ? '' : ` _${figureOf(article, reader)}_`;
  return `${reader.t.common.colon}${ruleText(article, reader)}${figure}`;
}

function versionLines(article: Article, today: string, signed: readonly AmendmentFacts[], reader: Reader): string[] {
  const { version, inForceFrom } = article;
  const name = inForceFrom > today ? comingText(article, reader) : reader.t.rulebook.inForce(version, inForceFrom);
  const by = signed.find(({ after }) => after.version === version);
  return [`${name}${said(article, reader)}`, ...(by === undefined ? [] : signedLines(by, reader))];
}

/** Who signed it and why it was asked for; a version that was loaded has neither. */
function signedLines(facts: AmendmentFacts, reader: Reader): string[] {
  const { rulebook, common } = reader.t;
  const { amendment: words } = rulebook;
  const { decidedBy, decidedFor, decidedAt, proposerId, wordingOnly, why } = facts;
  if (decidedBy === null || decidedAt === null) return [];
  const who = `${person(decidedBy)}${decidedFor === null ? '' : words.signedFor(person(decidedFor))}`;
  const parts = [
    words.signedBy(who, moment(decidedAt, reader)),
    words.proposedBy(person(proposerId)),
    ...(wordingOnly ? [words.wordingMark] : []),
  ];
  return [`${parts.join(common.comma)}. ${words.why(wordsOf(why, reader))}`];
}
