/** English: the chain of the record. */
import type { RefusalWords } from '../../locales/command.ts';
import type { RecordRefusals } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

export const refusals: RefusalWords<RecordRefusals> = {
  'record.noHead': () => 'This button carries no value. Please use the one of that evening’s summary.',
};

export const words: typeof chinese = {
  head: (number, short) =>
    `Record: ${number} ${number === 1 ? 'entry' : 'entries'} on decisions and money, the last \`${short}\``,
  showHead: 'Whole value',
  wholeHead: number => `${number} ${number === 1 ? 'entry' : 'entries'} on decisions and money, the last with the hash`,
  headHint:
    'Whoever changes, removes or adds one of them later will not arrive at this value. The administrator compares with `npm run verify -- --head <hash>`. No names and no reasons are in it.',
};
