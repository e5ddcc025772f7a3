/** 简体中文：人员与岗位。 */

import type { CommandWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { POSTS, type Post } from '../../member/post.ts';
import { LEADERS, type MemberRefusals } from '../../member/rules.ts';
import { postNames } from '../../member/words.zh-CN.ts';
import { POST_GIVERS, type PostRefusals } from './rules.ts';

const list = (posts: readonly Post[]) => posts.map(post => postNames[post]).join('、');
const coded = POSTS.map(post => `${postNames[post]}（${post}）`).join('、');

export const commands = {
  post: {
    summary: '岗位：安排、收回、谁归谁领导',
    called: ['岗位'],
    usages: [
      { line: '/post 列表', does: '全部门的岗位和上下级' },
      { line: '/post ⟦@presales⟧', does: '一个人的岗位、上级和下属' },
      { line: '/post ⟦@other⟧ 售前客服', does: '安排岗位，上级按岗位自动确定（经理、副经理、总裁）', who: POST_GIVERS },
      { line: '/post ⟦@other⟧ 售后客服 ⟦@supervisor⟧', does: '安排岗位，并指定上级', who: POST_GIVERS },
      { line: '/post ⟦@other⟧ 归 ⟦@newLeader⟧', does: '只换上级', who: POST_GIVERS },
      { line: '/post ⟦@presales⟧ 收回 售前客服', does: '收回岗位', who: POST_GIVERS },
    ],
  },
} satisfies Record<string, CommandWords>;

/** 举例用的命令里的英文词。 */
const inChinese: Record<string, string> = {
  '/post ⟦@other⟧ aftersales ⟦@supervisor⟧': '/post ⟦@other⟧ 售后客服 ⟦@supervisor⟧',
  '/post ⟦@other⟧ led by ⟦@newLeader⟧': '/post ⟦@other⟧ 归 ⟦@newLeader⟧',
  '/violation ⟦@1.9⟧ 1.9 jd absent 9:00-9:20': '/violation ⟦@1.9⟧ 1.9 京东 9:00-9:20 缺席',
  '/violation list ⟦@read⟧': '/violation 列表 ⟦@read⟧',
  '/praise list ⟦@read⟧': '/praise 列表 ⟦@read⟧',
  '/approvals delegate ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧': '/approvals 委托 ⟦@leader⟧ ⟦day 0⟧ ⟦day 3⟧',
  '/approvals decided ⟦@presales⟧': '/approvals 已决定 ⟦@presales⟧',
};

export const refusals: RefusalWords<MemberRefusals & PostRefusals> = {
  'member.unknown': ({ text, command }) =>
    `${quoted(text) === '' ? '还没有写是谁' : `没有找到“${quoted(text)}”这个人`}。请用 @ 写出同事的名字⟦[，例如 \`${inChinese[command] ?? command}\`]⟧。`,
  'member.isBot': ({ id }) => `<@${id}> 是机器人，部门的事只由人来办，请换一位同事。`,
  'member.isGone': ({ id }) => `<@${id}> 的账号已停用，请换一位同事。`,
  'member.isOutsider': ({ id }) => `<@${id}> 是访客或外部人员，这个机器人只为本部门的同事服务。`,
  'member.noPost': () =>
    '你还没有岗位，所以不能这样用。请部门经理或副经理给你安排一个，例如 `/post ⟦@me⟧ 售前客服`，之后马上可用。',
  'member.notAllowed': ({ needs }) => `这件事只有${list(needs)}可以做，你没有这个岗位。有需要请联系他们。`,
  'member.notInDepartment': ({ id }) => `<@${id}> 还没有岗位，不算部门成员。谁有岗位见 \`/post 列表\`。`,
  'member.ownRecordOnly': () =>
    '`/me` 只显示你自己的记录。⟦[领导看别人的：考勤用 `/checkin ⟦@read⟧`，违规用 `/violation 列表 ⟦@read⟧`。]⟧',
  'post.badLine': () =>
    '没有看懂。⟦[请写人和岗位，例如 `/post ⟦@give⟧ 售前客服`；]⟧直接输入 `/post` 查看你可以用的写法。',
  'post.unknown': ({ text }) =>
    `${quoted(text) === '' ? '还没有写是哪个岗位' : `没有“${quoted(text)}”这个岗位`}。岗位有：${coded}⟦[，例如 \`/post ⟦@give⟧ 售前客服\`]⟧。`,
  'post.self': () => '不能给自己安排岗位，请由你的上级来做。',
  'post.tooHigh': ({ post }) => `${postNames[post]}不低于你自己的岗位，要由更上一级来安排或收回。`,
  'post.notBelow': ({ id }) => `<@${id}> 的岗位不低于你，要由更上一级来改动。`,
  'post.alreadyHeld': ({ id, post }) =>
    `<@${id}> 已经是${postNames[post]}了。⟦[只换上级请写，例如 \`/post ⟦@give⟧ 归 ⟦@newLeader⟧\`。]⟧`,
  'post.notHeld': ({ id, post, self }) =>
    self
      ? `你现在不是${postNames[post]}，没有可以收回的。`
      : `<@${id}> 现在不是${postNames[post]}，没有可以收回的。谁有什么岗位见 \`/post 列表\`。`,
  'post.ownHighest': ({ post }) => `${postNames[post]}是你最高的岗位，不能自己放弃，请由你的上级收回。`,
  'post.cannotLead': ({ id }) => `<@${id}> 不能当上级：上级要是${list(LEADERS)}。`,
  'post.ledInCircle': ({ id, leaderId }) =>
    id === leaderId
      ? '一个人不能当自己的上级，请换一位。'
      : `<@${leaderId}> 在 <@${id}> 之下，不能当其上级，请换一位。`,
  'post.alreadyLed': ({ id, leaderId }) => `<@${id}> 的上级本来就是 <@${leaderId}>。`,
  'post.noSuchId': ({ id }) => `没有找到编号是 ${id} 的人。编号在 Slack 的 个人资料 → ⋮ → 复制成员 ID。`,
};

export const words = {
  posts: postNames,
  explainTitle: '岗位',
  explain:
    '岗位决定一个人适用哪些条款、能审批什么。总裁、部门经理、副经理可以安排和收回比自己低的岗位；没有人能给自己安排。',
  allPosts: (posts: string) => `岗位有：${posts}`,
  coded: (name: string, code: string) => `${name} \`${code}\``,
  listTitle: '部门岗位',
  listEmpty: '还没有人有岗位。',
  count: (name: string, count: number) => `*${name}*（${count} 人）`,
  ledBy: (leader: string, names: string) => `归 ${leader}：${names}`,
  ledByNobody: (names: string) => `没有上级：${names}`,
  gone: (names: string) => `账号已停用但还有岗位，请用 \`/post @名字 收回 岗位\` 收回：${names}`,
  person: (who: string, posts: string) => `${who}：${posts}`,
  noPost: '没有岗位',
  leader: (who: string) => `上级：${who}`,
  leaderIs: (who: string) => `上级是 ${who}。`,
  noLeader: '没有上级',
  leads: (names: string) => `下属：${names}`,
  given: (who: string, post: string) => `:white_check_mark: ${who} 现在是${post}，已通知本人。`,
  toGive: (who: string, post: string) => `安排 ${who} 担任${post}，会通知本人。`,
  toTake: (who: string, post: string) => `收回 ${who} 的岗位“${post}”，会通知本人。`,
  toLead: (who: string, leader: string) => `${who} 改归 ${leader}，会通知本人。`,
  setLeader: '还没有上级；请指定⟦[，例如 `/post ⟦@give⟧ 归 ⟦@newLeader⟧`]⟧。',
  taken: (who: string, post: string) => `:white_check_mark: 已收回 ${who} 的岗位“${post}”，已通知本人。`,
  takenGone: (who: string, post: string) => `:white_check_mark: 已收回 ${who} 的岗位“${post}”。`,
  takenOwn: (post: string) => `:white_check_mark: 你已不再是${post}。`,
  left: (posts: string) => `现有岗位：${posts}。`,
  leaves: (posts: string) => `还有岗位：${posts}。`,
  leavesNone: '收回后没有岗位，不再是部门成员。',
  leftNone: '现在没有岗位，不再是部门成员。',
  movedTo: (leader: string, names: string) => `${names} 改归 ${leader}。`,
  movedToNobody: (names: string) => `${names} 现在没有上级，请指定⟦[，例如 \`/post ⟦@give⟧ 归 ⟦@newLeader⟧\`]⟧。`,
  led: (who: string, leader: string) => `:white_check_mark: ${who} 现在归 ${leader}，已通知本人。`,
  postGiven: (by: string, post: string) => `:busts_in_silhouette: ${by} 安排你担任：*${post}*。`,
  yourLeader: (who: string) => `你的上级是 ${who}。`,
  welcome: '从现在起可以使用全部命令：`/help` 看有哪些，`/me` 看自己的记录。',
  postEnded: (by: string, post: string) => `${by} 收回了你的岗位：*${post}*。`,
  youHold: (posts: string) => `你现在的岗位：${posts}。`,
  youHoldNone: '你现在没有岗位，有疑问请找部门经理。',
  leaderChanged: (by: string, leader: string) => `你的上级现在是 ${leader}（由 ${by} 调整）。`,
  postGivenAtTerminal: (post: string) => `:busts_in_silhouette: 管理员安排你担任：*${post}*。`,
  postEndedAtTerminal: (post: string) => `管理员收回了你的岗位：*${post}*。`,
  leaderChangedAtTerminal: (leader: string) => `你的上级现在是 ${leader}（由管理员调整）。`,
  tookOver: (who: string, post: string, before: string) =>
    `:busts_in_silhouette: ${who} 接任${post}，前任是 ${before}。由管理员用 \`npm run appoint\` 办理。`,
  appointed: (who: string, post: string) =>
    `:busts_in_silhouette: ${who} 现在是${post}。由管理员用 \`npm run appoint\` 办理。`,
  firstRefused: (named: string, why: string) => `FIRST_LEADERS 里的 ${named} 不能任命：${why}`,
  firstRemedy: '还没有任命任何人。请改正 FIRST_LEADERS，再重新启动。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    post: typeof words;
  }
  interface CommandNames {
    post: true;
  }
}
