/** Where a case goes, as a sentence: before filing in the form, after it in the answer. */

import { chunks, clip } from '@tiaoli/block-kit';
import type { CivilDate } from '../../kernel/civil.ts';
import { type Fen, fen, sumFen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { amountText } from '../../locales/amount.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import type { Sentences } from '../../locales/sentences.ts';
import { levelOf } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Article } from '../rulebook/article.ts';
import { tierName } from '../rulebook/views.ts';
import type { Evidence } from './evidence.ts';
import { evidenceText } from './evidenceViews.ts';
import type { CaseFacts } from './messages.ts';
import type { CaseAuthority, Route } from './route.ts';
import type { Proposal } from './rules.ts';
import { caseLine, type Measured, measure } from './textViews.ts';

/** What filing comes to, one for each case, or the refusal it meets. */
export type Outlook = readonly Filing[] | Refusal;

export interface Filing {
  proposal: Proposal;
  /** Items or responses the amount is for. */
  count: number;
  /** As the reader is told of it. */
  told: Route;
  /** Whether the reader alone is asked first. */
  mine: boolean;
  /** Whether they read all of that person's cases. */
  whole: boolean;
  sameIncident: Fen;
  approvers: readonly Member[];
  rule: Article | null;
  /** Until when the member would be heard. */
  until: Date | null;
  /** Under a ladder, the cases before it that are not final, and so not counted. */
  notFinal: number;
}

type CaseLine = Parameters<typeof caseLine>[0] & { accusedId: string };
type RouteWords = Sentences['violation']['preview' | 'wentTo'];

/** Decided by filing; or until when the member is heard, and who is asked. */
export function routeText(filing: Filing, words: RouteWords, reader: Reader, several = false): string {
  const { told, whole, approvers, until } = filing;
  const { opensAs, onBehalfOf, steps } = told;
  if (opensAs === 'upheld') return onBehalfOf === null ? words.decided : words.decidedFor(person(onBehalfOf));
  if (opensAs === 'hearing' && until !== null) {
    const after: Filing = { ...filing, told: { ...told, opensAs: 'deciding' } };
    const heard = several ? words.heardAll : words.heard;
    if (filing.mine && steps.length === 1) return [heard(moment(until.toISOString(), reader)), words.mine].join('\n');
    return [heard(moment(until.toISOString(), reader)), routeText(after, words, reader)].join('\n');
  }
  const { violation, common } = reader.t;
  const names = approvers.slice(0, 10).map(({ id }) => person(id));
  const [first, ...later] = steps;
  const postsOf = (authority: CaseAuthority) => levelOf(authority, reader.levels).posts;
  const asked =
    names.length === 0 ? violation.nobody(postsOf(first?.authority ?? 'president')) : common.joinNames(names);
  if (opensAs === 'recommended') return words.recommends(asked);
  if (first?.authority === 'president') return words.president(asked);
  const one = names.length === 1;
  // How far a fine goes may tell of other cases.
  const { amount, compensates } = filing.proposal;
  const tells = !whole && amount !== null && !compensates;
  if (tells && steps.at(-1)?.authority !== 'president') return (one ? words.firstOne : words.first)(asked);
  const after = later.map(({ authority }) => postsOf(authority));
  if (first?.settles === false) return (one ? words.oneThen : words.leaderThen)(asked, after);
  return one ? words.president(asked) : words.leader(asked);
}

/** Where all cases of an incident go: once where that is the same for all, else with whom and what it is about. */
export function routesText(filings: readonly Filing[], words: RouteWords, reader: Reader): string {
  const told = new Map<string, string[]>();
  const several = new Set(filings.map(({ proposal }) => proposal.accusedId)).size > 1;
  for (const filing of filings) {
    const text = routeText(filing, words, reader, several);
    told.set(text, [...(told.get(text) ?? []), `${person(filing.proposal.accusedId)} ${filing.proposal.article}`]);
  }
  const { joinNames } = reader.t.common;
  const texts = [...told];
  if (texts.length === 1) return texts.map(([text]) => text).join('');
  return texts.map(([text, about]) => `*${joinNames(about)}*\n${text}`).join('\n');
}

/**
 * What each person's cases of an incident come to, and the fines of that day in all (8.1); compensation is no fine. Nothing
 * where there is only one case of nobody who has another that day.
 */
