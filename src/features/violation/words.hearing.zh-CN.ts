/** 简体中文：违规——决定之前听取本人、决定之后申诉期内说的话。 */

import type { Post } from '../../member/post.ts';
import { anyOf } from '../../member/words.zh-CN.ts';

export const hearing = {
  title: (number: string) => `*${number}：先听你说*`,
  text: (number: string, article: string) => `${number}：${article}，请你说明`,
  intro: '有人提出了下面这件事，还没有决定。',
  asked: '提出的处理：',
  /** 到什么时候。 */
  until: (when: string) => `请在 ${when} 前回复：属实就按“接受”，情况有出入就按“说明情况”。不回复，到时照常交决定人。`,
  accepted: (when: string) => `你已于 ${when} 接受，已交决定人。`,
  answered: '你的说明已交决定人。',
  over: '回复时间已过，已交决定人；还可以按“说明情况”补充。',
  hurried: (who: string, reason: string) => `${who} 认为不能等，已提前交决定人：${reason}`,
  /** 之后怎样了。 */
  ended: (state: string) => `现在：*${state}*`,
  acceptButton: '接受',
  answerButton: '说明情况',
  acceptConfirm: { title: '接受', text: '确认属实，接受提出的处理？之后就交决定人。', confirm: '接受', deny: '再想想' },
  acceptSent: (number: string) => `已记下：你接受${number}，已交决定人，结果会私信你。`,
  /** 给决定人看的。 */
  heard: {
    accepted: (when: string) => `本人已接受（${when}）。`,
    agreed: (when: string) => `本人同意赔偿（${when}）。`,
    acceptedLess: (asked: string, when: string) => `本人接受的是 ${asked}（${when}），之后提高了。`,
    acceptedFirst: (when: string) => `本人先接受（${when}），后又说明，见下。`,
    answered: '本人已说明，见下。',
    silent: (when: string) => `本人到 ${when} 没有回复。`,
    open: (when: string) => `正在听取本人说明，到 ${when}。`,
    hurried: (who: string, reason: string) => `${who} 没有等听取结束：${reason}`,
  },
  hurryButton: '不等了，现在决定',
  hurryTitle: '提前决定',
  hurryLabel: '为什么不能等',
  hurryHint: '记录在案，本人也会看到。',
  hurrySent: (number: string) => `${number}已提前交决定人。`,
  /** 没有对本人作出处理。 */
  closed: {
    excused: (number: string, article: string) => `${number}（${article}）免于处理，不计入记录。`,
    dismissed: (number: string, article: string) => `${number}（${article}）经认定不成立，不计入记录。`,
    withdrawn: (number: string, article: string) => `${number}（${article}）已撤回，不再处理。`,
  },
};

/** 决定之后、生效之前。 */
export const term = {
  howTo: (when: string, who: readonly Post[]) =>
    `情况有出入时，按“说明”补充；不服决定，请在 ${when} 前按“申诉”，由${anyOf(who)}复核，每件一次。没有申诉，到时生效。`,
  noticeIfFinal: (count: number, most: number) =>
    `生效后，这是你今年第 ${count} 次通报批评（满 ${most} 次须提出调岗或开除，8.3）。`,
  noticeIfAllFinal: (count: number, most: number) =>
    `如都生效，这是你今年第 ${count} 次通报批评（满 ${most} 次须提出调岗或开除，8.3）。`,
  final: (when: string) => `已于 ${when} 生效。`,
  until: (when: string) => `申诉期到 ${when}。`,
};

/** 不只是成立或不成立。 */
export const otherwise = {
  button: '另作决定',
  reduceButton: '减轻',
  howLabel: '怎样决定',
  how: { terms: '成立，但改处理', excuse: '免于处理：事情属实，不作处理' },
  amountLabel: '金额（元）',
  amountHint: '只记录、不罚款写 0。',
  noticeLabel: '通报批评',
  noticeOption: '通报批评 1 次',
  reasonLabel: '理由',
  reasonHint: '本人和提出人会看到。',
  verdicts: {
    excused: { deed: '免于处理', done: '已免于处理，已通知当事人和提出人。' },
    reduced: { deed: '减轻处理', done: '已减轻处理，已通知当事人。' },
  },
};

const setBy = (who: string) => (who === '' ? '' : `（${who}）`);

/** 处理怎样一步步定下来的，和各由谁定的。 */
export const steps = {
  asked: (costs: string, who: string) => `提出：${costs}${setBy(who)}`,
  recommended: (costs: string, who: string) => `建议：${costs}${setBy(who)}`,
  decided: (costs: string, who: string) => `决定：${costs}${setBy(who)}`,
  appealed: (costs: string, who: string) => `申诉后：${costs}${setBy(who)}`,
};
export const setFor = (who: string, principal: string) => `${who} 代 ${principal}`;

/** 接在“成立”后面，说给提出人和建议人。 */
export const cameTo = {
  asked: (costs: string, asked: string) => `，${costs}（提出的是 ${asked}）`,
  recommended: (costs: string, recommended: string) => `，${costs}（你建议的是 ${recommended}）`,
};

type Counted = { cases: number; notices: number };

/** 此前生效的，和成立而没有生效的。 */
export const before = (final: Counted, standing: Counted & { appealed: boolean }) => {
  const isFirst = final.cases + final.notices === 0;
  if (isFirst && standing.cases + standing.notices === 0) return '1.1 至 1.31 此前没有成立的违规，今年没有通报批评。';
  const counted = isFirst
    ? '此前没有生效的违规（1.1 至 1.31）'
    : [
        ...(final.cases === 0 ? [] : [`此前生效 ${final.cases} 件（1.1 至 1.31）`]),
        ...(final.notices === 0 ? [] : [`今年通报批评 ${final.notices} 次`]),
      ].join('，');
  const state = standing.appealed ? '成立、尚未生效' : '成立、可申诉';
  const notices = standing.notices === 0 ? '' : `通报批评 ${standing.notices} 次`;
  if (standing.cases > 0)
    return `${counted}；另有 ${standing.cases} 件${state}${notices === '' ? '' : `（${notices}）`}。`;
  return notices === '' ? `${counted}。` : `${counted}；另有${notices}${state}。`;
};

export const split = (days: number, other: string) =>
  `前后 ${days} 天内，此人另有 ${other} 的处理；请看是否是同一件事拆开提出。`;
export const compensation = (limit: string | null) =>
  limit === null ? '赔偿，不是罚款，不计入决定的上限（8.1）。' : `赔偿，不是罚款，不计入 ${limit}（8.1）。`;
