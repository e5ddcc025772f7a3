import { validateMessage } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import type { PostList } from '../../../src/features/post/messages.ts';
import { personPostsSaid, postDrawings, postListSaid, postTakenSaid } from '../../../src/features/post/views.ts';
import { POSTS } from '../../../src/member/post.ts';
import { readerOf } from '../../support/speech.ts';

const readers = (['zh-CN', 'en'] as const).map(locale => readerOf(locale, 'Asia/Shanghai'));
const ids = Array.from({ length: 300 }, (_, index) => `U0ABCDEF${String(index).padStart(3, '0')}`);

/** Three hundred people of which every tenth leads the next nine, and a few who are gone. */
const crowd: PostList = {
  posts: POSTS.map((post, index) => ({
    post,
    groups:
      post === 'presales'
        ? Array.from({ length: 30 }, (_, ten) => ({
            leaderId: ids[ten * 10] ?? null,
            ids: ids.slice(ten * 10 + 1, ten * 10 + 10),
          }))
        : [{ leaderId: index === 0 ? null : 'U1', ids: [`U${index}`] }],
  })),
  gone: ids.slice(0, 40),
};

describe.each(readers)('in $locale', reader => {
  it('three hundred people fit, each named whole', () => {
    const said = postListSaid(crowd, reader);
    expect(validateMessage(said)).toEqual([]);
    for (const { groups } of crowd.posts) {
      for (const id of groups.flatMap(group => group.ids)) expect(JSON.stringify(said.blocks)).toContain(`<@${id}>`);
    }
  });

  it('so do one leader of all of them, and all of them handed on', () => {
    const person = personPostsSaid({ id: 'U1', posts: [...POSTS], leaderId: 'U2', leads: ids }, reader);
    const moved = ids.map((id, index) => ({ id, leaderId: index % 3 === 0 ? null : `U${index % 40}` }));
    const taken = postTakenSaid({ id: 'U1', self: false, gone: false }, 'supervisor', { left: [], moved }, reader);
    expect([...validateMessage(person), ...validateMessage(taken)]).toEqual([]);
  });

  it('every notice is a complete sentence', () => {
    const said = [
      postDrawings['member.postGiven']({ post: 'clerk', by: 'U1', leaderId: null, first: false }, reader),
      postDrawings['member.postEnded']({ post: 'clerk', by: 'U1', left: [] }, reader),
      postDrawings['member.leaderChanged']({ leaderId: 'U2', by: 'U1' }, reader),
      postDrawings['member.takenOver']({ post: 'president', id: 'U2', before: ['U1'] }, reader),
    ];
    for (const message of said) {
      expect(validateMessage(message)).toEqual([]);
      expect(message.text).toMatch(/[.。]$/);
    }
  });
});

it('what an administrator did at a terminal names nobody', () => {
  const by = 'console';
  const said = readers.map(reader => [
    postDrawings['member.postGiven']({ post: 'president', by, leaderId: null, first: false }, reader).text,
    postDrawings['member.postEnded']({ post: 'manager', by, left: ['clerk'] }, reader).text,
    postDrawings['member.leaderChanged']({ leaderId: 'U2', by }, reader).text,
    postDrawings['member.takenOver']({ post: 'president', id: 'U2', before: ['U1', 'U3'] }, reader).text,
    postDrawings['member.takenOver']({ post: 'manager', id: 'U2', before: [] }, reader).text,
  ]);
  expect(said).toEqual([
    [
      ':busts_in_silhouette: 管理员安排你担任：*总裁*。',
      '管理员收回了你的岗位：*部门经理*。\n你现在的岗位：兼职文书。',
      '你的上级现在是 <@U2>（由管理员调整）。',
      ':busts_in_silhouette: <@U2> 接任总裁，前任是 <@U1>、<@U3>。由管理员用 `npm run appoint` 办理。',
      ':busts_in_silhouette: <@U2> 现在是部门经理。由管理员用 `npm run appoint` 办理。',
    ],
    [
      ':busts_in_silhouette: An administrator gave you a post: *president*.',
      'An administrator took back your post: *department manager*.\nYou now hold: records clerk.',
      'You are led by <@U2> now (changed by an administrator).',
      ':busts_in_silhouette: <@U2> is president now, after <@U1>, <@U3>. An administrator set this with `npm run appoint`.',
      ':busts_in_silhouette: <@U2> is department manager now. An administrator set this with `npm run appoint`.',
    ],
  ]);
});
