/** What changes in a team under a running bot: channels renamed, archived, closed, people renamed or gone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { livedBefore } from '../support/cameBefore.ts';
import { BOT, type Department, openDepartment } from '../support/department.ts';
import { shown } from '../support/shown.ts';

let department: Department;
let folder: string | null = null;
afterEach(async () => {
  await department.close();
  if (folder !== null) await rm(folder, { recursive: true, force: true });
  folder = null;
});

type Options = Parameters<typeof openDepartment>[0];

async function open(at: string, more: Partial<Options> = {}): Promise<void> {
  department = await openDepartment({ at, ...more });
  await livedBefore(department.application.office);
}
/** One whose data and whose Slack are still there after a restart. */
async function openLasting(at: string): Promise<Partial<Options>> {
  folder = await mkdtemp(join(tmpdir(), 'tiaoli-team-'));
  const lasting: Partial<Options> = {
    database: { kind: 'folder', path: folder },
    environment: { DATA_DIR: folder },
    remembers: true,
  };
  await open(at, lasting);
  return lasting;
}
async function human(call: string, fields: Record<string, unknown>): Promise<void> {
  await department.call(`/human/${call}`, { user: 'manager', ...fields });
  await department.application.settled();
}
const seen = async (user: string, channel?: string) => (await department.as(user).messages(channel)).map(shown);
const troubles = async () => (await seen('manager', 'leaders')).filter(text => text.startsWith(':warning:'));
const locks = async (user: string) => (await seen(user)).filter(text => text.startsWith(':lock:'));
const sheets = async (channel: string) =>
  (await department.as('manager').messages(channel)).filter(({ text }) => text.startsWith('早会签到'));
const dead = async () => {
  const rows = await department.application.office.database.read.outbox.findMany({ where: { state: 'dead' } });
  return rows.map(({ recipient, error }) => `${recipient} ${error}`);
};
const unarchive =
  '请取消归档，并在频道里输入 `/invite @tiaoli`；或请管理员把对应的 `CHANNEL_…` 设置改成另一个频道并重启。';
const undelivered = (why: string, recipients: string, remedy: string) =>
  [
    ':warning: *有消息没有送到*',
    why,
    `• ${recipients}`,
    `*${remedy}*`,
    '处理好以后，管理员可以用 `npm run outbox -- retry all` 重新发送。',
  ].join('\n');
const noLeaders = (why: string, remedy: string) =>
  [
    ':lock: *我不再往管理层频道发消息*',
    why,
    `*${remedy}*`,
    '处理好以后，管理员可以用 `npm run outbox -- retry all` 重新发送。',
  ].join('\n');

describe('#department is archived', () => {
  it('told once and for one cause; from when it is opened again, messages go out', async () => {
    await open('2026-12-01T07:40');
    await human('archive', { channel: 'department' });
    await department.travel('08:11');
    const lost = (await dead()).filter(line => line.startsWith('#department'));
    expect(lost.length).toBeGreaterThan(1);
    expect(new Set(lost)).toEqual(new Set(['#department is_archived']));
    expect(await troubles()).toEqual([undelivered('这个频道已经归档。', `#department：${lost.length} 条`, unarchive)]);
    await human('archive', { channel: 'department', archived: false });
    // Slack leaves the app outside of a public channel that is opened again.
    await human('invite', { channel: 'department', who: BOT });
    const before = (await seen('manager', 'department')).length;
    await department.travel('18:30');
    expect((await seen('manager', 'department')).length).toBeGreaterThan(before);
    expect(await dead()).toEqual(lost);
    expect(await troubles()).toHaveLength(1);
  });
});

