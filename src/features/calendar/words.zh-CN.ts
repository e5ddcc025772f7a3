/** 简体中文：工作日历。 */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { CALENDAR_KEEPERS, type CalendarDecisionRefusals } from './decision.ts';
import type { CalendarLineRefusals } from './line.ts';

const decide = '`/calendar ⟦day 0⟧ 休息 盘点放假`';
const span = (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`);

export const commands = {
  calendar: {
    summary: '工作日历：哪天上班、哪天休息',
    called: ['日历', '放假', '上班日'],
    usages: [
      { line: '/calendar', does: '今天起两周' },
      { line: '/calendar ⟦month⟧', does: '某个月；也可以写某一天' },
      {
        line: '/calendar ⟦day 0⟧ 休息 盘点放假',
        does: '定为休息，并写明原因（总裁、经理、副经理）',
        who: CALENDAR_KEEPERS,
      },
      { line: '/calendar ⟦rest⟧ 上班 大促', does: '定为上班', who: CALENDAR_KEEPERS },
      { line: '/calendar ⟦day 10⟧ ⟦day 11⟧ 休息 团建', does: '一次定几天，起止日期都算', who: CALENDAR_KEEPERS },
      { line: '/calendar ⟦decided⟧ 恢复', does: '取消部门的决定，恢复公共日历', who: CALENDAR_KEEPERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<CalendarLineRefusals & CalendarDecisionRefusals> = {
  'calendar.noSuchDate': ({ text }) =>
    `“${quoted(text)}”不是可以用的日期。请写成 ⟦day 0⟧、明天或下周一，月份写成 ⟦month⟧，例如 \`/calendar ⟦month⟧\`。`,
  'calendar.apart': ({ text }) => `“${quoted(text)}”中间隔了别的日子。连续的日子中间写“到”；只要其中几天，请分开提交。`,
  'calendar.dayMissing': () => `请先写是哪一天，例如 ${decide}。`,
  'calendar.badWord': ({ text }) =>
    `没有看懂“${quoted(text)}”。日期后面请写休息、上班或恢复（取消决定），例如 ${decide}。`,
  'calendar.backwards': ({ from, to }) => `结束（${to}）早于开始（${from}），请把先到的日期写在前面。`,
  'calendar.tooManyDays': ({ days, most }) => `一次最多 ${most} 天，这里是 ${days} 天，请分几次写。`,
  'calendar.noteTooLong': ({ length, most }) => `说明最多 ${most} 字，现在是 ${length} 字，请缩短。`,
  'calendar.tooLongAgo': ({ date, oldest }) => `${date} 过去太久，不能再改，最早可以改 ${oldest}。`,
  'calendar.tooFarAhead': ({ date, latest }) => `${date} 太远了，现在最晚可以定到 ${latest}。`,
  'calendar.already': ({ from, to, working }) =>
    `${span(from, to)} 本来就是${working ? '上班' : '休息'}，不用改。查看：\`/calendar ${from}\``,
  'calendar.nothingToClear': ({ from, to }) =>
    `部门没有对 ${span(from, to)} 作过决定，没有可以取消的。查看：\`/calendar ${from}\``,
};

export const duties: Record<string, DutyWords> = {
  'calendar.unpublished': { missed: '放假安排未公布的提醒' },
};

export const words = {
  title: (days: string) => `工作日历 · ${days}`,
  counts: (workdays: number, off: number) => `${workdays} 个工作日，${off} 天休息`,
  span: (from: string, to: string) => `${from} 至 ${to}`,
  working: { true: '上班', false: '休息' },
  why: {
    weekend: '周末',
    holiday: (name: string) => name,
    makeup: (name: string) => `${name}调休`,
    override: '部门决定',
    overrideFor: (note: string) => `部门决定：${note}`,
  },
  because: (what: string, why: string) => `${what}（${why}）`,
  provisional: '暂定',
  provisionalHint: '“暂定”的日子：还没有当年（或次年）的国家放假安排，以后可能变化。',
  keeperHint: '总裁、经理、副经理可以改，例如 `/calendar ⟦day 0⟧ 休息 盘点放假`⟦[；取消：`/calendar ⟦decided⟧ 恢复`]⟧',
  willTell: '会在部门频道通知所有人。',
  decided: '已改好，并已在部门频道通知。',
  changed: (by: string) => `:calendar: ${by} 调整了工作日历`,
  backToPublic: '按公共日历',
  unpublishedTitle: (year: number) => `还没有 ${year} 年的放假安排`,
  unpublished: (year: number) =>
    `在公布之前，${year} 年按暂定日历计算：周一至周五上班，周末休息，没有调休；法律规定的节日照常休息：`,
  unpublishedMarked: '涉及这些日子的回答（请假天数、最早日期、会议安排等）都会注明“暂定”。',
  unpublishedEnter: (year: number) =>
    `公布以后，先更新程序，或者用 \`/calendar\` 录入，例如 \`/calendar ${year}-02-05 ${year}-02-11 休息 春节\`、\`/calendar ${year}-02-20 上班 春节调休\`。`,
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    calendar: typeof words;
  }
  interface CommandNames {
    calendar: true;
  }
}
