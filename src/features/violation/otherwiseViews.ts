/** How a case is decided otherwise than asked for: on other terms, excused; and reduced on appeal. */
import { type AmountUnit, type Fen, fen, parseAmount } from '../../kernel/money.ts';
import type { Field, FieldValues, OtherDecision } from '../../kernel/otherwise.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Otherwise, Reader } from '../../locales/reader.ts';
import { tierOf } from '../rulebook/rules.ts';
import type { CaseFacts } from './messages.ts';
import { enterTerms, isOpenTo } from './terms.ts';

const FIELDS = {
  how: 'violation.how',
  amount: 'violation.set',
  notice: 'violation.setNotice',
  reason: 'violation.setWhy',
};

/** Upheld on other terms where the article leaves room for them, or excused. */
export const decideOtherwise: Otherwise<CaseFacts> = {
  button: (facts, _authority, { t }) => (facts.consequence === null ? t.violation.otherwise.button : null),
  fields(facts, _authority, reader) {
    return [howField(reader), ...termsFields(facts, mayNameAmount(facts), reader), reasonField(reader)];
  },
  read(values, facts) {
    const reason = reasonIn(values);
    if (typeof reason !== 'string') return reason;
    if (values(FIELDS.how) === 'excuse') return { verdict: 'rejected', terms: { how: 'excuse' }, reason };
    return onTerms(values, facts, mayNameAmount(facts), reason);
  },
  place: (refusal, facts) => placeOf(refusal, mayNameAmount(facts)),
};

/** Less of what was decided. */
export const reduceOnAppeal: Otherwise<CaseFacts> = {
  button: ({ amount, notice }, _authority, { t }) =>
    amount !== null || notice ? t.violation.otherwise.reduceButton : null,
  fields: (facts, _authority, reader) => [...termsFields(facts, facts.amount !== null, reader), reasonField(reader)],
  read(values, facts) {
    const reason = reasonIn(values);
    return typeof reason === 'string' ? onTerms(values, facts, facts.amount !== null, reason) : reason;
  },
  place: (refusal, { amount }) => placeOf(refusal, amount !== null),
};

const ABOUT_TERMS: readonly Refusal['code'][] = [
  ...(['violation.amountTooLarge', 'violation.unchanged', 'violation.notLess', 'violation.noFine'] as const),
];

/** `named`: the form has a field for the amount. */
function placeOf({ code }: Refusal, named: boolean): string {
  if (!ABOUT_TERMS.includes(code)) return FIELDS.reason;
  return named ? FIELDS.amount : FIELDS.notice;
}

type Wrong = { refusal: Refusal; at: string };

function onTerms(values: FieldValues, facts: CaseFacts, named: boolean, reason: string): OtherDecision | Wrong {
  const amount = named ? amountIn(values(FIELDS.amount).trim(), facts.rule?.unit ?? 'yuan') : facts.amount;
  if (amount !== null && typeof amount !== 'number') return amount;
  const notice = values(FIELDS.notice) === 'yes';
  return { verdict: 'approved', terms: enterTerms({ amount, notice }), reason };
}

function amountIn(text: string, unit: AmountUnit): Fen | null | Wrong {
  const read = parseAmount(text, unit);
  if ('fen' in read) return fen(read.fen);
  if (read.fault === 'zero') return null;
  // What was emptied by mistake is not taken for a waiver.
  const empty = read.fault === 'empty';
  const refusal = empty
    ? refuse('violation.setMissing', {})
    : refuse('violation.badAmount', { text, fault: read.fault });
  return { refusal, at: FIELDS.amount };
}

function reasonIn(values: FieldValues): string | Wrong {
  const reason = values(FIELDS.reason).trim();
  return reason === '' ? { refusal: refuse('approval.reasonMissing', { accuses: true }), at: FIELDS.reason } : reason;
}

function mayNameAmount({ rule, tier }: CaseFacts): boolean {
  const found = rule === null ? undefined : tierOf(rule, tier);
  return found !== undefined && isOpenTo(found);
}

function howField({ t: { violation: words } }: Reader): Field {
  const { how, howLabel } = words.otherwise;
  const options = [
    { value: 'terms', text: how.terms },
    { value: 'excuse', text: how.excuse },
  ];
  return { id: FIELDS.how, label: howLabel, kind: 'choice', options };
}

function termsFields(facts: CaseFacts, named: boolean, { t: { violation: words } }: Reader): Field[] {
  const { amountLabel, amountHint, noticeLabel, noticeOption } = words.otherwise;
  const initial = facts.amount === null ? '0' : String(facts.amount / 100);
  const amount: Field = { id: FIELDS.amount, label: amountLabel, kind: 'text', hint: amountHint, max: 20, initial };
  const notice: Field = {
    id: FIELDS.notice,
    label: noticeLabel,
    kind: 'check',
    option: noticeOption,
    on: facts.notice,
  };
  return [...(named ? [{ ...amount, optional: true as const }] : []), notice];
}

function reasonField({ t: { violation: words } }: Reader): Field {
  const { reasonLabel, reasonHint } = words.otherwise;
  return { id: FIELDS.reason, label: reasonLabel, kind: 'text', hint: reasonHint, max: 1000, multiline: true };
}
