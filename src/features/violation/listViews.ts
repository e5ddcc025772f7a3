/** Lists of cases, one line each. */
import { chunks } from '@tiaoli/block-kit';
import { moment, person, type Reader } from '../../locales/reader.ts';
import { context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { firstOf } from '../../slack/listed.ts';
import type { CaseFacts, OwnCases } from './messages.ts';
import { caseLine, caseState, measure } from './textViews.ts';

export interface ListedCases {
  of: 'person' | 'own' | 'open';
  cases: readonly CaseFacts[];
  left: number;
}

/** The newest first, with what the reader needs to pick a number; `aboutId` whose list it is. */
export function caseList({ of, cases, left }: ListedCases, aboutId: string, reader: Reader): Said {
  const { violation: words, common } = reader.t;
  const who = person(aboutId);
  if (cases.length === 0) return { text: of === 'person' ? words.listEmpty.person(who) : words.listEmpty[of] };
  const title = of === 'person' ? words.listTitles.person(who) : words.listTitles[of];
  const lines = cases.map(facts => caseListLine(facts, reader));
  if (left > 0) lines.push(common.more(left));
  const blocks = [...chunks(lines, 2_900).map(section), context(words.listHint)];
  return { text: inWords(title, blocks), blocks: [section(`*${title}*`), ...blocks] };
}

/** 'No. 12 · 1.9 … (JD) · 2026-12-01 (Tue) · ¥200 · @name · *upheld*'. */
function caseListLine(facts: CaseFacts, reader: Reader): string {
  const state = `*${caseState(facts, reader)}*`;
  return `• ${[caseLine(facts, reader), measure(facts, reader), person(facts.accusedId), state].join(' · ')}`;
}

/** Lines of a list in somebody's own record. */
const MOST_OWN = 10;

/** A member's cases in their own record; nothing where there is none. */
export function ownCaseLines({ cases, heard, noticesThisYear, noticeThreshold }: OwnCases, reader: Reader): string[][] {
  const { own: words, hearing } = reader.t.violation;
  const filed = heard.map(one => {
    const until = hearing.heard.open(moment(one.hearingUntil ?? '', reader));
    return `• ${[person(one.accusedId), caseLine(one, reader), until].join(' · ')}`;
  });
  const mine = filed.length === 0 ? [] : [[`*${words.filed}*`, ...firstOf(filed, MOST_OWN, reader)]];
  if (cases.length === 0) return mine;
  const lines = cases.map(
    one => `• ${[caseLine(one, reader), measure(one, reader), `*${caseState(one, reader)}*`].join(' · ')}`,
  );
  const notices = noticesThisYear > 0 ? [words.notices(noticesThisYear, noticeThreshold)] : [];
  return [[`*${words.title}*`, ...notices, ...firstOf(lines, MOST_OWN, reader), words.hint], ...mine];
}
