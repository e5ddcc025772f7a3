/** Where a case goes, as a sentence: before filing in the form, after it in the answer. */

import { clip } from '@tiaoli/block-kit';
import type { CivilDate } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { amountText } from '../../locales/amount.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import type { Sentences } from '../../locales/sentences.ts';
import type { Member } from '../../member/rules.ts';
import { section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Article } from '../rulebook/article.ts';
import { tierName } from '../rulebook/views.ts';
import type { CaseFacts } from './messages.ts';
import type { Route } from './route.ts';
import type { Proposal } from './rules.ts';
import { caseLine, measure } from './textViews.ts';

/** What filing comes to, or the refusal it meets. */
export type Outlook = Filing | Refusal;

export interface Filing {
  proposal: Proposal;
  route: Route;
  sameIncident: Fen;
  approvers: readonly Member[];
  rule: Article | null;
  /** Until when the member would be heard. */
  until: Date | null;
}

type CaseLine = Parameters<typeof caseLine>[0];
type RouteWords = Sentences['violation']['preview' | 'wentTo'];

/** Decided by filing; or until when the member is heard, and who is asked. */
export function routeText(filing: Filing, words: RouteWords, reader: Reader): string {
  const { route, approvers, until } = filing;
  const { opensAs, onBehalfOf, steps } = route;
  if (opensAs === 'upheld') return onBehalfOf === null ? words.decided : words.decidedFor(person(onBehalfOf));
  if (opensAs === 'hearing' && until !== null) {
    const after: Filing = { ...filing, route: { ...filing.route, opensAs: 'deciding' } };
    return [words.heard(moment(until.toISOString(), reader)), routeText(after, words, reader)].join('\n');
  }
  const { violation, common } = reader.t;
  const names = approvers.slice(0, 10).map(({ id }) => person(id));
  const asked = names.length === 0 ? violation.nobody : common.joinNames(names);
  if (opensAs === 'recommended') return words.recommends(asked);
  const [first] = steps;
  if (first?.authority === 'president') return words.president(asked);
  const one = names.length === 1;
  if (first?.settles === false) return (one ? words.oneThenPresident : words.leaderThenPresident)(asked);
  return one ? words.president(asked) : words.leader(asked);
}

/** What a case comes to whose filing decides it, or tells the member, with what is known of that day, before it is filed. */
export function toFileSaid(
  entered: { date: CivilDate; facts: string; count?: number },
  filing: Filing,
  known: { day: readonly ((reader: Reader) => string[])[]; filed: readonly CaseLine[] },
  reader: Reader,
): Said {
  const { violation: words } = reader.t;
  const { proposal } = filing;
  const { accusedId, article, tier } = proposal;
  const price = measure({ ...proposal, count: entered.count ?? 1 }, reader);
  const lines = [
    `*${person(accusedId)} · ${tierName({ article, tier, rule: filing.rule }, reader)}*`,
    `${words.date}${day(entered.date, reader)}`,
    `${words.measure}${price}`,
    together(filing, proposal.amount, reader),
    ...known.day.flatMap(tell => tell(reader)),
    ...known.filed.map(row => words.alreadyFiled(caseLine(row, reader))),
    routeText(filing, words.preview, reader),
  ].filter(line => line !== '');
  const happened = `${words.facts}${clip(wordsOf(entered.facts, reader), 2_500)}`;
  return { text: [...lines, happened].join('\n'), blocks: [section(lines.join('\n')), section(happened)] };
}

function together({ sameIncident }: Filing, own: Fen | null, reader: Reader): string {
  const { violation: words } = reader.t;
  if (sameIncident === 0) return '';
  const total = sumFen(own === null ? [sameIncident] : [sameIncident, own]);
  return words.sameIncident(amountText(sameIncident, reader), amountText(total, reader));
}

/** The answer to filing: number, person, article, what follows, and where it went. */
export function filedText(filed: CaseFacts, filing: Filing, reader: Reader): string {
  const { violation: words } = reader.t;
  const name = tierName(filed, reader);
  const lines = [words.filed(words.number(filed.id), person(filed.accusedId), name, measure(filed, reader))];
  const sum = together(filing, filed.amount, reader);
  if (sum !== '') lines.push(sum);
  lines.push(routeText(filing, words.wentTo, reader));
  return lines.join('\n');
}