describe('#leaders', () => {
  it('that is archived is told to whoever leads, once, and again only after it was open in between', async () => {
    await open('2026-12-01T08:25');
    const why = noLeaders(
      '#leaders 已经归档。',
      '请取消归档，或者请管理员把 `CHANNEL_LEADERS` 设成另一个私密频道的 ID 并重启。',
    );
    await human('archive', { channel: 'leaders' });
    await department.travel('18:30');
    await department.travel('2026-12-02T12:00');
    for (const who of ['president', 'manager']) expect(await locks(who)).toEqual([why]);
    for (const who of ['deputy', 'supervisor', 'presales1']) expect(await locks(who)).toEqual([]);
    expect(new Set(await dead())).toEqual(new Set(['#leaders is_archived']));
    await human('archive', { channel: 'leaders', archived: false });
    const before = (await seen('manager', 'leaders')).length;
    await department.travel('2026-12-02T23:00');
    expect((await seen('manager', 'leaders')).length).toBeGreaterThan(before);
    await human('archive', { channel: 'leaders' });
    await department.travel('2026-12-03T23:00');
    for (const who of ['president', 'manager']) expect(await locks(who)).toEqual([why, why]);
  });

  it('that the app was taken out of is told to whoever leads, and is written to once it is back', async () => {
    await open('2026-12-01T08:25');
    await human('remove', { channel: 'leaders', who: BOT });
    await department.travel('18:30');
    const why = noLeaders(
      '我看不到 #leaders：它不存在，或者我不在里面。',
      '频道还在的话，请在里面输入 `/invite @tiaoli`；换了频道的话，请管理员把 `CHANNEL_LEADERS` 设成新频道的 ID 并重启。',
    );
    for (const who of ['president', 'manager']) expect(await locks(who)).toEqual([why]);
    await human('invite', { channel: 'leaders', who: BOT });
    const before = (await seen('manager', 'leaders')).length;
    await department.travel('2026-12-02T23:00');
    expect((await seen('manager', 'leaders')).length).toBeGreaterThan(before);
    for (const who of ['president', 'manager']) expect(await locks(who)).toEqual([why]);
  });
});

describe('a channel renamed', () => {
  it('is the same one, while the bot runs and after a restart, and nobody is bothered', async () => {
    const lasting = await openLasting('2026-12-01T07:45');
    await department.travel('12:40');
    for (const channel of ['department', 'leaders'])
      await human('rename-channel', { channel, name: `${channel}-2026` });
    await department.travel('18:30');
    const [teamBefore, leadersBefore] = [
      await seen('manager', 'department-2026'),
      await seen('manager', 'leaders-2026'),
    ];
    expect(await dead()).toEqual([]);
    await department.close();
    department = await openDepartment({ at: '2026-12-02T07:45', ...lasting });
    await department.travel('18:30');
    expect(await dead()).toEqual([]);
    expect((await seen('manager', 'department-2026')).length).toBeGreaterThan(teamBefore.length);
    expect((await seen('manager', 'leaders-2026')).length).toBeGreaterThan(leadersBefore.length);
    for (const who of ['president', 'manager']) expect(await locks(who)).toEqual([]);
    expect(await sheets('department-2026')).toHaveLength(2);
  });

  it('whose name another takes is left at the next start, as the name is what was set', async () => {
    const lasting = await openLasting('2026-12-01T07:45');
    await department.travel('08:11');
    await human('rename-channel', { channel: 'department', name: 'department-2025' });
    await human('rename-channel', { channel: 'notices', name: 'department' });
    await department.travel('18:30');
    expect(await sheets('department-2025')).toHaveLength(1);
    expect(await sheets('department')).toEqual([]);
    await department.close();
    department = await openDepartment({ at: '2026-12-02T07:45', ...lasting });
    await department.travel('08:11');
    expect(await sheets('department-2025')).toHaveLength(1);
    expect(await sheets('department')).toHaveLength(1);
    expect([await dead(), await troubles()]).toEqual([[], []]);
  });

  it('is the same one where it is set by its id, and so it is told when it is archived', async () => {
    const lasting = await openLasting('2026-12-01T07:30');
    const { channel } = await department.call('/human/channel?user=manager&channel=department');
    const { id } = channel as { id: string };
    await department.close();
    const environment = { ...lasting.environment, CHANNEL_DEPARTMENT: id };
    department = await openDepartment({ at: '2026-12-01T07:45', ...lasting, environment });
    await human('rename-channel', { channel: 'department', name: 'colleagues' });
    await department.travel('08:11');
    expect(await sheets('colleagues')).toHaveLength(1);
    await human('archive', { channel: 'colleagues' });
    await department.travel('18:30');
    const lost = await dead();
    expect(lost.length).toBeGreaterThan(0);
    expect(await troubles()).toEqual([undelivered('这个频道已经归档。', `<#${id}>：${lost.length} 条`, unarchive)]);
  });
});

