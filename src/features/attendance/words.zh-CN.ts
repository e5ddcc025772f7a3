/** 简体中文：考勤打卡。 */

import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { house } from '../../locales/house.zh-CN.ts';
import { quoted } from '../../locales/quoted.ts';
import { LEADERS } from '../../member/rules.ts';
import type { Half } from '../calendar/span.ts';
import type { AttendanceRefusals, PunchStatus, Slot } from './rules.ts';

const slots: Record<Slot, string> = {
  'morning-in': '上午上班',
  'noon-out': '上午下班',
  'noon-in': '下午上班',
  'evening-out': '下午下班',
};

function against({ status, minutes }: PunchStatus): string {
  if (status === 'on-time') return '准时';
  return status === 'late' ? `迟到 ${minutes} 分钟` : `早退 ${minutes} 分钟`;
}

export const commands = {
  checkin: {
    summary: '上下班打卡，查看今天的考勤',
    called: ['打卡', '签退', '考勤'],
    usages: [
      { line: '/checkin', does: '现在打卡，并查看自己今天的四次打卡' },
      { line: '/checkin 状态', does: '只查看，不打卡' },
      { line: '/checkin 今天', does: '全部门今天谁缺卡、谁迟到（负责人）', who: LEADERS },
      { line: '/checkin ⟦@presales⟧', does: '某个人今天的打卡（负责人）', who: LEADERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<AttendanceRefusals> = {
  'attendance.dayOff': ({ date, holiday, provisional, next, time }) =>
    `${date} 不是工作日${holiday === null ? '' : `（${holiday['zh-CN']}）`}，不用打卡，也没有记录。下次打卡：${next} ${time} 前。${provisional ? `（${house.provisional}）` : ''}`,
  'attendance.tooEarly': ({ date, opens, time }) =>
    `现在太早，没有记录。下次打卡：${date} 上午上班，${opens} 起可打，${time} 前算准时。`,
  'attendance.notExpected': ({ id, self }) =>
    self
      ? '你不用打卡。要看全部门今天的考勤，请输入 `/checkin 今天`。'
      : `<@${id}> 不用打卡，没有考勤记录。要看全部门，请输入 \`/checkin 今天\`。`,
  'attendance.badLine': ({ text }) =>
    `没有看懂“${quoted(text)}”。直接输入 \`/checkin\` 打卡，\`/checkin 状态\` 只查看⟦[；负责人可用 \`/checkin 今天\` 或 \`/checkin ⟦@read⟧\`]⟧。`,
};

/** 一次打卡一对：哪一次、多少分钟。 */
const withMinutes = (parts: readonly string[]) =>
  parts.flatMap((slot, at) => (at % 2 === 0 ? [`${slotName(slot)} ${parts[at + 1]} 分钟`] : []));
const slotName = (slot: string) => slots[slot as Slot] ?? slot;

export const proposals = {
  punchLate: (...parts: string[]) => `打卡迟到：${house.joinNames(withMinutes(parts))}。`,
  punchEarly: (...parts: string[]) => `打卡早退：${house.joinNames(withMinutes(parts))}。`,
  punchMissing: (...missing: string[]) =>
    missing.length === Object.keys(slots).length
      ? '全天没有打卡，也没有准假。'
      : `缺卡：${house.joinNames(missing.map(slotName))}。`,
};

type OwnProposals = typeof proposals;

export const duties: Record<string, DutyWords> = {
  'attendance.card.am': { missed: '上午打卡卡片', ahead: '上午打卡' },
  'attendance.card.pm': { missed: '下午打卡卡片', ahead: '下午打卡' },
  'attendance.remind.morning-in': { missed: '上午上班打卡提醒' },
  'attendance.remind.noon-out': { missed: '上午下班打卡提醒' },
  'attendance.remind.noon-in': { missed: '下午上班打卡提醒' },
  'attendance.remind.evening-out': { missed: '下午下班打卡提醒' },
  'attendance.close.morning-in': { missed: '上午上班缺卡登记' },
  'attendance.close.noon-out': { missed: '上午下班缺卡登记' },
  'attendance.close.noon-in': { missed: '下午上班缺卡登记' },
  'attendance.close.evening-out': { missed: '下午下班缺卡登记' },
};

export const words = {
  slots,
  against,
  button: '打卡',
  by: (time: string) => `${time} 前`,
  from: (time: string) => `${time} 后`,
  counted: (title: string, count: number, names: string) => `${title} ${count} 人：${names}`,
  states: {
    missing: '缺卡',
    excused: '已准假，免打卡',
    excusedPunched: (time: string) => `已准假，免打卡（${time} 打过卡）`,
    upcoming: '待打卡',
    'not-required': '不需要',
  },
  recorded: (slot: Slot, time: string, status: PunchStatus) => `已记录：${slots[slot]} ${time}，${against(status)}。`,
  kept: (slot: Slot, time: string, arrival: boolean) =>
    `${slots[slot]}已在 ${time} 记录过，以最${arrival ? '早' : '晚'}的一次为准，这次不再记录。`,
  replaced: (slot: Slot, time: string, before: string, arrival: boolean, status: PunchStatus) =>
    `${slots[slot]}改为 ${time}（原 ${before}），以最${arrival ? '早' : '晚'}的一次为准，${against(status)}。`,
  otherDay: (day: string | null) =>
    `这是${day === null ? '以前' : ` ${day} `}的打卡按钮，没有记录。今天请按下面的按钮。`,
  excusedAnyway: '这一天你已准假，不用打卡，这次只作记录。',
  afterList: '负责人已经看到你缺卡，请跟你的领导说一声。',
  myDay: (day: string) => `我的打卡 · ${day}`,
  dayOf: (who: string, day: string) => `${who} 的打卡 · ${day}`,
  next: (slot: Slot, hour: string) => `下一次：${slots[slot]}，${hour}。`,
  knownPunch: (slot: string, time: string, status: string) => `${slot} ${time}（${status}）`,
  knownPunches: (list: string) => `打卡：${list}。`,
  allDone: '今天没有待打的卡了。',
  departmentDay: (day: string) => `部门考勤 · ${day}`,
  punched: (count: number, of: number) => `已打卡 ${count}/${of}`,
  awaited: (count: number) => `待打卡 ${count} 人`,
  nobodyAsked: '没有人需要打卡',
  missing: '缺卡',
  missingAllDay: '全天没有打卡',
  late: '迟到',
  early: '早退',
  excused: '已准假',
  minutes: (count: number) => `${count} 分钟`,
  cardTitle: { am: '上午打卡', pm: '下午打卡' } satisfies Record<Half, string>,
  card: (from: string, to: string) => `上班 ${from} 前、下班 ${to} 后，各按一次下面的按钮。结果只有你自己看得到。`,
  reminder: (slot: Slot, hour: string, day: string, closes: string) =>
    `${day} ${slots[slot]}（${hour}）还没有你的打卡，${closes} 起算缺卡。`,
  missedOne: (slot: Slot, hour: string) => `${slots[slot]}（${hour}）`,
  missed: (day: string, count: number, which: string) => `${day} 缺卡 ${count} 次：${which}。`,
  missedOpen: '如果还在上班，离开时打卡就行。',
  missedMakeUp: '如果是忘了打卡，请跟你的领导说一声；过后不能补卡，缺卡本身不是处罚。',
  /** 在本人的记录里。 */
  own: {
    today: '今天的打卡',
    month: '本月打卡',
    onTime: (count: number) => `准时 ${count} 次`,
    late: (count: number, minutes: number) => `迟到 ${count} 次（共 ${minutes} 分钟）`,
    early: (count: number, minutes: number) => `早退 ${count} 次（共 ${minutes} 分钟）`,
    missing: (count: number) => `缺卡 ${count} 次`,
    excused: (count: number) => `准假 ${count} 次`,
  },
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    attendance: typeof words;
  }
  interface ProposalWords extends OwnProposals {}
  interface CommandNames {
    checkin: true;
  }
}
