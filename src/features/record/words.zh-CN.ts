/** 简体中文：记录的校验链。 */
import type { RefusalWords } from '../../locales/command.ts';
import type { RecordRefusals } from './rules.ts';

export const refusals: RefusalWords<RecordRefusals> = {
  'record.noHead': () => '这个按钮里没有校验值。请改用当晚小结里的按钮。',
};

export const words = {
  head: (number: number, short: string) => `记录校验：决定和金额共 ${number} 条，末条 \`${short}\``,
  showHead: '完整校验值',
  wholeHead: (number: number) => `决定和金额共 ${number} 条，末条校验值：`,
  headHint:
    '以后有人改动、删除或补写其中任何一条，都会对不上这个值。管理员核对：`npm run verify -- --head 校验值`。这里没有姓名和事由。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    record: typeof words;
  }
}