describe('#department', () => {
  it('that the app was taken out of is told once, and is written to once it is back', async () => {
    await open('2026-12-01T07:45');
    await human('remove', { channel: 'department', who: BOT });
    await department.travel('08:05');
    const lost = await dead();
    expect(new Set(lost)).toEqual(new Set(['#department not_in_channel']));
    expect(await troubles()).toEqual([
      undelivered('我不在这个频道里。', `#department：${lost.length} 条`, '请在该频道输入 `/invite @tiaoli` 邀请我。'),
    ]);
    await human('invite', { channel: 'department', who: BOT });
    await department.travel('08:10');
    expect((await department.as('manager').last('department')).text).toMatch(/^早会签到 .*缺席 13/);
    expect(await dead()).toEqual(lost);
  });

  it('that was made private is written to as before, and after a restart', async () => {
    const lasting = await openLasting('2026-12-01T07:45');
    await department.travel('08:11');
    await human('make-private', { channel: 'department' });
    await department.travel('18:30');
    await department.close();
    department = await openDepartment({ at: '2026-12-02T07:45', ...lasting });
    await department.travel('18:30');
    expect(await dead()).toEqual([]);
    expect(await sheets('department')).toHaveLength(2);
  });

  it('that was made private without the app is told by the invitation it needs', async () => {
    await open('2026-12-01T07:45');
    await human('remove', { channel: 'department', who: BOT });
    await human('make-private', { channel: 'department' });
    await department.travel('08:11');
    expect(new Set((await dead()).map(line => line.split(':')[0]))).toEqual(new Set(['#department channel_not_found']));
    expect((await troubles()).map(text => text.split('\n')[1])).toEqual([
      '我看不到这个频道：它不存在、改了名，或者是没有邀请我的私密频道。',
    ]);
  });
});

describe('a person', () => {
  it('renamed is called by the new name, and by the new handle in a line', async () => {
    await open('2026-12-01T07:45');
    await human('rename-person', { who: 'presales1', real_name: '欧阳晓', display_name: '欧阳晓', name: 'ouyang' });
    await department.as('ouyang').command('/leave 2026-12-07 annual 探亲');
    expect(await department.as('manager').command('/approvals')).toContain('UPRESALES1');
    const who = await department.application.office.database.read.member.findUnique({ where: { id: 'UPRESALES1' } });
    expect([who?.name, who?.handle]).toEqual(['欧阳晓', 'ouyang']);
    expect(await department.as('manager').command('/post @ouyang')).not.toContain('没有找到');
  });

  it('deactivated while a request waits for them leaves it to those who are there', async () => {
    await open('2026-12-01T09:00');
    await department.as('presales1').command('/leave 2026-12-07 annual 探亲');
    await department.call('/human/deactivate', { user: 'deputy' });
    await department.application.settled();
    await department.as('manager').press('approval.approve');
    expect(await department.as('presales1').command('/leave list')).toContain('*已批准*');
    await department.travel('18:30');
    expect([await dead(), await troubles()]).toEqual([[], []]);
  });

  it('deactivated as the last who could decide passes the request to the next above', async () => {
    await open('2026-12-01T09:00');
    expect(await department.as('manager').command('/leave 2026-12-07 annual 探亲')).toContain(
      '等待 <@UASSISTANT>、<@UDEPUTY> 中任意一位审批',
    );
    for (const user of ['deputy', 'assistant']) await human('deactivate', { user });
    expect(await seen('president')).toEqual([
      [
        '<@UMANAGER> 的请假申请（2026-12-01 09:00 提交）',
        '*年假 · 2026-12-07(周一) · 1 天*',
        '事由：探亲',
        '今年已批准的请假：0 天',
        '下级没有人处理，已转上一级',
        '[批准] [驳回]',
      ].join('\n'),
    ]);
    await department.as('president').press('approval.approve');
    expect(await department.as('manager').command('/leave list')).toContain('*已批准*');
    expect(await dead()).toEqual([]);
  });

  it('deactivated while their own request waits leaves nothing to decide', async () => {
    await open('2026-12-01T09:00');
    await department.as('presales1').command('/leave 2026-12-07 annual 探亲');
    expect(await department.as('manager').command('/approvals')).toContain('<@UPRESALES1>');
    await human('deactivate', { user: 'presales1' });
    expect(await department.as('manager').command('/approvals')).toBe('没有等你审批的事项。');
    expect(JSON.stringify((await department.as('manager').last()).blocks)).not.toContain('approval.approve');
    expect(await dead()).toEqual([]);
  });
});
