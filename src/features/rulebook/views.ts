/** Articles of the regulation as people read them: number and title, what a breach costs, the catalogue's answers. */
import type { KnownBlock } from '@slack/types';
import { chunks, neutral } from '@tiaoli/block-kit';
import { amountText } from '../../locales/amount.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Reader } from '../../locales/reader.ts';
import { context, header, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Article, Bound, Ladder, Rung, Tier } from './article.ts';
import type { Fault } from './fault.ts';
import { compareNumbers, isFileable } from './rules.ts';
import type { Interpreting } from './setting.ts';
import { offMark } from './switch/views.ts';
import { readRulebook } from './yaml.ts';

/** Up to this many answers are shown with their texts, more of them as a list of titles. */
const FULL_MAX = 6;

/** '1.9 Online by the service roster', within mrkdwn: a title may be somebody's who amended it. */
export function articleName({ number, title }: Article, { locale }: Reader): string {
  return `${number} ${neutral(title[locale])}`;
}

/** The same where nothing is formatted, as in a menu. */
export function articleLabel({ number, title }: Article, { locale }: Reader): string {
  return `${number} ${title[locale]}`;
}

/** What the article says, within mrkdwn. */
export function ruleText({ text }: Article, { locale }: Reader): string {
  return neutral(text[locale]);
}

/** What something is judged by: the article's number, its tier's key, and the article as it was in force. */
export interface Judged {
  article: string;
  tier: string;
  /** Null where there is no such version any more: then only the number is said. */
  rule: Article | null;
}

/** The same with the tier where the article has several: '1.9 Online by the service roster (JD)'. */
export function tierName({ article: number, tier: key, rule }: Judged, reader: Reader): string {
  if (rule === null) return number;
  const name = articleName(rule, reader);
  const tier = rule.tiers.find(each => each.key === key);
  if (tier === undefined || rule.tiers.length < 2) return name;
  return reader.locale === 'zh-CN' ? `${name}（${tier.label['zh-CN']}）` : `${name} (${tier.label.en})`;
}

/** What a tier costs: '¥50 each time', 'amount proposed by the filer', 'transfer or dismissal (the president decides)'. */
export function priceOfTier(tier: Tier, reader: Reader): string {
  const { amount, per, compensates, notice, consequence, ladder } = tier;
  if (ladder !== undefined) return ladderText(ladder, reader);
  const { rulebook: words } = reader.t;
  const parts: string[] = [];
  if (consequence !== undefined) parts.push(words.byPresident(words.consequences[consequence]));
  if (compensates) parts.push(words.compensation);
  else if (amount === 'open') parts.push(words.open);
  else if (amount !== null) parts.push(words.per[per ?? 'occurrence'](amountText(amount, reader)));
  else if (consequence === undefined) parts.push(words.onRecord);
  if (notice) parts.push(words.withNotice);
  return parts.join(' + ');
}

/** 'in 12 months, 1st time: 1 notice of criticism; 2nd: ¥50; from the 3rd on: ¥100'. */
function ladderText({ months, steps }: Ladder, reader: Reader): string {
  const { ladder: words } = reader.t.rulebook;
  const told = steps.map((rung, at) => words.step(at + 1, at === steps.length - 1, rungText(rung, reader)));
  return `${months === undefined ? '' : words.within(months)}${told.join(words.between)}`;
}

/** What one step costs: '¥100 + 1 notice of criticism'. */
export function rungText({ amount, notice, consequence }: Rung, reader: Reader): string {
  const { rulebook: words } = reader.t;
  return [
    ...(consequence === undefined ? [] : [words.byPresident(words.consequences[consequence])]),
    ...(amount === null ? [] : [amountText(amount, reader)]),
    ...(notice ? [words.withNotice] : []),
  ].join(' + ');
}

/** '2nd time in 12 months: ' and what that time costs. */
export function timeText({ tier: key, rule }: Judged, ordinal: number, costs: string, reader: Reader): string {
  const months = rule?.tiers.find(tier => tier.key === key)?.ladder?.months;
  return reader.t.rulebook.ladder.time(ordinal, months ?? null, costs);
}

/** What the article costs, tier by tier; nothing for a procedure. */
export function figureOf({ tiers }: Article, reader: Reader): string {
  const [only, another] = tiers;
  if (only === undefined) return '';
  if (another === undefined) return priceOfTier(only, reader);
  return tiers.map(tier => `${tier.label[reader.locale]} ${priceOfTier(tier, reader)}`).join(' · ');
}

