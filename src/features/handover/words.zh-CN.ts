/** 简体中文：交接没处理完的顾客。 */
import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { postNames } from '../../member/words.zh-CN.ts';
import type { HandoverLineRefusals, NoteVerb } from './line.ts';
import type { HandoverRefusals, Platform, Standing, Unable, Urgency } from './rules.ts';

/** 一行交接的例子；没有可以交的人时留给明天。 */
const example = (another: string | null) =>
  `\`/handover ${another === null ? '明天' : `@${another}`} 张女士 天猫 退款没到账\``;
const choose = (another: string | null) => `请换一位，例如 ${example(another)}。`;
const verbs: Record<NoteVerb, string> = {
  accept: '/handover 接收 ⟦note.accept⟧',
  handOn: '/handover 转交 ⟦note.handOn⟧ ⟦@service⟧',
  addTo: '/handover 补充 ⟦note.addTo⟧ 顾客又来问了',
  withdraw: '/handover 收回 ⟦note.withdraw⟧',
  finish: '/handover 完成 ⟦note.finish⟧',
};
const whyNot: Record<Unable, (who: string) => string> = {
  bot: who => `${who} 是机器人，不能接手顾客。`,
  gone: who => `${who} 的账号已停用。`,
  outsider: who => `${who} 是访客或其他团队的人，顾客的事不能交给外人。`,
  noPost: who => `${who} 还没有岗位，不算部门成员。`,
  otherPost: who => `${who} 不是客服，也不是客服的领导（1.18）。要请别的岗位配合，请找领导安排（1.7）。`,
};
const halves = { am: '上午', pm: '下午' };

function stands({ id, state, receiverId, changedBy, me }: Standing): string {
  const who = (person: string | null) => (person === null || person === me ? '你' : ` <@${person}> `);
  if (state === 'accepted')
    return receiverId === me ? `第 ${id} 号你已经接手了。` : `第 ${id} 号已由${who(receiverId)}接手。`;
  if (state === 'finished') return `第 ${id} 号已由${who(changedBy)}办完。`;
  if (state === 'withdrawn') return `第 ${id} 号已由${who(changedBy)}收回，不用再处理。`;
  return receiverId === null
    ? `第 ${id} 号留给了第一位来的同事，还没有人接手。`
    : `第 ${id} 号现在在 <@${receiverId}> 那里，等待答复。`;
}

