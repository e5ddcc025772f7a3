/** 简体中文：会议、签到、汇报。 */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { DEPARTMENT_LEADERS } from '../../member/rules.ts';
import { postNames } from '../../member/words.zh-CN.ts';
import type { MeetingLineRefusals } from './line.ts';
import type { Month, MonthlyRefusals } from './monthly/rules.ts';
import type { ReportField, ReportRefusals } from './report/rules.ts';
import type { MeetingKind, MeetingRefusals, SignInStatus } from './rules.ts';

const kinds: Record<MeetingKind, string> = { morning: '早会', weekly: '周例会', wrapup: '周总结会', monthly: '月例会' };

const statuses: Record<SignInStatus, string> = { present: '准时', late: '迟到', excused: '请假或出差', absent: '缺席' };

const fields: Record<ReportField, string> = { yesterday: '昨天', today: '今天', blockers: '困难' };

const monthName = (month: Month) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;

const example = {
  report: '`/meeting 汇报 发货 120 单 | 盘点三号货架 | 无`',
  monthly: '`/meeting 月例会 ⟦monthly⟧ 14:00`',
  sheet: '`/meeting 签到表 ⟦sheet⟧ 早会`',
};

export const commands = {
  meeting: {
    summary: '会议：安排、签到、早会汇报、月例会时间、签到表',
    called: ['会议', '开会', '例会', '早会'],
    lines: ['签到', '汇报'],
    about: ['站会'],
    usages: [
      { line: '/meeting', does: '今天和今后七天的会议、我的签到' },
      { line: '/meeting 签到', does: '在正在签到的会上签到' },
      { line: '/meeting 汇报', does: '打开早会汇报表单，前一天下班时起就可以写' },
      { line: '/meeting 汇报 发货 120 单 | 盘点三号货架 | 无', does: '一行写完汇报：昨天 | 今天 | 困难' },
      {
        line: '/meeting 月例会 ⟦monthly⟧ 14:00',
        does: '确定或改动月例会的时间（经理、副经理）',
        who: DEPARTMENT_LEADERS,
      },
      { line: '/meeting 签到表 ⟦sheet⟧ 早会', does: '查看签到表；不写日期就是最近一次' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<MeetingRefusals & MeetingLineRefusals & MonthlyRefusals & ReportRefusals> = {
  'meeting.noneOpen': ({ next }) =>
    next === null
      ? '现在没有正在签到的会，今后七天也没有安排。输入 `/meeting` 查看。'
      : `现在没有正在签到的会。下一个是 ${next.date} ${next.time} 的${kinds[next.kind]}，签到表发出后再签到。`,
  'meeting.notOpenYet': ({ kind, date, time }) => `${kinds[kind]} ${date} ${time} 才开始，签到表发出后再签到。`,
  'meeting.closed': ({ kind, date, at, status, open }) =>
    `${date} 的${kinds[kind]}已于 ${at} 截止${status === null ? '' : `，你的签到记录是“${statuses[status]}”`}。${open === null ? '截止后签到表不能改，不符的请跟领导说明。' : ''}`,
  'meeting.alreadySignedIn': ({ kind, status, at }) =>
    `你在 ${at} 已经签过${kinds[kind]}的到（${statuses[status]}），不用再签。`,
  'meeting.notTakingPart': () => '总裁不在部门的签到表上，不用签到和汇报。输入 `/meeting 签到表` 可以查看签到表。',
  'meeting.gone': () => '这个会已经不在了，输入 `/meeting` 查看安排。',
  'meeting.noSheet': ({ date, kind }) =>
    `没有${date === null ? '' : ` ${date} `}${kind === null ? '会议' : kinds[kind]}的签到表。签到表在开会前不久才有⟦[，例如 ${example.sheet}]⟧。`,
  'meeting.inPast': ({ date, time }) => `${date} ${time} 已经过去，请写一个还没到的时间⟦[，例如 ${example.monthly}]⟧。`,
  'meeting.afterTenth': ({ date, latest }) =>
    `${date} 太晚了：月例会要在 10 日或之前召开（2.4），最晚可以定在 ${latest}。`,
  'meeting.tooFarAhead': ({ date, latest }) =>
    `${date} 太远了：现在只能定本月和下个月的月例会，最晚可以定在 ${latest}。`,
  'meeting.alreadyHeld': ({ month, date }) => `${monthName(month)}的月例会已在 ${date} 召开，不用再定。`,
  'meeting.sheetIsOut': ({ month, time }) =>
    `${monthName(month)}的月例会 ${time} 就开始，签到表已经发出，不能再改时间。`,
  'meeting.alreadySet': ({ month, date, time, by }) =>
    `${monthName(month)}的月例会已由 <@${by}> 定在 ${date} ${time}。要改期请写新的时间⟦[，例如 ${example.monthly}]⟧。`,
  'meeting.monthOver': ({ month }) =>
    `${monthName(month)}已经过去，不能再定那个月的月例会。现在的情况请输入 \`/meeting\` 查看。`,
  'report.noneOpen': ({ next }) =>
    next === null
      ? '最近没有要汇报的早会，会议安排见 `/meeting`。'
      : `现在不能写汇报：${next.date} 早会的汇报从 ${next.from.date} ${next.from.time} 起可以写。`,
  'report.notMorning': () => '只有早会写汇报（2.2），这个会不用写。',
  'report.empty': ({ field }) => `“${fields[field]}”还没有写。昨天和今天都要写，例如 ${example.report}。`,
  'report.tooLong': ({ field, length, most }) => `“${fields[field]}”最多 ${most} 字，现在是 ${length} 字，请缩短。`,
  'meeting.badLine': ({ text }) =>
    `没有看懂“${quoted(text)}”。可以写 \`/meeting\`、\`/meeting 签到\`、\`/meeting 汇报\`⟦[、${example.sheet}]⟧⟦[、${example.monthly}]⟧。`,
  'meeting.badReport': () => `一行写汇报要用 | 分开昨天、今天和困难，例如 ${example.report}；不带内容会打开表单。`,
  'meeting.amOrPm': ({ text, date, time }) =>
    `“${quoted(text)}”是上午还是下午？请写 \`/meeting 月例会 ${date} 下午${time}\` 或 \`上午${time}\`。`,
  'meeting.badMonthly': ({ text }) =>
    `${quoted(text) === '' ? '还没有写时间' : `没有看懂“${quoted(text)}”`}。请写日期和 24 小时制的时间⟦[，例如 ${example.monthly}]⟧。`,
  'meeting.badSheet': ({ text }) =>
    `没有看懂“${quoted(text)}”。可以写日期，以及早会、周例会、周总结会或月例会⟦[，例如 ${example.sheet}]⟧。会议安排看 \`/meeting\`。`,
};

const called = (kind: string) => kinds[kind as MeetingKind] ?? kind;

export const proposals = {
  meetingLate: (kind: string, minutes: string) => `${called(kind)}迟到 ${minutes} 分钟。`,
  meetingAbsent: (kind: string) => `${called(kind)}缺席，没有准假。`,
};

type OwnProposals = typeof proposals;

export const duties: Record<string, DutyWords> = {
  'meeting.reminder.morning': { missed: '早会提醒', ahead: '早会提醒' },
  'meeting.reminder.weekly': { missed: '周例会提醒', ahead: '周例会提醒' },
  'meeting.reminder.wrapup': { missed: '周总结会提醒', ahead: '周总结会提醒' },
  'meeting.reminder.monthly': { missed: '月例会提醒', ahead: '月例会提醒' },
  'meeting.open.morning': { missed: '早会签到表', ahead: '早会' },
  'meeting.open.weekly': { missed: '周例会签到表', ahead: '周例会' },
  'meeting.open.wrapup': { missed: '周总结会签到表', ahead: '周总结会' },
  'meeting.open.monthly': { missed: '月例会签到表', ahead: '月例会' },
  'meeting.monthly.ask': { missed: '请经理安排月例会' },
  'meeting.monthly.overdue': { missed: '月例会逾期的通知' },
};

export const words = {
  kinds,
  statuses,
  fields,
  posts: postNames,
  monthName,
  prepare: {
    morning: '请想好：昨天做了什么，今天计划做什么，有什么困难（2.2）。',
    weekly: '请准备：上周工作回顾，本周计划（2.1）。',
    wrapup: '请准备：本周各项计划的完成情况（2.3）。',
    monthly: '请准备：上月工作回顾，主要问题分析（2.4）。',
  } satisfies Record<MeetingKind, string>,
  sheetTitle: (kind: string, when: string) => `${kind}签到 · ${when}`,
  openUntil: (onTime: string, until: string) => `${onTime} 前（含 ${onTime}）签到算准时，之后算迟到；${until} 截止。`,
  openedLate: (until: string) => `签到表发晚了，${until} 截止前签到都算准时。`,
  signedCount: (signed: number, awaited: number) => `已签到 *${signed}* 人，还差 *${awaited}* 人`,
  reportCount: (count: number) => `已汇报 *${count}* 人`,
  nobodyYet: '还没有人签到。',
  signIn: '签到',
  report: '写汇报',
  closedAt: (hour: string) => `签到已于 ${hour} 截止`,
  numbers: (all: number, counts: Record<SignInStatus, number>) =>
    `应到 *${all}* 人：准时 *${counts.present}*，迟到 *${counts.late}*，请假或出差 *${counts.excused}*，缺席 *${counts.absent}*`,
  silent: '准时，没有写汇报',
  inReports: (count: number) => `写了汇报的 ${count} 人见下面的汇报`,
  reportsTitle: (day: string, page: number, pages: number) =>
    `早会汇报 · ${day}${pages > 1 ? `（${page}/${pages}）` : ''}`,
  signedIn: {
    present: (kind: string, hour: string) => `:white_check_mark: 已签到：${kind}，${hour}，准时。`,
    late: (kind: string, hour: string) => `:white_check_mark: 已签到：${kind}，${hour}，记为迟到。`,
  },
  punchedToo: (slot: string, how: string) => `同时已打卡：${slot}，${how}。`,
  signedToo: (kind: string, status: string) => `同时已签到：${kind}，${status}。`,
  reportTitle: '早会汇报',
  questions: { yesterday: '昨天做了什么', today: '今天计划做什么', blockers: '有什么困难' } satisfies Record<
    ReportField,
    string
  >,
  reportHint: (until: string) => `${until} 截止前可以再打开修改；截止后发到部门频道，全部门看得到。`,
  reported: (until: string) => `:white_check_mark: 汇报已保存，${until} 截止前可以再改。`,
  openInstead: (kind: string, day: string) => `现在签到的是 ${day} 的${kind}。`,
  signLater: (hour: string) => `汇报不算签到：开会时还要签到，${hour} 起可签。`,
  reportNow: '可以写汇报',
  excusedNotSigned: '你已准假，没有记签到；来开会的话请按“签到”。',
  planTitle: '会议安排',
  planNone: '今天和今后七天没有会议。',
  states: {
    planned: '未开始',
    open: (until: string) => `签到中，${until} 截止`,
    closed: '已结束',
    missed: '没有发出签到表',
  },
  mine: (status: string) => `我：${status}`,
  notSigned: '未签到',
  onSheet: (status: string, hour: string | null) => (hour === null ? status : `${status}（${hour}）`),
  /** 签到截止以后才批准的。 */
  later: '（后批）',
  knownSignIn: (kind: string, status: string) => `${kind}签到：${status}。`,
  notOnSheet: '你不在这张签到表上。',
  you: (state: string) => `你：${state}`,
  monthly: {
    open: (month: string, latest: string) => `${month}的月例会还没有定时间，最晚 ${latest} 召开（2.4）。`,
    overdue: (month: string) => `${month}的月例会逾期：10 日前没有召开（2.4），也还没有新的时间。`,
    set: (month: string, when: string, who: string) => `${month}的月例会定在 ${when}（${who} 定）。`,
    setOverdue: (month: string, when: string, who: string) =>
      `${month}的月例会逾期（2.4），现定在 ${when}（${who} 定）。`,
    held: (month: string, day: string) => `${month}的月例会已在 ${day} 召开。`,
    heldOverdue: (month: string, day: string) => `${month}的月例会已在 ${day} 召开，逾期（2.4）。`,
    unowed: (month: string) => `${month}不用补开月例会：到期时部门还没有开始使用（2.4）。`,
    upcoming: (month: string) => `${month}的月例会从 1 日起安排。`,
  },
  ask: (month: string, latest: string) => `请确定 ${month}月例会的日期和时间，最晚 ${latest} 召开（2.4）。`,
  askOverdue: (month: string) => `${month}的月例会逾期了（2.4）。请尽快定一个本月的日期和时间。`,
  askAgain: '定下来之前，每个工作日都会再问一次。',
  setMonthly: '确定日期和时间',
  monthlyForm: '月例会',
  date: '日期',
  time: '时间',
  inTime: (latest: string) => `最晚 ${latest}（2.4）。定好后通知全部门。`,
  tooLateAnyway: '已经逾期，请定在本月之内。定好后通知全部门。',
  withinMonth: '请定在本月之内。定好后通知全部门。',
  monthlySet: (month: string, when: string, who: string) => `:calendar: ${month}的月例会定在 ${when}（${who} 定）。`,
  monthlyMoved: (month: string, from: string, when: string, who: string) =>
    `:calendar: ${month}的月例会改期：原定 ${from}，改到 ${when}（${who} 定）。`,
  monthlyDone: (text: string) => `:white_check_mark: ${text}已通知全部门。`,
  dayOff: '提醒：这一天不是工作日。',
  monthlyOverdue: '已请部门经理和副经理确定时间。',
  /** 在本人的记录里。 */
  own: {
    title: '本月会议',
    times: (what: string, count: number) => `${what} ${count} 次`,
  },
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    meeting: typeof words;
  }
  interface ProposalWords extends OwnProposals {}
  interface CommandNames {
    meeting: true;
  }
}

/** 清除了多少。 */
export const erased = {
  reports: (count: number) => `${count} 份汇报`,
};
