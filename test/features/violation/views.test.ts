import { validateMessage, validateView } from '@tiaoli/block-kit';
import { describe, expect, test } from 'vitest';
import { findArticle, isFileable } from '../../../src/features/rulebook/rules.ts';
import { articlesFound } from '../../../src/features/rulebook/views.ts';
import { accusedDrawings, accusedMessage } from '../../../src/features/violation/accusedViews.ts';
import type { CaseDraft } from '../../../src/features/violation/draft.ts';
import { articleOption, caseForm } from '../../../src/features/violation/form.ts';
import { caseList } from '../../../src/features/violation/listViews.ts';
import type { CaseFacts } from '../../../src/features/violation/messages.ts';
import { CASE_STATUSES } from '../../../src/features/violation/states.ts';
import { textForm } from '../../../src/features/violation/textForm.ts';
import { caseInFull, caseLines, violationDrawings } from '../../../src/features/violation/views.ts';
import { fen } from '../../../src/kernel/money.ts';
import { articles } from '../../support/rulebook.ts';
import { readerOf } from '../../support/speech.ts';

const readers = [readerOf('zh-CN', 'Asia/Shanghai'), readerOf('en', 'Asia/Shanghai')];
const at = '2026-12-01T01:00:00.000Z';

function facts(text: string, change: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id: 2_147_483_647,
    accusedId: 'U'.repeat(40),
    filerId: 'F'.repeat(40),
    filedAt: at,
    article: '1.9',
    articleVersion: 1,
    tier: 'jd',
    rule: findArticle('1.9', articles) ?? null,
    date: '2026-12-01',
    facts: text,
    count: 999,
    ordinal: null,
    amount: fen(99_900_000),
    notice: true,
    consequence: 'transfer-or-dismissal',
    state: 'upheld',
    compensates: true,
    hearingUntil: at,
    basis: '据'.repeat(300),
    acceptedAt: null,
    urgentBy: 'T'.repeat(40),
    urgentReason: text.slice(0, 1_000),
    nearby: fen(99_900_000),
    splitDays: 90,
    steps: [
      { what: 'asked', by: 'F'.repeat(40), onBehalfOf: null, amount: fen(99_800_000), notice: false },
      { what: 'recommended', by: 'R'.repeat(40), onBehalfOf: 'Q'.repeat(40), amount: fen(99_900_000), notice: true },
      { what: 'decided', by: 'D'.repeat(40), onBehalfOf: 'E'.repeat(40), amount: fen(99_700_000), notice: true },
      { what: 'appealed', by: 'P', onBehalfOf: 'O', amount: fen(99_600_000), notice: false },
    ],
    changed: true,
    askedAmount: fen(99_800_000),
    askedNotice: false,
    appealUntil: at,
    finalAt: null,
    voidedBy: 'V'.repeat(40),
    voidedAt: at,
    voidReason: text.slice(0, 1_000),
    goesOn: { needs: 'president', to: ['president'] },
    advised: [{ at: 'leader', by: 'R', onBehalfOf: null, reason: null, to: 'president' }],
    waitsFor: null,
    appealTo: 'president',
    sameIncident: fen(99_900_000),
    recommendedBy: 'R'.repeat(40),
    recommendedFor: 'Q'.repeat(40),
    recommendation: text.slice(0, 1_000),
    decidedBy: 'D'.repeat(40),
    decidedFor: 'E'.repeat(40),
    decidedAt: at,
    decisionReason: text.slice(0, 1_000),
    answers: Array.from({ length: 9 }, () => ({ text, at })),
    appeal: { text, at, state: 'rejected', by: 'P', onBehalfOf: 'O', reason: text.slice(0, 1_000) },
    known: [],
    evidence: Array.from({ length: 40 }, (_, at) => ({
      kind: 'link' as const,
      url: `https://example.com/${'x'.repeat(270)}${at}`,
      text: text.slice(0, 300),
      authorId: null,
      byId: 'A',
    })),
    filedWith: Array.from({ length: 29 }, (_, id) => ({ id, accusedId: 'A', told: true })),
    finalBefore: 300,
    notFinal: { cases: 300, notices: 300, appealed: true },
    noticeNumber: { number: 300, ifAll: true },
    noticesThisYear: 300,
    noticeThreshold: 3,
    ...change,
  };
}

const typed = [
  '事'.repeat(3_000),
  '&'.repeat(3_000),
  '\n'.repeat(3_000),
  '👩‍👩‍👧‍👦'.repeat(270),
  '`*_~>'.repeat(600),
  'x',
];
const cases = readers.flatMap(reader =>
  typed.map(text => ({ reader, text, locale: reader.locale, name: text.slice(0, 4) })),
);

describe('whatever is typed, Slack takes it', () => {
  test.each(cases)('$name in $locale', ({ reader, text }) => {
    for (const state of CASE_STATUSES) {
      const full = facts(text, { state });
      const notices = ['violation.answered', 'violation.appealDecided'] as const;
      for (const said of [
        accusedMessage(full, reader),
        caseInFull(full, reader),
        ...Object.values(accusedDrawings).map(draw => draw(full, reader)),
        ...notices.map(notice => violationDrawings[notice](full, reader)),
        violationDrawings['violation.outcome']({ facts: full, setAside: full.steps[0] }, reader),
        violationDrawings['violation.appealDecided']({ ...full, appeal: null }, reader),
      ]) {
        expect(validateMessage({ text: said.text, blocks: said.blocks })).toEqual([]);
      }
      expect(caseLines(full, reader, 8_000).length).toBeLessThan(9_000);
    }
    const list = caseList(
      { of: 'open', cases: Array.from({ length: 30 }, () => facts(text)), left: 270 },
      'U1',
      reader,
    );
    expect(validateMessage({ text: list.text, blocks: list.blocks })).toEqual([]);
  });
});

test.each(readers)('every article stands in a form Slack takes, in $locale', reader => {
  for (const article of articles.filter(isFileable)) {
    for (const tier of [null, ...article.tiers.map(({ key }) => key)]) {
      const charge = { article: article.number, tier, amount: '50', count: '3', basis: '', notice: true };
      const people = ['U1', 'U2'];
      const draft: CaseDraft = {
        people,
        date: '2026-12-01',
        facts: '事'.repeat(3_000),
        evidence: 'x'.repeat(3_000),
        charges: [charge, charge, charge],
      };
      expect(validateView(caseForm(draft, { incomplete: 'tier' }, articles, reader))).toEqual([]);
    }
    const { text, description } = articleOption(article, reader);
    expect([text.length <= 75, description.length > 0]).toEqual([true, true]);
  }
  for (const kind of ['answer', 'appeal', 'hurry'] as const)
    expect(validateView(textForm(kind, '12', 'No. 12', reader))).toEqual([]);
});

test.each(readers)('the whole catalogue fits into one answer in $locale', reader => {
  for (const found of [articles, articles.slice(0, 6), []]) {
    const said = articlesFound('<!channel> `x`', found, reader);
    expect(validateMessage({ text: said.text, blocks: said.blocks })).toEqual([]);
  }
});

test('no recommendation and no filer reaches the accused', () => {
  for (const reader of readers) {
    const shown = JSON.stringify(accusedMessage(facts('x', { recommendation: 'SECRET' }), reader));
    expect(shown).not.toMatch(/SECRET|FFFF|RRRR/);
  }
});
