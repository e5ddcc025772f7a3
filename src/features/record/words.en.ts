/** English: the chain of the record. */
import type { DutyWords } from '../../locales/command.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const duties: Record<string, DutyWords> = {
  'record.head': { missed: 'posting of the head of the record' },
};

export const words: typeof chinese = {
  head: (day, number) =>
    `Head of the record · ${day}: ${number} ${number === 1 ? 'entry' : 'entries'} on decisions and money, the last with the hash`,
  headHint:
    'Whoever changes, removes or adds one of them later will not arrive at this value. The administrator compares with `npm run verify -- --head <hash>`. No names and no reasons are in it.',
};
