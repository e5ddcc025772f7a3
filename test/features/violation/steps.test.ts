/** What a case was to come to, step by step. */
import { describe, expect, it, test } from 'vitest';
import type { CaseStatus } from '../../../src/features/violation/states.ts';
import { type Answered, type Stepped, setAside, stepsOf } from '../../../src/features/violation/steps.ts';
import { enterTerms } from '../../../src/features/violation/terms.ts';
import { type Fen, yuan } from '../../../src/kernel/money.ts';

type Amount = Fen | null;

function row(state: CaseStatus, amount: Amount, asked: Amount = amount, change: Partial<Stepped> = {}): Stepped {
  const changed = asked !== amount;
  const kept = { changed, askedAmount: changed ? asked : null, askedNotice: changed ? false : null };
  const decidedBy = state === 'deciding' || state === 'recommended' ? null : 'M';
  return { filerId: 'S', state, amount, notice: false, decidedBy, decidedFor: null, ...kept, ...change };
}

const yes = (decidedBy: string, set?: Amount, onBehalfOf: string | null = null): Answered => {
  const terms = set === undefined ? null : enterTerms({ amount: set, notice: false });
  return { state: 'approved', decidedBy, onBehalfOf, terms };
};
const no = (decidedBy: string): Answered => ({ ...yes(decidedBy), state: 'rejected' });
const waits: Answered = { state: 'pending', decidedBy: null, onBehalfOf: null, terms: null };

const said = (...args: Parameters<typeof stepsOf>) =>
  stepsOf(...args).map(({ what, by, onBehalfOf, amount }) => {
    return [what, onBehalfOf === null ? by : `${by} for ${onBehalfOf}`, amount === null ? null : amount / 100];
  });

describe('who set what', () => {
  test.each<[string, Stepped, Answered[], Answered[], unknown[]]>([
    ['nobody has decided', row('deciding', yuan(200)), [waits], [], [['asked', 'S', 200]]],
    [
      'upheld as asked for',
      row('upheld', yuan(200)),
      [yes('M')],
      [],
      [
        ['asked', 'S', 200],
        ['decided', 'M', 200],
      ],
    ],
    [
      'recommended on other terms',
      row('recommended', yuan(300), yuan(200)),
      [yes('M', yuan(300)), waits],
      [],
      [
        ['asked', 'S', 200],
        ['recommended', 'M', 300],
      ],
    ],
    [
      'recommended by two levels, decided on others again, in somebody’s place',
      row('final', null, yuan(200)),
      [yes('M', yuan(300)), yes('D'), yes('P', null, 'Q')],
      [],
      [
        ['asked', 'S', 200],
        ['recommended', 'M', 300],
        ['recommended', 'D', 300],
        ['decided', 'P for Q', null],
      ],
    ],
    [
      'reduced on appeal',
      row('reduced', null, yuan(50)),
      [yes('M')],
      [yes('P', null)],
      [
        ['asked', 'S', 50],
        ['decided', 'M', 50],
        ['appealed', 'P', null],
      ],
    ],
    [
      'reduced on appeal, voided since',
      row('voided', null, yuan(50)),
      [yes('M')],
      [yes('P', null)],
      [
        ['asked', 'S', 50],
        ['decided', 'M', 50],
        ['appealed', 'P', null],
      ],
    ],
    [
      'reversed on appeal',
      row('overturned', yuan(50)),
      [yes('M')],
      [yes('P')],
      [
        ['asked', 'S', 50],
        ['decided', 'M', 50],
      ],
    ],
    [
      'kept on appeal',
      row('confirmed', yuan(50)),
      [yes('M')],
      [no('P')],
      [
        ['asked', 'S', 50],
        ['decided', 'M', 50],
      ],
    ],
    [
      'decided by filing',
      row('final', yuan(50), yuan(50), { decidedBy: 'S' }),
      [],
      [],
      [
        ['asked', 'S', 50],
        ['decided', 'S', 50],
      ],
    ],
    [
      'dismissed after a recommendation',
      row('dismissed', yuan(300), yuan(200)),
      [yes('M', yuan(300)), no('P')],
      [],
      [
        ['asked', 'S', 200],
        ['recommended', 'M', 300],
      ],
    ],
    [
      'before what was set was kept',
      row('reduced', yuan(20), yuan(50)),
      [yes('M')],
      [yes('P')],
      [
        ['asked', 'S', 50],
        ['decided', 'M', 50],
        ['appealed', 'P', 20],
      ],
    ],
  ])('%s', (_, stepped, about, appeals, steps) => {
    expect(said(stepped, about, appeals)).toEqual(steps);
  });
});

describe('whoever stood for something else', () => {
  const steps = stepsOf(row('upheld', null, yuan(200)), [yes('M', yuan(300)), yes('D'), yes('P', null)], []);
  const same = stepsOf(row('upheld', yuan(300), yuan(200)), [yes('M', yuan(300)), yes('P')], []);

  test.each([
    ['filed it', steps, 'S', ['asked', 200]],
    ['recommended it', steps, 'M', ['recommended', 300]],
    ['recommended what was set before', steps, 'D', ['recommended', 300]],
    ['decided it', steps, 'P', null],
    ['has nothing to do with it', steps, 'X', null],
    ['got what they recommended', same, 'M', null],
    ['filed what was raised', same, 'S', ['asked', 200]],
  ])('%s', (_, of, readerId, found) => {
    const step = setAside(of, readerId);
    expect(step && [step.what, (step.amount ?? 0) / 100]).toEqual(found);
  });

  it('is told nothing while nobody decided', () => {
    const open = stepsOf(row('recommended', yuan(300), yuan(200)), [yes('M', yuan(300)), waits], []);
    expect(setAside(open, 'S')).toBeNull();
  });
});
