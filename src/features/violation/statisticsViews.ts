/** The figures of a year: a chart by month, tables by article and of who is near 1.32 and 8.3. */
import type { DataTableBlock, KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import type { Reader } from '../../locales/reader.ts';
import { bars, context, header, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Statistics } from './tally.ts';

const MOST_ROWS = 30;
/** Of a cell. */
const MOST = 80;

export function statisticsSaid(of: Statistics, reader: Reader): Said {
  const { violation: words, post: posts, common } = reader.t;
  const { stats } = words;
  const { tally, people, names, articles, caseThreshold, noticeThreshold } = of;
  const title = stats.title(tally.year);
  if (tally.filed === 0) return { text: `${title}\n${stats.none(tally.year)}` };
  const titleOf = (number: string) => {
    const article = articles.find(each => each.number === number);
    return article === undefined ? number : `${number} ${article.title[reader.locale]}`;
  };
  const byPost = tally.posts.map(({ post, final }) => `${posts.posts[post]} ${final}`);
  const head = [
    stats.sums(tally.filed, tally.final, tally.decided),
    tally.daysToDecide === null ? '' : stats.days(tally.daysToDecide),
    tally.appeals === 0 ? stats.noAppeals : stats.appeals(tally.appeals, tally.overturned, tally.reduced),
    byPost.length === 0 ? '' : stats.posts(common.joinNames(byPost)),
  ];
  const months = stats.months;
  const byArticle = tally.articles.slice(0, MOST_ROWS).map(({ article, filed, final }) => {
    return [titleOf(article), String(filed), String(final)];
  });
  const eachOf = ([name = '', filed = '', final = '']: string[]) => stats.each(name, filed, final);
  const near = people.slice(0, MOST_ROWS).map(({ memberId, cases, notices }) => {
    return [names.get(memberId) ?? memberId, `${cases} / ${caseThreshold}`, `${notices} / ${noticeThreshold}`];
  });
  const blocks: KnownBlock[] = [
    header(title),
    section(head.filter(line => line !== '').join('\n')),
    bars({
      title: stats.chart(tally.year),
      categories: months,
      series: [
        { name: stats.filed, values: tally.months.filed },
        { name: stats.final, values: tally.months.final },
      ],
    }),
    bars({
      title: stats.byArticle,
      categories: tally.articles.map(({ article }) => article),
      series: [
        { name: stats.filed, values: tally.articles.map(({ filed }) => filed) },
        { name: stats.final, values: tally.articles.map(({ final }) => final) },
      ],
    }),
    // Slack takes one table a message.
    ...(near.length === 0
      ? [tableOf(stats.byArticle, [stats.article, stats.filed, stats.final], byArticle)]
      : [
          ...chunks(byArticle.map(eachOf), 2_900).map(section),
          tableOf(stats.near(tally.year), [stats.person, '1.32', '8.3'], near),
        ]),
    context(stats.hint),
  ];
  const perMonth = months.map((month, at) => `${month} ${tally.months.filed[at] ?? 0}/${tally.months.final[at] ?? 0}`);
  const told = near.map(([name = '', ...rest]) => [wordsOf(name, reader), ...rest]);
  const lines = [...byArticle.map(eachOf), ...told.map(row => row.join(' · '))];
  return { text: [inWords(title, [blocks[1] as KnownBlock]), perMonth.join(', '), ...lines].join('\n'), blocks };
}

function tableOf(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): DataTableBlock {
  const cell = (text: string) => ({ type: 'raw_text' as const, text: [...text].slice(0, MOST).join('') });
  return { type: 'data_table', caption, rows: [head, ...rows].map(row => row.map(cell)), page_size: 10 };
}
