/** 简体中文：台账。 */
import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { Kind, LedgerRefusals } from './rules.ts';
import type { MonthState } from './states.ts';

export const commands = {
  ledger: {
    summary: '台账：每月的扣款、奖励与赔偿',
    called: ['台账'],
    usages: [
      { line: '/ledger', does: '本月：自己的明细；经理和总裁看全部' },
      { line: '/ledger 上月', does: '上个月，也可以写成 2026-12 这样的月份' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const duties: Record<string, DutyWords> = {
  'ledger.ask': { missed: '请经理为上月台账签字' },
};

const posts = { manager: '部门经理', president: '总裁' } as Record<string, string>;

export const refusals: RefusalWords<LedgerRefusals> = {
  'ledger.badMonth': ({ text, example }) =>
    `“${quoted(text)}”不是月份。请写成 ${example}，例如 \`/ledger ${example}\`。`,
  'ledger.byButton': ({ deed, month }) =>
    `${deed === 'sign' ? '签字' : '导出'}请用 \`/ledger ${month}\`，再按“${deed === 'sign' ? '签字' : '导出给薪资'}”；只有经理和总裁看得到按钮。`,
  'ledger.monthInFuture': ({ month, now }) => `${month} 还没到。最晚看本月：\`/ledger ${now}\`。`,
  'ledger.notOver': ({ month, next }) => `${month} 还没结束，${next} 起才能签字。`,
  'ledger.nothing': ({ month }) => `${month} 的台账没有内容，不用签字。`,
  'ledger.earlierFirst': ({ month }) => `请先给 ${month} 的台账签字：\`/ledger ${month}\`。`,
  'ledger.maySign': ({ post }) => `这一步由${posts[post] ?? post}签字。`,
  'ledger.mayExport': () => '导出只由部门经理和总裁操作；自己的明细用 `/ledger` 查看。',
  'ledger.managerFirst': ({ month }) => `${month} 的台账要先由部门经理签字，之后才轮到总裁。`,
  'ledger.signedAlready': ({ month, by, at }) => `${month} 的台账已由 <@${by}> 于 ${at} 签字。`,
  'ledger.changed': ({ month }) => `${month} 的台账刚有变化，这次没有签字。请用 \`/ledger ${month}\` 看过再签。`,
  'ledger.notSigned': ({ month }) => `${month} 的台账要经理和总裁都签字后才能导出。进度见 \`/ledger ${month}\`。`,
};

const states: Record<MonthState, string> = {
  open: '未签字',
  checked: '经理已签，待总裁签字',
  signed: '已签字，未导出',
  exported: '已导出',
};

const kinds: Record<Kind, string> = { deduction: '罚款', compensation: '赔偿', incentive: '奖励' };

export const words = {
  title: (month: string, state: MonthState) => `台账 · ${month} · ${states[state]}`,
  ownTitle: (month: string) => `我的台账 · ${month}`,
  none: (month: string) => `${month} 的台账没有内容。`,
  ownNone: (month: string) => `${month} 你的台账没有内容。`,
  /** 一笔、几笔同名。 */
  kind: (kind: Kind, _several: boolean): string => kinds[kind],
  part: (label: string, amount: string) => `${label} ${amount}`,
  carriedIn: (amount: string) => `上月结转 ${amount}`,
  charged: (amount: string) => `本月计 ${amount}`,
  carriedOut: (amount: string) => `结转下月 ${amount}`,
  net: (amount: string) => `合计 ${amount}`,
  total: (count: number) => `*共 ${count} 人*`,
  sources: { case: (numbers: string) => `违规第 ${numbers} 号`, praise: (numbers: string) => `表扬第 ${numbers} 号` },
  takesBack: '（冲销以前月份）',
  backs: {
    case: (numbers: string) => `冲销违规第 ${numbers} 号`,
    praise: (numbers: string) => `冲销表扬第 ${numbers} 号`,
  },
  cap: (amount: string) => `罚款每人每月最多计 ${amount}，超出的结转下月。`,
  law: '台账只作记录，不代扣也不发放。据报道，用人单位能否因违规扣钱，各地规定不一。据报道，赔偿每月不超过工资的 20%，余额不低于最低工资。这不是法律意见。',
  checked: (who: string, at: string) => `经理 ${who} 于 ${at} 签字`,
  signed: (who: string, at: string) => `总裁 ${who} 于 ${at} 签字`,
  exported: (who: string, at: string) => `${who} 于 ${at} 导出`,
  sign: '签字',
  signSure: '签字后这个月不再变动，以后的更正记入之后的月份。',
  signNow: '核对后签字',
  notYet: '再看看',
  export: '导出给薪资',
  exportDone: (month: string) => `已导出 ${month} 的台账，文件在你和我的私聊里。`,
  exportAgain: (month: string, who: string, at: string) =>
    `${month} 的台账已由 ${who} 于 ${at} 导出；同一份文件又发到了你和我的私聊里。`,
  exportLost: (month: string) => `${month} 的台账已导出，但文件没能发到 Slack。请再按一次，会再发同一份文件。`,
  own: { title: '台账', hint: '明细用 `/ledger` 查看。' },
  sheet: {
    file: (month: string) => `台账-${month}.xlsx`,
    title: (month: string) => `台账 ${month}`,
    head: [
      ...['姓名', '月份', '罚款（元）', '奖励（元）', '赔偿（元）'],
      ...['上月结转（元）', '结转下月（元）', '合计（元）', '违规编号', '表扬编号'],
    ],
  },
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    ledger: typeof words;
  }
  interface CommandNames {
    ledger: true;
  }
}
