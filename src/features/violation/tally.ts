/** What the cases of a year come to: by month, article and post, how long a decision takes, how many are overturned. */
import type { CivilDate } from '../../kernel/civil.ts';
import type { Post } from '../../member/post.ts';
import type { Article } from '../rulebook/article.ts';
import type { CaseStatus } from './states.ts';
import { counts, stands } from './states.ts';

/** A case as it is counted. */
export interface Counted {
  accusedId: string;
  article: string;
  status: CaseStatus;
  filedOn: CivilDate;
  /** Milliseconds from its filing to its decision; null while it is open, and where it was withdrawn. */
  took: number | null;
  /** Somebody decided about an appeal against it. */
  appealed: boolean;
}

export interface Tally {
  year: number;
  filed: number;
  final: number;
  /** Twelve of each, January first. */
  months: { filed: number[]; final: number[] };
  /** The most filed first; `final` of them count. */
  articles: { article: string; filed: number; final: number }[];
  posts: { post: Post; final: number }[];
  /** The middle one, in days with one decimal; null where nothing was decided. */
  daysToDecide: number | null;
  decided: number;
  appeals: number;
  overturned: number;
  reduced: number;
}

export interface Statistics {
  tally: Tally;
  /** Whose cases count towards 1.32, or notices towards 8.3, at the end of that year or today: the nearest first. */
  people: readonly { memberId: string; cases: number; notices: number }[];
  names: ReadonlyMap<string, string>;
  /** As they are in force. */
  articles: readonly Article[];
  caseThreshold: number;
  noticeThreshold: number;
}

const DAY_MS = 86_400_000;

/** The cases filed in that year; `postsOf` whom each post is held by now. */
export function tallyOf(
  cases: readonly Counted[],
  year: number,
  postsOf: (memberId: string) => readonly Post[],
): Tally {
  const ofYear = cases.filter(({ filedOn }) => Number(filedOn.slice(0, 4)) === year);
  const final = ofYear.filter(({ status }) => counts(status));
  const took = ofYear.flatMap(one => one.took ?? []).sort((a, b) => a - b);
  const byArticle = new Map<string, { filed: number; final: number }>();
  const byPost = new Map<Post, number>();
  for (const { article, status, accusedId } of ofYear) {
    const sum = byArticle.get(article) ?? { filed: 0, final: 0 };
    byArticle.set(article, { filed: sum.filed + 1, final: sum.final + (counts(status) ? 1 : 0) });
    for (const post of counts(status) ? postsOf(accusedId) : []) byPost.set(post, (byPost.get(post) ?? 0) + 1);
  }
  return {
    year,
    filed: ofYear.length,
    final: final.length,
    months: { filed: monthsOf(ofYear), final: monthsOf(final) },
    articles: [...byArticle]
      .map(([article, sum]) => ({ article, ...sum }))
      .sort((a, b) => b.filed - a.filed || a.article.localeCompare(b.article, 'en', { numeric: true })),
    posts: [...byPost].map(([post, number]) => ({ post, final: number })).sort((a, b) => b.final - a.final),
    daysToDecide: took.length === 0 ? null : Math.round((10 * (took[took.length >> 1] ?? 0)) / DAY_MS) / 10,
    decided: ofYear.filter(({ status }) => stands(status) || DECIDED.includes(status)).length,
    appeals: ofYear.filter(({ appealed }) => appealed).length,
    overturned: ofYear.filter(({ status }) => status === 'overturned').length,
    reduced: ofYear.filter(({ status }) => status === 'reduced').length,
  };
}

const DECIDED: readonly CaseStatus[] = ['excused', 'dismissed', 'overturned', 'voided'];

function monthsOf(cases: readonly Counted[]): number[] {
  const months = Array.from({ length: 12 }, () => 0);
  for (const { filedOn } of cases) {
    const month = Number(filedOn.slice(5, 7)) - 1;
    months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}