export const commands = {
  handover: {
    summary: '把没处理完的顾客交给下一班（1.18）',
    called: ['交接', '交班'],
    usages: [
      { line: '/handover', does: '打开交接表单' },
      {
        line: '/handover ⟦@service⟧ 张女士 天猫 退款没到账，等财务回复 加急',
        does: '一行交接：给谁、顾客、平台、没办完的事；末尾可写 加急、今天、群发',
      },
      { line: '/handover 明天⟦next⟧ 李先生 京东 约好早上回电', does: '留给下个工作日第一位来的同岗位同事' },
      { line: '/handover 列表', does: '等我接手的、我接手的、我交出的' },
      { line: verbs.accept, does: '按编号接手' },
      { line: verbs.finish, does: '已经办完' },
      { line: verbs.withdraw, does: '还没人接手时收回' },
      { line: verbs.addTo, does: '补充一句' },
      { line: verbs.handOn, does: '转交给别人' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<HandoverRefusals & HandoverLineRefusals> = {
  'handover.notService': () =>
    '交接顾客（1.18）只在客服和客服的领导之间进行，你的岗位用不到。要请别的岗位配合，请找你的领导安排（1.7）。交给你的看 `/handover 列表`。',
  'handover.receiverMissing': ({ text, another }) =>
    `没有找到“${quoted(text)}”这个人。请先写交给谁，例如 ${example(another)}；留给明天第一位就写“明天”。`,
  'handover.onePerson': ({ another }) => `一位顾客只能交给一个人，这样才知道由谁负责，例如 ${example(another)}。`,
  'handover.numberMissing': ({ verb }) => `请写编号⟦[，例如 \`${verbs[verb]}\`]⟧；编号见 \`/handover 列表\`。`,
  'handover.toSelf': ({ another }) => `不能交给自己。${choose(another)}`,
  'handover.unable': ({ id, why, another }) => `${whyNot[why](`<@${id}>`)}${choose(another)}`,
  'handover.onLeave': ({ id, date, half, another }) =>
    `<@${id}> ${date} ${halves[half]}已准假或出差，接不了下一班。${choose(another)}`,
  'handover.toGiver': ({ id, another }) => `这一条就是 <@${id}> 交来的，不能再转回去。${choose(another)}`,
  'handover.nobodyElse': ({ post, another }) =>
    `${postNames[post]}只有你一个人，留给明天就没有人接。${another === null ? '请直接告诉你的领导。' : `请写明交给谁，例如 ${example(another)}。`}`,
  'handover.givenAlready': ({ id }) =>
    `同样的交接已经有了：第 ${id} 号，还没有人答复。要补充请写 \`/handover 补充 ${id} …\`。`,
  'handover.customerMissing': ({ another }) => `还没有写是哪位顾客，例如 ${example(another)}。`,
  'handover.matterMissing': ({ another }) => `还没有写什么事没办完，例如 ${example(another)}。`,
  'handover.customerTooLong': ({ length, most }) =>
    `顾客名最多 ${most} 字，现在是 ${length} 字。请写短一些，其余写在没办完的事里。`,
  'handover.matterTooLong': ({ length, most }) => `没办完的事最多 ${most} 字，现在是 ${length} 字，请缩短。`,
  'handover.additionMissing': ({ id }) => `请写要补充什么，例如 \`/handover 补充 ${id} 顾客又来问了\`。`,
  'handover.notYours': ({ id }) =>
    `第 ${id} 号不在你这里，可能没有这个编号，也可能已经转给别人。你的见 \`/handover 列表\`。`,
  'handover.ownNote': ({ id }) =>
    `第 ${id} 号是你自己交出的。自己办完了请写 \`/handover 完成 ${id}\`，要收回请写 \`/handover 收回 ${id}\`。`,
  'handover.takeFirst': ({ id }) => `第 ${id} 号还没有人接手，请先接手：\`/handover 接收 ${id}\`。`,
  'handover.giverOnly': ({ id, giverId }) =>
    `第 ${id} 号是 <@${giverId}> 交出的，只能由交出的人补充或收回。你可以接手，或转交给别人。`,
  'handover.stands': stands,
};

export const duties: Record<string, DutyWords> = {
  'handover.offer': { missed: '留给当天第一位的交接' },
  'handover.remind': { missed: '交接的提醒' },
  'handover.tell': { missed: '还没有人接手的交接' },
  'handover.tellAgain': { missed: '下班前后交出、还没有人接手的交接' },
};

const platforms: Record<Platform, string> = {
  tmall: '天猫',
  jd: '京东',
  pinduoduo: '拼多多',
  douyin: '抖音',
  other: '其他网店',
};
const urgencies: Record<Urgency, string> = {
  normal: '不急',
  today: ':calendar: 今天要办',
  urgent: ':rotating_light: 加急',
};

export const words = {
  platforms,
  urgencies,
  urgencyOptions: { normal: '不急', today: '今天要办', urgent: '加急' } satisfies Record<Urgency, string>,
  stands,
  firstOf: (post: string, day: string) => `${day}第一位来的${post}`,
  from: (who: string) => `${who} 交来`,
  with: (who: string) => `等 ${who} 接手`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  givenAt: (when: string) => `${when} 交出`,
  given: (line: string, who: string) =>
    `:white_check_mark: 已交给 ${who}：${line}。对方接手或转交后我会私信你；到下班还没有人接手，会告诉你的领导（1.18）。`,
  left: (line: string, first: string) =>
    `:white_check_mark: 已留给 ${first}：${line}。那天一上班就会问他们，有人接手后我会私信你。`,
  alsoAnnounced: ':loudspeaker: 已同时发到客服频道，写明是你发的。',
  asked: (who: string) => `${who} 有一位没处理完的顾客交给你：`,
  reminder: (who: string) => `:hourglass: 快下班了，${who} 交给你的顾客还在等你答复：`,
  rule: '接手后由你负责到底；接不了请转交给能接的同事（1.18）。',
  elsewhere: (id: number, who: string) => `第 ${id} 号交接已转给 ${who}，不用再处理。`,
  told: {
    accepted: (who: string, line: string) => `:white_check_mark: ${who} 接手了你交出的顾客：${line}。`,
    handedOn: (who: string, line: string, to: string) =>
      `:arrow_right: ${who} 把你交出的顾客转给了 ${to}，正在等答复：${line}。`,
    finished: (who: string, line: string) => `:checkered_flag: ${who} 办完了你交出的顾客：${line}。`,
  },
  leftForFirst: (count: number) =>
    `:sunrise: 上一班留下${count === 1 ? '一位' : ` ${count} 位`}没处理完的顾客，谁先接手就归谁：`,
  leftBefore: '上一班留下的顾客：',
  firstTakesIt: '同岗位的同事也收到了；有人接手后，这里会写明。',
  stillOpen: (count: number) => `到下班时，还有 ${count} 位顾客交出后没有人接手（1.18）：`,
  noCase: '只是让你知道，不算违规。可以请交出的人或接的人处理一下。',
  announced: (who: string) => `:loudspeaker: ${who} 请大家留意一位特殊顾客（1.18）：`,
  buttons: { accept: '我来接手', handOn: '转交别人', add: '补充', withdraw: '收回', finish: '已办完' },
  done: {
    accept: (line: string, from: string) => `:white_check_mark: 你接手了：${line}。已告诉 ${from}。办完后按“已办完”。`,
    handOn: (line: string, to: string) => `:arrow_right: 已转给 ${to}：${line}。`,
    add: (line: string) => `已补充：${line}。对方的消息里已经能看到。`,
    withdraw: (line: string) => `:leftwards_arrow_with_hook: 已收回：${line}。对方不用再处理。`,
    finish: (line: string) => `:checkered_flag: 已记为办完：${line}。`,
  },
  listTitle: '交接',
  listEmpty: '没有等你接手的顾客，你交出的也都有人接手了。要交接请输入 `/handover`。',
  /** 在列表和本人的记录里。 */
  own: {
    title: '交接（1.18）',
    asked: '等我接手',
    forFirst: '留给今天第一位',
    accepted: '我接手的',
    given: '我交出的',
    hint: '处理：`/handover 列表`',
  },
  formTitle: '交接顾客',
  receiver: '交给谁',
  receiverHint: '不选就是留给下个工作日第一位来的同岗位同事。',
  customer: '顾客',
  customerHint: '称呼或账号。只有经手的同事和领导看得到。',
  platform: '平台',
  matter: '没办完的事',
  matterHint: '做到哪一步、答应了什么、还差什么。',
  urgency: '急不急',
  announceLabel: '特殊顾客',
  announce: '同时发到客服频道，写明是我发的',
  announceHint: '大家都会看到顾客和内容，只在需要同事帮忙时勾选',
  previewPerson: (who: string) => `:bust_in_silhouette: ${who} 会马上收到私信，可以接手或转交。`,
  previewFirst: (first: string) => `:sunrise: 没有选人：留给 ${first}。`,
  handOnTitle: '转交别人',
  handOnSubmit: '转交',
  handOnLabel: '转给谁',
  addTitle: '补充',
  addLabel: '补充什么',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    handover: typeof words;
  }
  interface CommandNames {
    handover: true;
  }
}

/** 清除了多少。 */
export const erased = {
  handovers: (count: number) => `${count} 位交给下一班的顾客`,
};
