/** 简体中文：机器人提议、由负责人决定的事。 */
import type { DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { allOf } from '../../member/words.zh-CN.ts';
import type { Ended, ProposalRefusals, Verdict } from './rules.ts';

const number = (id: number) => `第 ${id} 号`;

export const duties: Record<string, DutyWords> = {
  'proposal.list': { missed: '待决定提议的清单', ahead: '待决定提议的清单' },
};

const first: Record<Ended['state'], (who: string, at: string, caseId: number | null) => string> = {
  filed: (who, at, caseId) => `${who} 已于 ${at} 提出${caseId === null ? '' : `，是${number(caseId)}`}。`,
  excused: (who, at) => `${who} 已于 ${at} 免于处理。`,
  dropped: (who, at) => `${who} 已于 ${at} 决定不再提。`,
  lapsed: (_who, at) => `这件没有人决定，已于 ${at} 过期。`,
  gone: who => (who === '' ? '情况已经变了，这件不再成立。' : `${who} 停用了这一条，现在不再提议。`),
};

export const refusals: RefusalWords<ProposalRefusals> = {
  'proposal.notFound': () => '没有这件提议。待决定的见 `/violation 提议`。',
  'proposal.over': ({ state, by, at, caseId }) => first[state](by === null ? '' : `<@${by}>`, at, caseId),
  'proposal.notInCharge': ({ needs }) => `提议由${allOf(needs)}决定。自己的违规见 \`/violation 列表\`。`,
  'proposal.reasonMissing': () => '请写明免于处理的理由，例如：送货在外，没法打卡。',
  'proposal.reasonUnused': ({ verdict }) =>
    `理由只用于免于处理；要${verdict === 'file' ? '提出' : '选“不再提”'}请清空。`,
  'proposal.amountUnused': ({ verdict }) =>
    `金额只用于提出；要${verdict === 'excuse' ? '免于处理' : '选“不再提”'}请清空。`,
  'proposal.reasonTooLong': ({ length, limit }) => `理由最多 ${limit} 个字，现在有 ${length} 个，请缩短。`,
  'proposal.noneChosen': () => '请至少勾选一件。',
  'proposal.badPage': ({ text, pages }) =>
    `没有“${quoted(text)}”这一页，共 ${pages} 页，例如 \`/violation 提议 ${pages}\`。`,
  'proposal.noneWaiting': () => '没有等你决定的提议了。',
};

export const words = {
  title: (day: string, waiting: number) =>
    waiting === 0 ? `提议清单 · ${day}` : `待决定的提议 ${waiting} 件 · ${day}`,
  askedTitle: (waiting: number, page: number, pages: number) =>
    `待决定的提议 ${waiting} 件${pages > 1 ? ` · 第 ${page}/${pages} 页` : ''}`,
  empty: '没有等你决定的提议。',
  left: (count: number) => `另有 ${count} 件，见 \`/violation 提议\`。`,
  lapsedTitle: '没有人决定，今天过期，不再处理：',
  followed: (day: string) => `还没有决定的，见 ${day} 的清单。`,
  hint: '“提出”按条款处理，“免于处理”写明理由，“不再提”只管这一件。',
  quiet: '提出之前，本人不会知道。',
  since: (day: string) => `${day} 起等待`,
  known: '已知：',
  file: '提出',
  excuse: '免于处理',
  drop: '这一件不再提',
  dropShort: '不再提',
  fileTitle: '按条款提出？',
  dropTitle: '这一件不再提？',
  several: '一次决定几件…',
  back: '‹ 上一页',
  on: '下一页 ›',
  inPlaceOf: (who: string) => `（代 ${who}）`,
  number,
  /** 后来怎样。 */
  ended: {
    filed: (who: string, when: string, which: string) => `:white_check_mark: ${who} 于 ${when} 提出，${which}`,
    excused: (who: string, when: string) => `:white_check_mark: ${who} 于 ${when} 免于处理`,
    dropped: (who: string, when: string) => `:white_check_mark: ${who} 于 ${when} 决定不再提`,
    lapsed: (_who: string, when: string) => `:hourglass: 没有人决定，${when} 过期`,
    gone: (who: string, when: string) =>
      who === ''
        ? `:leftwards_arrow_with_hook: 情况已变，${when} 起不再成立`
        : `:leftwards_arrow_with_hook: ${who} 于 ${when} 停用了这一条`,
  },
  reason: (text: string) => `理由：${text}`,
  // 表单
  severalTitle: '决定几件提议',
  verdictLabel: '怎么处理',
  verdicts: {
    file: '提出：按条款处理',
    excuse: '免于处理：写明理由',
    drop: '不再提：只管勾选的这几件',
  } satisfies Record<Verdict, string>,
  reasonLabel: '免于处理的理由',
  reasonHint: '记录在案，不会通知本人。',
  reasonHintSeveral: '只在免于处理时填写。记录在案，不会通知本人。',
  amountLabel: '金额（元）',
  amountHint: '只用于条款没有定额的；不填就只记录、不罚款。',
  noFine: '不罚款',
  sure: {
    file: (count: number) => `提出以下 ${count} 件：`,
    excuse: (count: number) => `以下 ${count} 件免于处理：`,
    drop: (count: number) => `以下 ${count} 件不再提：`,
  } satisfies Record<Verdict, (count: number) => string>,
  done: {
    file: (count: number) => `已提出 ${count} 件。`,
    excuse: (count: number) => `已免于处理 ${count} 件。`,
    drop: (count: number) => `${count} 件不再提。`,
  } satisfies Record<Verdict, (count: number) => string>,
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    proposal: typeof words;
  }
}

/** 清除了多少。 */
export const erased = {
  proposals: (count: number) => `${count} 件提议的免于处理的理由`,
};
