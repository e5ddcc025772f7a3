/** 简体中文：记录的校验链。 */
import type { DutyWords } from '../../locales/command.ts';

export const duties: Record<string, DutyWords> = {
  'record.head': { missed: '记录校验值的公布' },
};

export const words = {
  head: (day: string, number: number) => `记录校验 · ${day}：决定和金额共 ${number} 条，末条校验值：`,
  headHint:
    '以后有人改动、删除或补写其中任何一条，都会对不上这个值。管理员核对：`npm run verify -- --head 校验值`。这里没有姓名和事由。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    record: typeof words;
  }
}
