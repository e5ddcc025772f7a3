import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userIdOf } from '../../../prisma/department.ts';
import { giveTo } from '../../../src/features/post/workflow.ts';
import { POSTS } from '../../../src/member/post.ts';
import { allMembers, givePost, memberOf, saveIdentity } from '../../../src/member/store.ts';
import { type Department, openDepartment } from '../../support/department.ts';

// One department lives through the tests in the order they stand in.
let department: Department;
beforeAll(async () => {
  department = await openDepartment({
    at: '2026-12-01T10:00',
    others: [
      { id: 'UNEWCOMER1', name: 'newcomer1', real_name: '新同事 · Newcomer' },
      { id: 'UGUEST1', name: 'guest1', real_name: 'Guest', is_restricted: true },
      { id: 'UOTHER1', name: 'other1', real_name: 'From another team', is_stranger: true },
      { id: 'UROBOT1', name: 'robot1', real_name: 'Another bot', is_bot: true },
      { id: 'ULEFT1', name: 'left1', real_name: 'Somebody who left', deleted: true },
    ],
  });
  await as('presales2').locale('en-US');
  await as('deputy').locale('en-US');
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);
const office = () => department.application.office;
const read = () => office().database.read;

async function texts(user: string, channel?: string): Promise<string[]> {
  return (await as(user).messages(channel)).filter(({ ephemeral }) => !ephemeral).map(({ text }) => text);
}

/** What is stored of a member: the posts, and who leads them. */
async function stored(id: string): Promise<[string[], string | null]> {
  const member = await memberOf(read(), id);
  return [[...(member?.posts ?? [])], member?.leaderId ?? null];
}

async function deedsAbout(id: string): Promise<string[]> {
  const rows = await read().record.findMany({ where: { noun: 'member', nounId: id, actor: { not: 'seed' } } });
  return rows
    .sort((a, b) => a.seq - b.seq)
    .map(({ actor, deed, before, after }) => `${actor} ${deed} ${JSON.stringify(before)} ${JSON.stringify(after)}`);
}

async function someone(handle: string, more: { deactivated?: true; guest?: true; bot?: true; external?: true } = {}) {
  const plain = { deactivated: false, guest: false, bot: false, external: false };
  const id = userIdOf(handle);
  const identity = { id, name: handle, handle, locale: 'zh-CN', zone: 'Asia/Shanghai', ...plain, ...more } as const;
  await saveIdentity(read(), identity, office().wallClock.now());
}

const formsIn = (said: string) => said.split('\n').filter(line => line.startsWith('`/post '));

describe('looking', () => {
  it('at the command alone explains posts and the forms each person may use', async () => {
    const chinese = await as('presales1').does('/post');
    expect(chinese).toContain('没有人能给自己安排');
    expect(formsIn(chinese)).toEqual([
      '`/post 列表` — 全部门的岗位和上下级',
      '`/post @presales2` — 一个人的岗位、上级和下属',
    ]);
    const english = await as('presales2').does('/post');
    expect(english).toContain('nobody gives one to themselves');
    expect(formsIn(english)).toEqual([
      '`/post list` — the whole department by post, and who leads whom',
      '`/post @presales1` — one person: posts, leader, whom they lead',
    ]);
    expect(formsIn(await as('manager').does('/post'))).toEqual([
      '`/post 列表` — 全部门的岗位和上下级',
      '`/post @presales1` — 一个人的岗位、上级和下属',
      '`/post @clerk1 售前客服` — 安排岗位，上级按岗位自动确定（经理、副经理、总裁）',
      '`/post @clerk1 售后客服 @supervisor` — 安排岗位，并指定上级',
      '`/post @clerk1 归 @assistant` — 只换上级',
      '`/post @presales1 收回 售前客服` — 收回岗位',
    ]);
    for (const post of POSTS) {
      expect(chinese).toContain(`\`${post}\``);
      expect(english).toContain(`\`${post}\``);
    }
  });

  it('at the list shows who holds what and who leads whom', async () => {
    expect(await as('presales1').does('/post list')).toBe(
      [
        '部门岗位',
        '总裁（1 人）',
        '<@UPRESIDENT>',
        '部门经理（1 人）',
        '归 <@UPRESIDENT>：<@UMANAGER>',
        '副经理（1 人）',
        '归 <@UMANAGER>：<@UDEPUTY>',
        '经理助理（1 人）',
        '归 <@UMANAGER>：<@UASSISTANT>',
        '主管（1 人）',
        '归 <@UMANAGER>：<@USUPERVISOR>',
        '售前客服（4 人）',
        '归 <@USUPERVISOR>：<@UPRESALES1>、<@UPRESALES2>、<@UPRESALES3>、<@UPRESALES4>',
        '售后客服（1 人）',
        '归 <@USUPERVISOR>：<@UAFTERSALES1>',
        '物流客服（1 人）',
        '归 <@USUPERVISOR>：<@ULOGISTICS1>',
        '库房管理员（1 人）',
        '归 <@UMANAGER>：<@UKEEPER1>',
        '运营专员（1 人）',
        '归 <@UMANAGER>：<@UOPERATIONS1>',
        '兼职文书（1 人）',
        '归 <@UMANAGER>：<@UCLERK1>',
      ].join('\n'),
    );
    expect(await as('presales2').does('/post list')).toContain(
      'Pre-sales service (4)\nled by <@USUPERVISOR>: <@UPRESALES1>, <@UPRESALES2>, <@UPRESALES3>, <@UPRESALES4>',
    );
  });

  it('at one person shows their place', async () => {
    expect(await as('presales2').does('/post @supervisor')).toBe(
      [
        '<@USUPERVISOR>: supervisor',
        'Led by <@UMANAGER>',
        'Leads <@UAFTERSALES1>, <@ULOGISTICS1>, <@UPRESALES1>, <@UPRESALES2>, <@UPRESALES3>, <@UPRESALES4>',
      ].join('\n'),
    );
    expect(await as('presales1').does('/post @president')).toBe('<@UPRESIDENT>：总裁\n下属：<@UMANAGER>');
  });
});

describe('giving', () => {
  it('tells the person, sets the leader that follows, and keeps a record', async () => {
    expect(await as('manager').does('/post @presales1 主管')).toBe(
      ':white_check_mark: <@UPRESALES1> 现在是主管，已通知本人。上级是 <@UMANAGER>。',
    );
    expect(await stored('UPRESALES1')).toEqual([['supervisor', 'presales'], 'UMANAGER']);
    expect(await texts('presales1')).toEqual([
      ':busts_in_silhouette: <@UMANAGER> 安排你担任：*主管*。\n你的上级是 <@UMANAGER>。',
    ]);
    expect(await deedsAbout('UPRESALES1')).toEqual([
      'UMANAGER post.given null {"post":"supervisor"}',
      'UMANAGER leader.changed {"leaderId":"USUPERVISOR"} {"leaderId":"UMANAGER"}',
    ]);
  });

  it('lets a newcomer in, who is met by being named', async () => {
    expect(await as('newcomer1').command('/leave list')).toContain('你还没有岗位');
    expect(await as('manager').does('/post @newcomer1 运营')).toBe(
      ':white_check_mark: <@UNEWCOMER1> 现在是运营专员，已通知本人。上级是 <@UMANAGER>。',
    );
    expect(await texts('newcomer1')).toEqual([
      ':busts_in_silhouette: <@UMANAGER> 安排你担任：*运营专员*。\n你的上级是 <@UMANAGER>。\n从现在起可以使用全部命令：`/help` 看有哪些，`/me` 看自己的记录。',
    ]);
    expect(await as('newcomer1').command('/leave list')).toBe('最近没有请假或出差记录。输入 `/leave` 申请。');
  });

  it('does so in English, with a leader named', async () => {
    expect(await as('deputy').does('/post @presales2 after-sales service @assistant')).toBe(
      ':white_check_mark: <@UPRESALES2> is after-sales service now and has been told. They are led by <@UASSISTANT>.',
    );
    expect(await stored('UPRESALES2')).toEqual([['presales', 'aftersales'], 'UASSISTANT']);
    expect(await texts('presales2')).toEqual([
      ':busts_in_silhouette: <@UDEPUTY> gave you a post: *after-sales service*.\nYou are led by <@UASSISTANT>.',
    ]);
    expect(await as('deputy').does('/post @presales2 end aftersales')).toBe(
      ':white_check_mark: <@UPRESALES2> is no longer after-sales service and has been told. Remaining posts: pre-sales service.',
    );
    expect((await texts('presales2')).at(-1)).toBe(
      '<@UDEPUTY> took back your post: *after-sales service*.\nYou now hold: pre-sales service.',
    );
  });

  it('leaves the leader where two could be, and does not move anybody for a further post', async () => {
    expect(await as('manager').does('/post @keeper1 logistics')).toContain('上级是 <@UMANAGER>。');
    expect(await stored('UKEEPER1')).toEqual([['logistics', 'keeper'], 'UMANAGER']);
    expect(await as('president').does('/post @clerk1 end clerk')).toContain('不再是部门成员');
    // Two supervisors by now: who leads is for the giver to say.
    expect(await as('manager').does('/post @clerk1 presales')).toBe(
      ':white_check_mark: <@UCLERK1> 现在是售前客服，已通知本人。还没有上级；请指定，例如 `/post @keeper1 归 @assistant`。',
    );
    expect(await texts('clerk1')).toEqual([
      '<@UPRESIDENT> 收回了你的岗位：*兼职文书*。\n你现在没有岗位，有疑问请找部门经理。',
      ':busts_in_silhouette: <@UMANAGER> 安排你担任：*售前客服*。\n从现在起可以使用全部命令：`/help` 看有哪些，`/me` 看自己的记录。',
    ]);
  });

  it('is in force at once, and what waits comes to whoever may decide it', async () => {
    await as('presales3').command('/leave 2026-12-10 2026-12-10 annual family');
    expect(await as('operations1').command('/approvals')).toBe('没有等你审批的事项。');
    await as('manager').does('/post @operations1 assistant');
    expect(await as('operations1').command('/approvals')).toContain('<@UPRESALES3>');
    await as('operations1').press('approval.approve');
    expect((await texts('presales3')).at(-1)).toContain('<@UOPERATIONS1>');
  });

  it('by two leaders at the same time happens once', async () => {
    const members = await allMembers(read());
    const [one, other, to] = ['UPRESIDENT', 'UMANAGER', 'ULOGISTICS1'].map(id => members.get(id));
    if (!one || !other || !to) throw new Error('the seed has changed');
    const answers = await Promise.all([one, other].map(giver => giveTo(office(), giver, to, 'clerk', null)));
    expect(answers.map(answer => ('code' in answer ? answer.code : 'given')).sort()).toEqual([
      'given',
      'post.alreadyHeld',
    ]);
    expect(await read().post.count({ where: { memberId: 'ULOGISTICS1', post: 'clerk' } })).toBe(1);
    expect(await givePost(read(), 'ULOGISTICS1', 'clerk', 'UMANAGER', office().clock.now())).toBeNull();
  });

  it('by somebody whose own post was taken back a moment ago is refused', async () => {
    const deputy = await memberOf(read(), 'UDEPUTY');
    const to = await memberOf(read(), 'UAFTERSALES1');
    if (deputy === null || to === null) throw new Error('the seed has changed');
    await as('manager').does('/post @deputy end deputy');
    // The door had let the deputy in before that.
    expect(await giveTo(office(), deputy, to, 'clerk', null)).toEqual({
      code: 'member.notAllowed',
      params: { needs: ['president', 'manager', 'deputy'] },
    });
    await as('manager').does('/post @deputy deputy');
  });
});

describe('taking back', () => {
  it('from a leader hands on whom they led, and tells them', async () => {
    expect(await as('manager').does('/post @supervisor end 主管')).toBe(
      [
        ':white_check_mark: 已收回 <@USUPERVISOR> 的岗位“主管”，已通知本人。现在没有岗位，不再是部门成员。',
        '<@UAFTERSALES1>、<@ULOGISTICS1>、<@UPRESALES3>、<@UPRESALES4> 改归 <@UPRESALES1>。',
      ].join('\n'),
    );
    expect(await stored('USUPERVISOR')).toEqual([[], null]);
    expect(await stored('UPRESALES4')).toEqual([['presales'], 'UPRESALES1']);
    expect((await texts('presales4')).at(-1)).toBe('你的上级现在是 <@UPRESALES1>（由 <@UMANAGER> 调整）。');
    expect(await as('supervisor').command('/approvals')).toBe(
      '你还没有岗位，所以不能这样用。请部门经理或副经理给你安排一个，例如 `/post @supervisor 售前客服`，之后马上可用。',
    );
  });

  it('takes the buttons from who may no longer decide', async () => {
    await as('presales4').command('/leave 2026-12-11 2026-12-11 annual family');
    const carries = async () => JSON.stringify((await as('operations1').last()).blocks).includes('approval.approve');
    expect(await carries()).toBe(true);
    await as('manager').does('/post @operations1 end assistant');
    const cards = (await as('operations1').messages()).filter(({ text }) => text.includes('<@UPRESALES4>'));
    expect(JSON.stringify(cards)).not.toContain('approval.approve');
  });

  it('of one’s own lower post is open to everybody, without a message to oneself', async () => {
    const before = (await texts('presales1')).length;
    expect(await as('presales1').does('/post @presales1 end presales')).toBe(
      ':white_check_mark: 你已不再是售前客服。现有岗位：主管。',
    );
    expect((await texts('presales1')).length).toBe(before);
    expect(await as('presales1').does('/post @presales1 end supervisor')).toBe(
      '主管是你最高的岗位，不能自己放弃，请由你的上级收回。',
    );
  });

  it('from somebody deactivated works and tells nobody', async () => {
    await someone('leaver');
    await as('manager').does('/post @leaver keeper');
    await someone('leaver', { deactivated: true });
    expect(await as('manager').does('/post list')).toContain(
      ':warning: 账号已停用但还有岗位，请用 `/post @名字 收回 岗位` 收回：<@ULEAVER>',
    );
    expect(await as('manager').does('/post @leaver clerk')).toBe('<@ULEAVER> 的账号已停用，请换一位同事。');
    expect(await as('manager').does('/post @leaver end keeper')).toBe(
      ':white_check_mark: 已收回 <@ULEAVER> 的岗位“库房管理员”。现在没有岗位，不再是部门成员。',
    );
    expect(await read().outbox.count({ where: { recipient: 'ULEAVER', notice: 'member.postEnded' } })).toBe(0);
  });
});

describe('who leads whom', () => {
  it('can be changed by itself', async () => {
    expect(await as('manager').does('/post @presales4 归 @deputy')).toBe(
      ':white_check_mark: <@UPRESALES4> 现在归 <@UDEPUTY>，已通知本人。',
    );
    expect((await texts('presales4')).at(-1)).toBe('你的上级现在是 <@UDEPUTY>（由 <@UMANAGER> 调整）。');
    expect(await as('deputy').does('/post @presales4 led by @presales1')).toBe(
      ':white_check_mark: <@UPRESALES4> is led by <@UPRESALES1> now and has been told.',
    );
    expect(await as('deputy').does('/post @presales4 led by @presales1')).toBe(
      '<@UPRESALES4> is led by <@UPRESALES1> already.',
    );
  });
});

describe('refusals', () => {
  const needs = '这件事只有总裁、部门经理、副经理可以做，你没有这个岗位。有需要请联系他们。';
  it.each([
    [
      'manager',
      '/post @nobody presales',
      '没有找到“@nobody”这个人。请用 @ 写出同事的名字，例如 `/post @keeper1 售后客服 @presales1`。',
    ],
    [
      'manager',
      '/post <!channel> presales',
      '没有找到“&lt;!channel&gt;”这个人。请用 @ 写出同事的名字，例如 `/post @keeper1 售后客服 @presales1`。',
    ],
    [
      'manager',
      '/post @presales3 presales @nobody',
      '没有找到“@nobody”这个人。请用 @ 写出同事的名字，例如 `/post @keeper1 售后客服 @presales1`。',
    ],
    [
      'manager',
      '/post @presales3 @deputy',
      '没有看懂。请写人和岗位，例如 `/post @keeper1 售前客服`；直接输入 `/post` 查看你可以用的写法。',
    ],
    [
      'manager',
      '/post @presales3 presales',
      '<@UPRESALES3> 已经是售前客服了。只换上级请写，例如 `/post @keeper1 归 @assistant`。',
    ],
    [
      'manager',
      '/post @presales3 end clerk',
      '<@UPRESALES3> 现在不是兼职文书，没有可以收回的。谁有什么岗位见 `/post 列表`。',
    ],
    ['manager', '/post @manager clerk', '不能给自己安排岗位，请由你的上级来做。'],
    ['manager', '/post @manager president', '不能给自己安排岗位，请由你的上级来做。'],
    ['manager', '/post @deputy manager', '部门经理不低于你自己的岗位，要由更上一级来安排或收回。'],
    ['manager', '/post @president end president', '总裁不低于你自己的岗位，要由更上一级来安排或收回。'],
    ['manager', '/post @president clerk', '<@UPRESIDENT> 的岗位不低于你，要由更上一级来改动。'],
    [
      'manager',
      '/post @presales3 clerk @keeper1',
      '<@UKEEPER1> 不能当上级：上级要是总裁、部门经理、副经理、经理助理、主管。',
    ],
    ['presales1', '/post @presales3 clerk', needs],
    ['presales3', '/post @presales4 end presales', needs],
    ['presales3', '/post @presales3 manager', needs],
    [
      'deputy',
      '/post @presales1 clerk',
      '<@UPRESALES1> does not stand below you, so this is for somebody above you both.',
    ],
    [
      'deputy',
      '/post @presales4 supervisor',
      'The post of supervisor is not below your own, so somebody above you gives it and takes it back.',
    ],
    ['deputy', '/post @deputy supervisor', 'You cannot give yourself a post; ask somebody above you.'],
    [
      'deputy',
      '/post @presales4 boss',
      `There is no post “boss”. The posts are ${POSTS.join(', ')}, for example \`/post @keeper1 presales\`.`,
    ],
    [
      'presales2',
      '/post @presales1 clerk',
      'Only the president, department manager or deputy manager can do this, and you do not hold that post. Please ask one of them.',
    ],
  ])('%s: %s', async (user, line, expected) => {
    expect(await as(user).command(line)).toBe(expected);
  });

  it('of a circle: nobody leads those above them', async () => {
    // presales1 is a supervisor led by the manager, as the deputy is.
    expect(await as('president').does('/post @deputy led by @presales1')).toContain('现在归 <@UPRESALES1>');
    expect(await as('manager').does('/post @presales1 led by @deputy')).toBe(
      '<@UDEPUTY> 在 <@UPRESALES1> 之下，不能当其上级，请换一位。',
    );
    expect(await as('president').does('/post @manager led by @manager')).toBe('一个人不能当自己的上级，请换一位。');
  });

  it.each([
    ['guest1', '<@UGUEST1> 是访客或外部人员，这个机器人只为本部门的同事服务。'],
    ['other1', '<@UOTHER1> 是访客或外部人员，这个机器人只为本部门的同事服务。'],
    ['robot1', '<@UROBOT1> 是机器人，部门的事只由人来办，请换一位同事。'],
    ['left1', '<@ULEFT1> 的账号已停用，请换一位同事。'],
  ])('of %s, who cannot belong to the department', async (handle, expected) => {
    expect(await as('manager').does(`/post @${handle} presales`)).toBe(expected);
    expect(await as('manager').does(`/post @presales3 led by @${handle}`)).toBe(expected);
  });
});

describe('who may not use the bot', () => {
  it.each([
    [{ deactivated: true } as const, '账号已停用'],
    [{ bot: true } as const, '是机器人'],
    [{ guest: true } as const, '是访客或外部人员'],
    [{ external: true } as const, '是访客或外部人员'],
  ])('%j', async (more, expected) => {
    await someone('presales4', more);
    for (const line of ['/post list', '/me', '/leave list', '/calendar']) {
      expect(await as('presales4').command(line)).toContain(expected);
    }
    await someone('presales4');
  });
});
