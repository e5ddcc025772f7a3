/** Where a case goes, as a sentence: before filing in the form, after it in the answer. */

import { type Fen, formatFen, sumFen } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { person, type Reader } from '../../locales/reader.ts';
import type { Sentences } from '../../locales/sentences.ts';
import type { Member } from '../../member/rules.ts';
import { tierName } from '../rulebook/views.ts';
import type { CaseFacts } from './messages.ts';
import type { Route } from './route.ts';
import type { Proposal } from './rules.ts';
import { measure } from './views.ts';

/** What filing comes to, or the refusal it meets. */
export type Outlook = Filing | Refusal;

export interface Filing {
  proposal: Proposal;
  route: Route;
  sameIncident: Fen;
  approvers: readonly Member[];
}

type RouteWords = Sentences['violation']['preview' | 'wentTo'];

/** One sentence: decided by filing, or who is asked. */
export function routeText({ route, approvers }: Filing, words: RouteWords, reader: Reader): string {
  const { opensAs, onBehalfOf, steps } = route;
  if (opensAs === 'upheld') return onBehalfOf === null ? words.decided : words.decidedFor(person(onBehalfOf));
  const { violation, common } = reader.t;
  const names = approvers.slice(0, 10).map(({ id }) => person(id));
  const asked = names.length === 0 ? violation.nobody : common.joinNames(names);
  if (opensAs === 'recommended') return words.recommends(asked);
  const [first] = steps;
  if (first?.authority === 'president') return words.president(asked);
  return first?.settles === false ? words.leaderThenPresident(asked) : words.leader(asked);
}

/** The answer to filing: number, person, article, what follows, and where it went. */
export function filedText(filed: CaseFacts, filing: Filing, reader: Reader): string {
  const { violation: words } = reader.t;
  const { locale } = reader;
  const name = tierName(filed.article, filed.tier, reader);
  const lines = [words.filed(words.number(filed.id), person(filed.accusedId), name, measure(filed, reader))];
  if (filing.sameIncident > 0) {
    const { sameIncident } = filing;
    const total = sumFen(filed.amount === null ? [sameIncident] : [sameIncident, filed.amount]);
    lines.push(words.sameIncident(formatFen(sameIncident, locale), formatFen(total, locale)));
  }
  lines.push(routeText(filing, words.wentTo, reader));
  return lines.join('\n');
}
