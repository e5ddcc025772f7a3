/** 简体中文：负责人每天早晚的小结。 */
import type { DutyWords } from '../../locales/command.ts';

export const duties: Record<string, DutyWords> = {
  'summary.morning': { missed: '负责人的早间小结', ahead: '负责人早间小结' },
  'summary.evening': { missed: '负责人的晚间小结和记录校验值', ahead: '负责人晚间小结' },
};

export const words = {
  morning: (day: string) => `早间小结 · ${day}`,
  evening: (day: string) => `今日小结 · ${day}`,
  meetingHint: '是否按 1.8 处理，由负责的人在提议清单里决定：`/violation 提议`。',
  meetingHintOff: '需要按 1.8 处理时，请用 `/violation` 提出。',
  punchHint: '缺卡本身不是处罚；最新情况见 `/checkin 今天`。',
  punches: '打卡异常',
  handovers: (count: number) => `还没人接的交接 ${count} 件`,
  waiting: (count: number) => `等待审批 ${count} 件`,
  waitingKind: (kind: string, count: number) => `${kind} ${count}`,
  allPunched: '打卡和会议都正常，没有要留意的事。',
  nothing: '没有要留意的事。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    summary: typeof words;
  }
}