/** The answer to a search: a few articles in full, many as a list of titles. */
export function articlesFound(query: string, found: readonly Article[], reader: Reader): Said {
  const { rulebook: words } = reader.t;
  if (found.length === 0) return { text: words.none(quoted(query)) };
  const title = `${words.title} · ${words.found(found.length)}`;
  if (found.length <= FULL_MAX) {
    const blocks = found.map(article => section(fullText(article, reader)));
    return { text: inWords(title, blocks), blocks: [header(title), ...blocks] };
  }
  const blocks = [...bySection(found, reader), context(words.hint)];
  return { text: inWords(title, blocks), blocks: [header(title), ...blocks] };
}

/** A line an article, under the names of their sections where they stand in order. */
function bySection(found: readonly Article[], reader: Reader): KnownBlock[] {
  const lines: string[] = [];
  let within = '';
  const isInOrder = found.every(
    (article, at) => at === 0 || compareNumbers(found[at - 1]?.number ?? '', article.number) < 0,
  );
  for (const article of found) {
    const name = `${article.section.source} ${article.section.title[reader.locale]}`;
    if (isInOrder && name !== within) lines.push(`*${name}*`);
    within = name;
    lines.push(`${articleName(article, reader)}${offMark(article, reader)}${figureTail(article, reader)}`);
  }
  // Whole at once: half a list is none.
  return chunks(lines, 2_900).map(text => ({ ...section(text), expand: true }));
}

/** Whom an article binds, by the names of the posts. */
export function boundText(bound: Bound, { t }: Reader): string {
  const { rulebook: words, common, post } = t;
  if (bound === 'everyone') return words.everyone;
  const posts = 'everyoneBut' in bound ? bound.everyoneBut : bound;
  const names = common.joinNames(posts.map(each => post.posts[each]));
  return 'everyoneBut' in bound ? words.everyoneBut(names) : names;
}

/** Number and title, the text, and what a breach costs. */
export function fullText(article: Article, reader: Reader): string {
  const { rulebook: words } = reader.t;
  const figure = article.tiers.length === 0 ? '' : `\n_${figureOf(article, reader)}_`;
  const mark = isFileable(article) ? '' : ` ${words.notFileable}`;
  return `*${articleName(article, reader)}*${mark}${offMark(article, reader)}\n${ruleText(article, reader)}${figure}`;
}

function figureTail(article: Article, reader: Reader): string {
  return isFileable(article) && article.tiers.length > 0 ? ` · ${figureOf(article, reader)}` : '';
}

/** What is wrong with a file that cannot be the rulebook, line by line. */
export function unusableText(
  file: string,
  { text, why }: { text?: string; why?: string },
  interpreting: Interpreting,
  reader: Reader,
): string {
  const { faults: words } = reader.t.rulebook;
  if (text === undefined) return words.unreadable(file, why ?? '');
  return [words.unusable(file), ...faultLines(text, interpreting, reader).map(line => `  ${line}`)].join('\n');
}

/** The faults of a rulebook's text, each with its line; none where it is right. */
export function faultLines(text: string, interpreting: Interpreting, reader: Reader): string[] {
  const { faults: words } = reader.t.rulebook;
  const read = readRulebook(text, reader.locale, interpreting);
  return 'faults' in read ? read.faults.map(fault => words.line(fault.line, faultText(fault, reader))) : [];
}

function faultText({ where, what }: Fault, { t }: Reader): string {
  const { faults: words } = t.rulebook;
  switch (what.kind) {
    case 'yaml':
      return words.yaml(what.says);
    case 'shape':
      return where === '' ? what.says : words.shape(where, what.says);
    case 'twice':
      return words.twice(what.name);
    case 'otherSection':
      return words.otherSection(what.article, what.section);
    case 'unknownSetting':
      return words.unknownSetting(what.name, what.known);
    case 'settingElsewhere':
      return words.settingElsewhere(what.name, what.article, what.interprets);
    case 'noSuchPart':
      return words.noSuchPart(what.part);
    case 'authorityLevels':
      return words.authorityLevels(what.most);
    case 'postTwice':
      return words.postTwice(what.post);
    case 'limitNotRising':
      return words.limitNotRising(what.below);
    case 'noPrice':
    case 'priceOfProcedure':
    case 'tiersBesideLadder':
    case 'ladderNotFiled':
      return words[what.kind](what.article);
    default:
      return words[what.kind];
  }
}