export function totalsText(filings: readonly Filing[], reader: Reader): string[] {
  const { violation: words } = reader.t;
  return [...new Set(filings.map(({ proposal }) => proposal.accusedId))].flatMap(accusedId => {
    const own = filings.filter(({ proposal }) => proposal.accusedId === accusedId);
    const fines = own.flatMap(({ proposal }) =>
      proposal.compensates || proposal.amount === null ? [] : proposal.amount,
    );
    const before = own[0]?.sameIncident ?? fen(0);
    const [sum, total] = [sumFen(fines), sumFen([...fines, before])];
    if (total === 0 || (own.length === 1 && before === 0)) return [];
    const also = before === 0 ? '' : words.sameIncident(amountText(before, reader), amountText(total, reader));
    return [filings.length === 1 ? also : words.incident.total(person(accusedId), amountText(sum, reader), also)];
  });
}

/** What filing comes to whose cases are decided by it, told to the member by it, or several, before they are filed. */
export function toFileSaid(
  entered: { date: CivilDate; facts: string; evidence: readonly Evidence[] },
  filings: readonly Filing[],
  known: { day: readonly KnownDay[]; filed: readonly CaseLine[] },
  reader: Reader,
): Said {
  const { violation: words } = reader.t;
  const [first] = filings;
  const isAlone = filings.length === 1 && first !== undefined;
  const several = new Set(filings.map(({ proposal }) => proposal.accusedId)).size > 1;
  const named = (memberId: string, line: string) => (several ? words.incident.of(person(memberId), line) : line);
  const lines = [
    `*${isAlone ? headOf(first, reader) : words.incident.title(filings.length)}*`,
    `${words.date}${day(entered.date, reader)}`,
    ...(isAlone ? [`${words.measure}${measure(measured(first), reader)}`] : casesText(filings, reader)),
    ...totalsText(filings, reader),
    ...notFinalText(filings, reader),
    ...known.day.flatMap(({ memberId, known: tellings }) =>
      tellings.flatMap(tell => tell(reader)).map(line => named(memberId, line)),
    ),
    ...known.filed.map(row => named(row.accusedId, words.alreadyFiled(caseLine(row, reader)))),
    routesText(filings, words.preview, reader),
  ];
  const happened = `${words.facts}${clip(wordsOf(entered.facts, reader), 2_500)}`;
  const shownBy = evidenceText(entered.evidence, null, reader);
  const parts = [happened, ...(shownBy === '' ? [] : [shownBy])];
  return {
    text: [...lines, ...parts].join('\n'),
    blocks: [...chunks(lines, 2_900).map(section), ...parts.map(section)],
  };
}

/** Each case of an incident, a line each. */
export function casesText(filings: readonly Filing[], reader: Reader): string[] {
  return filings.map(each => `• ${headOf(each, reader)} · ${measure(measured(each), reader)}`);
}

/** What the only case of an incident costs that time, where its article has a ladder; of several it stands beside each. */
export function timesText(filings: readonly Filing[], reader: Reader): string[] {
  const [first] = filings;
  if (filings.length !== 1 || first?.proposal.ordinal === undefined) return [];
  return [`${reader.t.violation.measure}${measure(measured(first), reader)}`];
}

/** The cases under the same ladder that are not final: they may be before they are counted. */
export function notFinalText(filings: readonly Filing[], reader: Reader): string[] {
  const { violation: words } = reader.t;
  return filings.flatMap(({ proposal: { accusedId, article }, notFinal }) => {
    if (notFinal === 0) return [];
    const line = words.notFinal(article, notFinal);
    return filings.length === 1 ? line : words.incident.of(person(accusedId), line);
  });
}

function measured({ proposal, count, rule }: Filing): Measured {
  const { ordinal = null, ...rest } = proposal;
  return { ...rest, count, rule, ordinal };
}

interface KnownDay {
  memberId: string;
  known: readonly ((reader: Reader) => string[])[];
}

function headOf({ proposal: { accusedId, article, tier }, rule }: Filing, reader: Reader): string {
  return `${person(accusedId)} · ${tierName({ article, tier, rule }, reader)}`;
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

/** The answer to filing an incident: each case with its number, what each person's come to, and where they went. */
export function incidentText(cases: readonly { filed: CaseFacts; preview: Filing }[], reader: Reader): string {
  const [first] = cases;
  if (first !== undefined && cases.length === 1) return filedText(first.filed, first.preview, reader);
  const { violation: words } = reader.t;
  const previews = cases.map(({ preview }) => preview);
  return [
    words.incident.filed(cases.length),
    ...cases.map(
      ({ filed, preview }) => `• ${words.number(filed.id)} · ${headOf(preview, reader)} · ${measure(filed, reader)}`,
    ),
    ...totalsText(previews, reader),
    routesText(previews, words.wentTo, reader),
  ].join('\n');
}
