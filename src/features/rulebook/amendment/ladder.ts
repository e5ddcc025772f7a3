/** The steps of a ladder as they are typed in the form of an amendment: one a line, as they are shown there. */
import { halfWidth } from '../../../kernel/halfWidth.ts';
import { type AmountUnit, parseAmount } from '../../../kernel/money.ts';
import type { Consequence, Ladder, Rung } from '../article.ts';
import { LEAST_STEPS, MOST_STEPS } from '../ladder.ts';

const NOTICE = /^(?:1 )?(?:notice|notice of criticism|通报|通报批评(?: ?1 ?次)?)$/u;
const CONSEQUENCE: Readonly<Record<string, Consequence>> = {
  'transfer or dismissal': 'transfer-or-dismissal',
  调岗或开除: 'transfer-or-dismissal',
  'return to hr': 'return-to-hr',
  退回人事部门: 'return-to-hr',
};

/** The ladder with the steps typed in the place of its own; or the first line that is none, or how many there are. */
export function ladderIn(
  typed: string,
  { months }: Ladder,
  unit: AmountUnit,
): Ladder | { wrong: string } | { tooFew: number } {
  const steps: Rung[] = [];
  const lines = typed.split('\n').filter(line => line.trim() !== '');
  for (const line of lines) {
    const step = stepIn(line, unit);
    if (step === undefined) return { wrong: line.trim() };
    steps.push(step);
  }
  if (steps.length < LEAST_STEPS || steps.length > MOST_STEPS) return { tooFew: steps.length };
  return { ...(months !== undefined && { months }), steps };
}

/** '100 + notice': each part once; undefined where one is nothing of a step. */
function stepIn(line: string, unit: AmountUnit): Rung | undefined {
  const step: Rung = { amount: null, notice: false };
  for (const part of halfWidth(line).toLowerCase().split('+')) {
    const said = part.trim().replace(/\s+/gu, ' ');
    const consequence = CONSEQUENCE[said];
    const read = parseAmount(said, unit);
    if (NOTICE.test(said) && !step.notice) step.notice = true;
    else if (consequence !== undefined && step.consequence === undefined) step.consequence = consequence;
    else if ('fen' in read && step.amount === null) step.amount = read.fen;
    else return undefined;
  }
  return step;
}

/** What a reader calls the parts of a step that are no figure. */
export interface StepWords {
  notice: string;
  consequences: Readonly<Record<Consequence, string>>;
}

/** The steps as lines that read back to them. */
export function typedSteps({ steps }: Ladder, words: StepWords): string {
  return steps
    .map(({ amount, notice, consequence }) =>
      [
        ...(amount === null ? [] : [String(amount / 100)]),
        ...(notice ? [words.notice] : []),
        ...(consequence === undefined ? [] : [words.consequences[consequence]]),
      ].join(' + '),
    )
    .join('\n');
}
