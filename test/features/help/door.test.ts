import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { saveIdentity } from '../../../src/member/store.ts';
import { type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' });
  await as('presales2').locale('en-US');
  for (const user of ['presales3', 'clerk1']) await as('manager').does(`/post @${user} end ${user.slice(0, -1)}`);
  await as('clerk1').locale('en-US');
  const { database, wallClock } = department.application.office;
  const plain = { deactivated: false, bot: false, external: false, zone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
  const guest = { ...plain, id: 'UPRESALES4', name: 'presales4', handle: 'presales4', guest: true };
  await saveIdentity(database.read, guest, wallClock.now());
});
afterAll(() => department.close());

const as = (user: string) => department.as(user);

async function shown(user: string): Promise<string> {
  return JSON.stringify((await as(user).last('department')).blocks);
}

describe('/help', () => {
  it.each([
    ['presales1', '全部命令', '/leave — 请假：提交、查看、取消'],
    ['presales2', 'All commands', '/leave — Leave: ask, list, cancel'],
  ])('lists every command in the language of %s', async (user, title, leave) => {
    const lines = (await as(user).command('/help')).split('\n');
    expect(lines[0]).toBe(title);
    expect(lines).toContain(leave);
    expect(lines.slice(1).map(line => line.split(' ')[0])).toEqual(commands.map(({ name }) => name));
    for (const { name } of commands) expect(await shown(user)).toContain(`*${name}*`);
  });

  it.each(['/help leave', '/help /leave', '/help LEAVE', '/help ／leave'])('%s shows one in full', async line => {
    const answer = await as('presales1').command(line);
    expect(answer).toContain('*/leave* — 请假：提交、查看、取消');
    expect(answer).toContain('`/leave 列表`');
    expect(answer).not.toContain('/trip');
  });

  it.each([
    ['presales1', '/help 出差', '*/trip*'],
    ['presales1', '/help 请假', '*/leave*'],
    ['presales2', '/help business trip', '*/trip*'],
    ['presales2', '/help Posts', '*/post*'],
  ])('%s: %s is found by what it is for', async (user, line, command) => {
    expect((await as(user).command(line)).startsWith(command)).toBe(true);
  });

  it('refuses what is no command, with the list', async () => {
    const names = commands.map(({ name }) => name);
    expect(await as('presales1').command('/help <!channel> 加薪')).toBe(
      `没有“&lt;!channel&gt; 加薪”这个命令。现有：${names.join('、')}。例如 \`/help 请假\`。`,
    );
    expect(await as('presales2').command('/help raise')).toBe(
      `There is no command “raise”. There are ${names.join(', ')}. For example \`/help leave\`.`,
    );
  });

  it.each([
    ['presales3', ':wave: 你还没有岗位', '/post @presales3 售前客服'],
    ['clerk1', ':wave: You hold no post yet', '/post @clerk1 presales'],
  ])('tells %s, who has no post, first how to get one', async (user, beginning, how) => {
    const answer = await as(user).command('/help');
    expect(answer.startsWith(beginning)).toBe(true);
    expect(answer.split('\n')[0]).toContain(how);
    expect(answer).toContain('/violation — ');
  });

  it('is open to a guest too, who may do nothing else', async () => {
    expect(await as('presales4').command('/help')).toContain('/leave — 请假：提交、查看、取消');
    expect(await as('presales4').command('/leave list')).toBe(
      '<@UPRESALES4> 是访客或外部人员，这个机器人只为本部门的同事服务。',
    );
  });
});

it('a command nobody declared points to it', async () => {
  expect(await as('presales1').command('/help ')).toContain('全部命令');
});
