/** Articles of the regulation as people read them: number and title, what a breach costs, the catalogue's answers. */
import { chunks } from '@tiaoli/block-kit';
import { formatFen } from '../../kernel/money.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Reader } from '../../locales/reader.ts';
import { context, header, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Article, Tier } from './article.ts';
import { findArticle } from './rules.ts';

/** Up to this many answers are shown with their texts, more of them as a list of titles. */
const FULL_MAX = 6;

/** '1.9 Online by the service roster'. */
export function articleName(number: string, { locale }: Reader): string {
  const article = findArticle(number);
  return article === undefined ? number : `${article.number} ${article.title[locale]}`;
}

/** The same with the tier where the article has several: '1.9 Online by the service roster (JD)'. */
export function tierName(number: string, key: string, reader: Reader): string {
  const article = findArticle(number);
  const name = articleName(number, reader);
  const tier = article?.tiers.find(each => each.key === key);
  if (article === undefined || tier === undefined || article.tiers.length < 2) return name;
  return reader.locale === 'zh-CN' ? `${name}（${tier.label['zh-CN']}）` : `${name} (${tier.label.en})`;
}

/** What a tier costs: '¥50 each time', 'amount proposed by the filer', 'transfer or dismissal (the president decides)'. */
export function priceOfTier({ amount, per, notice, consequence }: Tier, reader: Reader): string {
  const { violation: words } = reader.t;
  const parts: string[] = [];
  if (consequence !== undefined) parts.push(words.byPresident(words.consequences[consequence]));
  if (amount === 'open') parts.push(words.open);
  else if (amount !== null) parts.push(words.per[per ?? 'occurrence'](formatFen(amount, reader.locale)));
  else if (consequence === undefined) parts.push(words.onRecord);
  if (notice) parts.push(words.withNotice);
  return parts.join(' + ');
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
  const { violation: words } = reader.t;
  if (found.length === 0) return { text: words.articlesNone(quoted(query)) };
  const title = `${words.articlesTitle} · ${words.articlesFound(found.length)}`;
  if (found.length <= FULL_MAX) {
    const blocks = found.map(article => section(fullText(article, reader)));
    return { text: inWords(title, blocks), blocks: [header(title), ...blocks] };
  }
  const lines = found.map(
    article => `*${article.number}* ${article.title[reader.locale]}${figureTail(article, reader)}`,
  );
  const blocks = [...chunks(lines, 2_900).map(section), context(words.articlesHint)];
  return { text: inWords(title, blocks), blocks: [header(title), ...blocks] };
}

function fullText(article: Article, reader: Reader): string {
  const { violation: words } = reader.t;
  const figure = article.tiers.length === 0 ? '' : `\n_${figureOf(article, reader)}_`;
  const mark = article.violable ? '' : ` ${words.notFileable}`;
  return `*${article.number} ${article.title[reader.locale]}*${mark}\n${article.text[reader.locale]}${figure}`;
}

function figureTail(article: Article, reader: Reader): string {
  return article.violable && article.tiers.length > 0 ? ` · ${figureOf(article, reader)}` : '';
}
