/** 简体中文：条例。 */
import type { CommandWords } from '../../locales/command.ts';
import { timeIn } from '../../locales/ordinal.ts';
import { LEADERS } from '../../member/rules.ts';
import { words as amendment, refusals as ofAmendment, usages } from './amendment/words.zh-CN.ts';
import type { Consequence } from './article.ts';
import { SWITCHERS } from './switch/rules.ts';
import { refusals as ofSwitch, words as switched, usages as switching } from './switch/words.zh-CN.ts';

export { duties, matters } from './amendment/words.zh-CN.ts';

export const refusals = { ...ofAmendment, ...ofSwitch };

export const commands = {
  rules: {
    summary: '条例：查条款，看某一条的全文和历次修改',
    called: ['条例', '条款', '规定'],
    usages: [
      { line: '/rules', does: '列出全部条款' },
      { line: '/rules 1.9', does: '看一条的全文、约束谁、从哪天起生效' },
      { line: '/rules 迟到', does: '按关键词、岗位或原条例的编号查' },
      { ...usages.amend, who: LEADERS },
      { ...usages.withdraw, who: LEADERS },
      { ...usages.receipts, who: LEADERS },
      switching.switches,
      { ...switching.off, who: SWITCHERS },
      { ...switching.proposals, who: SWITCHERS },
      { ...switching.on, who: SWITCHERS },
    ],
  },
} satisfies Record<string, CommandWords>;

const consequences: Record<Consequence, string> = {
  'transfer-or-dismissal': '调岗或开除',
  'return-to-hr': '退回人事部门',
};

export const words = {
  consequences,
  per: {
    occurrence: (amount: string) => `每次 ${amount}`,
    item: (amount: string) => `每个单品 ${amount}`,
    response: (amount: string) => `每次超时 ${amount}`,
  },
  open: '金额由提出人拟定',
  compensation: '照损失赔偿',
  onRecord: '记录在案，可另定金额',
  withNotice: '通报批评 1 次',
  byPresident: (what: string) => `${what}（由总裁决定）`,
  ladder: {
    within: (months: number) => `${months}个月内`,
    between: '；',
    step: (nth: number, isLast: boolean, costs: string) => `第${nth}次${isLast ? '起' : ''}：${costs}`,
    time: (nth: number, months: number | null, costs: string) => `${timeIn['zh-CN'](nth, months)}：${costs}`,
  },
  title: '条例条款',
  found: (count: number) => `找到 ${count} 条`,
  none: (query: string) => `没有找到与“${query}”有关的条款，换个词试试，例如 \`/rules 在线\`。`,
  hint: '写编号看全文，例如 `/rules 1.9`',
  notFileable: '（不按违规处理）',
  source: (number: string) => `原条例 ${number}`,
  binds: (who: string) => `约束：${who}`,
  everyone: '所有人',
  everyoneBut: (who: string) => `${who}以外的所有人`,
  inForce: (version: number, from: string) => `条款第 ${version} 版，${from} 起生效`,
  ended: (from: string) => `${from} 起不再生效`,
  history: '历次修改',
  readings: '本部门的读法',
  setElsewhere: (value: string) => `（管理员另设，条例写的是 ${value}）`,
  noBound: '不限',
  nothing: '无',
  yes: '是',
  no: '否',
  amendment,
  switch: switched,
  faults: {
    yaml: (says: string) => `不是正确的 YAML：${says}`,
    shape: (where: string, says: string) => `${where}：${says}`,
    twice: (name: string) => `“${name}”出现了两次，同样的名字只能用一次`,
    otherSection: (article: string, section: number) =>
      `第 ${article} 条写在第 ${section} 章里，编号应以 ${section}. 开头`,
    noKey: '一条有几种情形时，每种都要有 label（名称）',
    severalPrices: '一种情形只能写 fine、compensation、onRecord 中的一个',
    noPriceOfTier: '没有写怎么处理：请写 fine、compensation、onRecord 或 leadsTo',
    perWithoutFigure: 'per 只能和写明数额的 fine 一起用',
    noPrice: (article: string) =>
      `第 ${article} 条没有写 tiers：可以违反的条款要写明怎么处理；只讲办事方法的请写 found: procedure`,
    priceOfProcedure: (article: string) => `第 ${article} 条是 found: procedure，不能再写 tiers`,
    tiersBesideLadder: (article: string) => `第 ${article} 条写了 ladder，不能再写 tiers，请只留一个`,
    ladderNotFiled: (article: string) => `第 ${article} 条不由人提出，不能写 ladder；请删去 ladder 或 found`,
    shortLadder: 'ladder 至少要有两步；每次都一样的，请写 tiers',
    noPriceOfStep: '这一步没有写怎么处理：请写 fine、notice: true 或 leadsTo',
    unknownSetting: (name: string, known: readonly string[]) =>
      known.length === 0
        ? `没有“${name}”这项设置，这一条也没有可写的设置，请删去`
        : `没有“${name}”这项设置；这一条可写 ${known.join('、')}`,
    settingElsewhere: (name: string, article: string, interprets: readonly string[]) =>
      `${name} 不解释第 ${article} 条，应写在 ${interprets.join(' 或 ')} 下`,
    noSuchPart: (part: string) => `值里没有 {${part}}；读法里用 {value} 表示值，用 {名称} 表示值的一部分`,
    authorityLevels: (most: number) => `权限最多分 ${most} 级`,
    postTwice: (post: string) => `${post} 写在了两级里，一个岗位只能属于一级`,
    limitNotRising: (below: number) => `上限要逐级提高，这里的 upTo 应大于 ${below}`,
    authorityLast: '最后一级是 [president]，条例由总裁签发',
    authorityStaff: 'staffOnly 只写本级的岗位，最后一级不写',
    noLimit: '没有写这一级决定的上限，请写 upTo',
    wholePoints: '分数是整数，不带小数',
    limitOfLast: '最后一级决定其余的一切，不写 upTo',
    line: (line: number, what: string) => `第 ${line} 行：${what}`,
    unusable: (file: string) => `条例文件 ${file} 不能用，请改正后再启动：`,
    unreadable: (file: string, why: string) => `读不到条例文件 ${file}：${why}。请检查 RULEBOOK_FILE。`,
  },
};

/** 清除了多少。 */
export const erased = { switches: (count: number) => `${count} 次停用条款的原因` };

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    rulebook: typeof words;
  }
  interface CommandNames {
    rules: true;
  }
}
