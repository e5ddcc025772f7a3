/** English: people and posts. */

import type { CommandWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { POSTS, type Post } from '../../member/post.ts';
import { LEADERS, type MemberRefusals } from '../../member/rules.ts';
import { postNames } from '../../member/words.en.ts';
import { POST_GIVERS, type PostRefusals } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

const list = (posts: readonly Post[]) => {
  const names = posts.map(post => postNames[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};

export const commands = {
  post: {
    summary: 'Posts: give, take back, who leads whom',
    called: ['post', 'posts'],
    usages: [
      { line: '/post list', does: 'the whole department by post, and who leads whom' },
      { line: '/post ⟦@presales⟧', does: 'one person: posts, leader, whom they lead' },
      {
        line: '/post ⟦@other⟧ presales',
        does: 'give a post; the leader follows from it (manager, deputy, president)',
        who: POST_GIVERS,
      },
      { line: '/post ⟦@other⟧ aftersales ⟦@supervisor⟧', does: 'give a post and name the leader', who: POST_GIVERS },
      { line: '/post ⟦@other⟧ led by ⟦@newLeader⟧', does: 'change the leader only', who: POST_GIVERS },
      { line: '/post ⟦@presales⟧ end presales', does: 'take a post back', who: POST_GIVERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<MemberRefusals & PostRefusals> = {
  'member.unknown': ({ text, command }) =>
    `${quoted(text) === '' ? 'You have not said who' : `I know nobody called “${quoted(text)}”`}. Name a colleague with @⟦[, for example \`${command}\`]⟧.`,
  'member.isBot': ({ id }) => `<@${id}> is a bot; the department is run by people, so please name a colleague.`,
  'member.isGone': ({ id }) => `The account of <@${id}> is deactivated; please name another colleague.`,
  'member.isOutsider': ({ id }) =>
    `<@${id}> is a guest or from another team; this bot serves the members of the department only.`,
  'member.noPost': () =>
    'You hold no post yet, so this is not open to you. Ask the department manager or the deputy for one, for example `/post ⟦@me⟧ presales`; it works at once.',
  'member.notAllowed': ({ needs }) =>
    `Only the ${list(needs)} can do this, and you do not hold that post. Please ask one of them.`,
  'member.notInDepartment': ({ id }) =>
    `<@${id}> holds no post, so they do not belong to the department. \`/post list\` shows who does.`,
  'member.ownRecordOnly': () =>
    '`/me` shows your own record only.⟦[ Leaders look up others’ punches with `/checkin ⟦@read⟧` and their cases with `/violation list ⟦@read⟧`.]⟧',
  'post.badLine': () =>
    'I did not understand that. ⟦[Name a person and a post, for example `/post ⟦@give⟧ presales`; ]⟧`/post` alone shows what you can type.',
  'post.unknown': ({ text }) =>
    `${quoted(text) === '' ? 'You have not said which post' : `There is no post “${quoted(text)}”`}. The posts are ${POSTS.join(', ')}⟦[, for example \`/post ⟦@give⟧ presales\`]⟧.`,
  'post.self': () => 'You cannot give yourself a post; ask somebody above you.',
  'post.tooHigh': ({ post }) =>
    `The post of ${postNames[post]} is not below your own, so somebody above you gives it and takes it back.`,
  'post.notBelow': ({ id }) => `<@${id}> does not stand below you, so this is for somebody above you both.`,
  'post.alreadyHeld': ({ id, post }) =>
    `<@${id}> is ${postNames[post]} already.⟦[ To change the leader only: \`/post ⟦@give⟧ led by ⟦@newLeader⟧\`.]⟧`,
  'post.notHeld': ({ id, post, self }) =>
    self
      ? `You are not ${postNames[post]} now, so there is nothing to give up.`
      : `<@${id}> is not ${postNames[post]} now, so there is nothing to take back. \`/post list\` shows who holds what.`,
  'post.ownHighest': ({ post }) =>
    `You cannot give up your highest post (${postNames[post]}) yourself; somebody above you takes it back.`,
  'post.cannotLead': ({ id }) => `<@${id}> cannot lead anybody: a leader is ${list(LEADERS)}.`,
  'post.ledInCircle': ({ id, leaderId }) =>
    id === leaderId
      ? 'Nobody leads themselves; name somebody else.'
      : `<@${leaderId}> stands below <@${id}> and cannot lead them; name somebody else.`,
  'post.alreadyLed': ({ id, leaderId }) => `<@${id}> is led by <@${leaderId}> already.`,
  'post.noSuchId': ({ id }) =>
    `Nobody with the id ${id} is known. An id is found in Slack under profile → ⋮ → Copy member ID.`,
};

export const words: typeof chinese = {
  posts: postNames,
  explainTitle: 'Posts',
  explain:
    'A post decides which articles bind a person and what they may decide. The president, the department manager and the deputy give and take back posts below their own; nobody gives one to themselves.',
  allPosts: posts => `The posts: ${posts}`,
  coded: (name, code) => `\`${code}\` ${name}`,
  listTitle: 'Posts of the department',
  listEmpty: 'Nobody holds a post yet.',
  count: (name, count) => `*${name.charAt(0).toUpperCase()}${name.slice(1)}* (${count})`,
  ledBy: (leader, names) => `led by ${leader}: ${names}`,
  ledByNobody: names => `without a leader: ${names}`,
  gone: names =>
    `Their accounts are deactivated and they still hold a post; take it back with \`/post @name end presales\`: ${names}`,
  person: (who, posts) => `${who}: ${posts}`,
  noPost: 'no post',
  leader: who => `Led by ${who}`,
  leaderIs: who => `They are led by ${who}.`,
  noLeader: 'Nobody leads them',
  leads: names => `Leads ${names}`,
  given: (who, post) => `:white_check_mark: ${who} is ${post} now and has been told.`,
  toGive: (who, post) => `${who} becomes ${post} and is told.`,
  toTake: (who, post) => `${who} will no longer be ${post}, and is told.`,
  toLead: (who, leader) => `${who} will be led by ${leader}, and is told.`,
  setLeader: 'Nobody leads them yet; name somebody⟦[, for example `/post ⟦@give⟧ led by ⟦@newLeader⟧`]⟧.',
  taken: (who, post) => `:white_check_mark: ${who} is no longer ${post} and has been told.`,
  takenGone: (who, post) => `:white_check_mark: ${who} is no longer ${post}.`,
  takenOwn: post => `:white_check_mark: You are no longer ${post}.`,
  left: posts => `Remaining posts: ${posts}.`,
  leaves: posts => `What remains: ${posts}.`,
  leavesNone: 'No post will be left, so they will no longer belong to the department.',
  leftNone: 'No post is left, so they no longer belong to the department.',
  movedTo: (leader, names) => `${leader} now leads ${names}.`,
  movedToNobody: names =>
    `Nobody leads ${names} now; name somebody⟦[, for example \`/post ⟦@give⟧ led by ⟦@newLeader⟧\`]⟧.`,
  led: (who, leader) => `:white_check_mark: ${who} is led by ${leader} now and has been told.`,
  postGiven: (by, post) => `:busts_in_silhouette: ${by} gave you a post: *${post}*.`,
  yourLeader: who => `You are led by ${who}.`,
  welcome: 'Every command is open to you now: `/help` lists them, `/me` shows your own record.',
  postEnded: (by, post) => `${by} took back your post: *${post}*.`,
  youHold: posts => `You now hold: ${posts}.`,
  youHoldNone: 'You hold no post now; if that surprises you, ask the department manager.',
  leaderChanged: (by, leader) => `You are led by ${leader} now (changed by ${by}).`,
  postGivenAtTerminal: post => `:busts_in_silhouette: An administrator gave you a post: *${post}*.`,
  postEndedAtTerminal: post => `An administrator took back your post: *${post}*.`,
  leaderChangedAtTerminal: leader => `You are led by ${leader} now (changed by an administrator).`,
  tookOver: (who, post, before) =>
    `:busts_in_silhouette: ${who} is ${post} now, after ${before}. An administrator set this with \`npm run appoint\`.`,
  appointed: (who, post) =>
    `:busts_in_silhouette: ${who} is ${post} now. An administrator set this with \`npm run appoint\`.`,
  firstRefused: (named, why) => `FIRST_LEADERS has ${named}, which cannot be. ${why}`,
  firstRemedy: 'Nobody was given a post. Correct FIRST_LEADERS and start again.',
};
