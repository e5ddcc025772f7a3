/** A rulebook written as the text of a file. */
import { Document } from 'yaml';
import type { CivilDate } from '../../kernel/civil.ts';
import type { Article, Bound, Ladder, Tier } from './article.ts';
import { writtenAuthority } from './authority.ts';
import { ladderOf } from './ladder.ts';
import { isOnRecord } from './rules.ts';
import { ORDINARY, type Written, type WrittenArticle, type WrittenLadder, type WrittenTier } from './schema.ts';
import type { Setting } from './setting.ts';
import type { Rulebook } from './yaml.ts';

/** The same rulebook as text that reads back to it. */
export function writeRulebook({ title, inForceFrom, authority, unit, sections, settings }: Rulebook): string {
  const written: Written = {
    title,
    inForceFrom,
    ...(unit !== 'yuan' && { unit }),
    authority: writtenAuthority(authority),
    sections: sections.map(section => ({
      ...section,
      articles: section.articles.map(one => writtenArticle(one, inForceFrom, settings)),
    })),
  };
  const document = new Document(written);
  // A number such as 1.10 must stay a text.
  return document.toString({ lineWidth: 0, defaultStringType: 'PLAIN' });
}

function writtenArticle(article: Article, since: CivilDate, settings: readonly Setting[]): WrittenArticle {
  const { number, inForceFrom, source, title, text, alsoCalled, appliesTo, found, tiers } = article;
  const ladder = ladderOf(article);
  const own = settings.filter(one => one.article === number);
  return {
    number,
    source,
    title,
    text,
    ...(alsoCalled !== undefined && { alsoCalled }),
    ...(inForceFrom !== since && { inForceFrom }),
    binds: writtenBound(appliesTo),
    ...(found !== 'filed' && { found }),
    ...(ladder !== undefined && { ladder: writtenLadder(ladder) }),
    ...(ladder === undefined && tiers.length > 0 && { tiers: tiers.map(each => writtenTier(each, tiers.length > 1)) }),
    ...(own.length > 0 && {
      settings: Object.fromEntries(own.map(({ name, value, reading }) => [name, { value, reading }])),
    }),
  };
}

function writtenTier(tier: Tier, isOneOfSeveral: boolean): WrittenTier {
  const { key, amount, per, compensates, notice, consequence, label, aliases, appliesTo } = tier;
  const price = typeof amount === 'number' ? amount / 100 : amount;
  return {
    ...(key !== 'plain' && { key }),
    ...((isOneOfSeveral || label.en !== ORDINARY.en) && { label }),
    ...(aliases !== undefined && { aliases: [...aliases] }),
    ...(appliesTo !== undefined && { binds: writtenBound(appliesTo) }),
    ...(compensates ? { compensation: 'open' as const } : price !== null && { fine: price }),
    ...(isOnRecord(tier) && { onRecord: true as const }),
    ...(per !== undefined && per !== 'occurrence' && { per }),
    ...(notice && { notice }),
    ...(consequence !== undefined && { leadsTo: consequence }),
  };
}

function writtenLadder({ months, steps }: Ladder): WrittenLadder {
  return {
    ...(months !== undefined && { months }),
    steps: steps.map(({ amount, notice, consequence }) => ({
      ...(amount !== null && { fine: amount / 100 }),
      ...(notice && { notice }),
      ...(consequence !== undefined && { leadsTo: consequence }),
    })),
  };
}

function writtenBound(who: Bound): WrittenArticle['binds'] {
  if (who === 'everyone') return who;
  return 'everyoneBut' in who ? { everyoneBut: [...who.everyoneBut] } : [...who];
}
