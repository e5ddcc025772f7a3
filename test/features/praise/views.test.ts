import { validateMessage, validateView } from '@tiaoli/block-kit';
import { describe, expect, test } from 'vitest';
import { type PraiseDraft, praiseForm, praiseSent } from '../../../src/features/praise/form.ts';
import { ownPraiseLines, praiseList } from '../../../src/features/praise/listViews.ts';
import type { PraiseFacts } from '../../../src/features/praise/messages.ts';
import { type Filing, filedText, toFileSaid } from '../../../src/features/praise/routeViews.ts';
import { PRAISE_STATUSES } from '../../../src/features/praise/rules.ts';
import { praiseDrawings, praisedMessage, praiseInFull, praiseLines } from '../../../src/features/praise/views.ts';
import { ERASED } from '../../../src/kernel/erasure.ts';
import { fen } from '../../../src/kernel/money.ts';
import type { Member } from '../../../src/member/rules.ts';
import { readerOf } from '../../support/speech.ts';

const readers = [readerOf('zh-CN', 'Asia/Shanghai'), readerOf('en', 'Asia/Shanghai')];
const at = '2026-12-01T01:00:00.000Z';

function facts(why: string, change: Partial<PraiseFacts> = {}): PraiseFacts {
  return {
    id: 2_147_483_647,
    praisedId: 'U'.repeat(40),
    filerId: 'F'.repeat(40),
    filedAt: at,
    date: '2026-12-01',
    why,
    amount: fen(99_900_000),
    notice: true,
    state: 'granted',
    goesOn: { needs: 'president', to: ['president'] },
    advised: [{ at: 'leader', by: 'R', onBehalfOf: null, reason: null, to: 'president' }],
    waitsFor: null,
    sameIncident: fen(99_900_000),
    recommendedBy: 'R'.repeat(40),
    recommendedFor: 'Q'.repeat(40),
    recommendation: why.slice(0, 1_000),
    decidedBy: 'D'.repeat(40),
    decidedFor: 'E'.repeat(40),
    decidedAt: at,
    decisionReason: why.slice(0, 1_000),
    voided: { by: 'V'.repeat(40), at, reason: why.slice(0, 1_000) },
    ...change,
  };
}

const approvers = Array.from({ length: 12 }, (_, index) => ({ id: `${'A'.repeat(39)}${index}` }) as Member);
const filings: Filing[] = Array.from({ length: 10 }, (_, index) => ({
  proposal: { praisedId: `${'U'.repeat(39)}${index}`, date: '2026-12-01', amount: fen(99_900_000), notice: true },
  whole: true,
  told: {
    opensAs: 'proposed',
    onBehalfOf: null,
    steps: [{ authority: index % 2 ? 'leader' : 'president', settles: true }],
  },
  sameIncident: fen(10_000 + index),
  approvers,
}));

const typed = [
  '事'.repeat(3_000),
  '&'.repeat(3_000),
  '\n'.repeat(3_000),
  '👩‍👩‍👧‍👦'.repeat(270),
  '`*_~>'.repeat(600),
  'x',
];
const rows = readers.flatMap(reader =>
  typed.map(why => ({ reader, why, locale: reader.locale, name: why.slice(0, 4) })),
);

describe('whatever is typed, Slack takes it', () => {
  test.each(rows)('$name in $locale', ({ reader, why }) => {
    for (const state of PRAISE_STATUSES) {
      const full = facts(why, { state });
      for (const said of [
        praisedMessage(full, reader),
        praiseInFull(full, reader),
        praiseDrawings['praise.granted'](full, reader),
        praiseDrawings['praise.outcome'](full, reader),
        { text: praiseLines(full, reader, 8_000) },
      ])
        expect(validateMessage(said)).toEqual([]);
    }
    expect(validateMessage(toFileSaid({ date: '2026-12-01', why }, filings, reader))).toEqual([]);
    const draft: PraiseDraft = { people: ['U1', 'U2'], amount: '1', date: '2026-12-01', notice: true, why };
    expect(validateView(praiseForm(draft, filings, reader, 'token'))).toEqual([]);
  });

  test.each(readers.map(reader => ({ reader, locale: reader.locale })))(
    'lists and answers in $locale',
    ({ reader }) => {
      const praises = Array.from({ length: 30 }, (_, index) => facts('x', { id: 2_147_483_000 + index }));
      expect(validateMessage(praiseList({ of: 'all', praises, left: 99 }, 'U1', reader))).toEqual([]);
      const filed = filings.map((preview, index) => ({ id: 2_147_483_000 + index, preview }));
      expect(validateView(praiseSent(filedText(filed, reader), reader))).toEqual([]);
      const [lines = []] = ownPraiseLines({ praises, sum: fen(2_997_000_000) }, reader);
      expect(lines).toHaveLength(14); // title, sum, ten praises, how many more, how to look at one
      const named = Array.from({ length: 10 }, (_, index) => `${'U'.repeat(39)}${index}`);
      const notice = praiseDrawings['praise.notice']({ praised: named, voided: named, date: '2026-12-01' }, reader);
      expect(validateMessage(notice)).toEqual([]);
    },
  );
});

describe('what is told', () => {
  const [chinese, english] = readers as [(typeof readers)[0], (typeof readers)[0]];

  test('a praise of which only the record is left', () => {
    const erased = facts(ERASED, { recommendation: ERASED, decisionReason: ERASED, voided: null });
    expect(praiseInFull(erased, english).text).toContain('Why: (erased: kept for as long as allowed)');
    expect(praiseInFull(erased, chinese).text).not.toContain('\u001a');
  });

  test('to the praised nothing of how it was recommended or decided', () => {
    const full = facts('calm', { recommendation: 'ADVICE', decisionReason: 'REASON', voided: null });
    const { text, blocks } = praisedMessage(full, english);
    expect(`${text}${JSON.stringify(blocks)}`).not.toMatch(/ADVICE|REASON|999,000 in total|RRRR|FFFF/);
  });

  test('in the channel neither why nor how much', () => {
    expect(praiseDrawings['praise.notice']({ praised: ['U1', 'U2'], voided: [], date: '2026-12-01' }, english)).toEqual(
      {
        text: ':clap: *Notice of praise*\n<@U1>, <@U2>. 2026-12-01 (Tue)',
        blocks: [
          {
            type: 'section',
            text: { type: 'mrkdwn', text: ':clap: *Notice of praise*\n<@U1>, <@U2>. 2026-12-01 (Tue)' },
          },
        ],
      },
    );
    expect(praiseDrawings['praise.notice']({ praised: ['U1'], voided: ['U2'], date: '2026-12-01' }, english).text).toBe(
      [
        ':clap: *Notice of praise*',
        '<@U1>. 2026-12-01 (Tue)',
        ':leftwards_arrow_with_hook: *Notice of praise taken back*',
        'The notice of 2026-12-01 (Tue) for <@U2> was taken back.',
      ].join('\n'),
    );
  });
});
