/** What is written to the bot and edited afterwards: done once, and read again only where nothing came of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT, type Department, openDepartment } from '../support/department.ts';

const told = '办过的消息再改，我不会重读。要改什么，请另发一条消息。';
const noDay = (day: string) => expect.stringMatching(`^“${day}”不是可以用的日期`);
const submitted = (number: number, day: string) =>
  `:white_check_mark: 已提交第 ${number} 号申请：年假 · ${day} · 1 天。`;

describe.each(['socket', 'http'] as const)('over %s', transport => {
  let department: Department;
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T20:00', transport }); // a Tuesday
  });
  afterAll(() => department.close());

  /** Nobody waits for the answer to an event, which comes when it comes: until the bot is done with as many. */
  async function heard(act: () => Promise<Record<string, unknown>>, events = 1): Promise<string> {
    const done = () => department.log.filter(({ event, what }) => event === 'door.answered' && what === 'event').length;
    const before = done();
    const { ts } = await act();
    await expect.poll(done, { timeout: 30_000 }).toBeGreaterThanOrEqual(before + events);
    await department.application.settled();
    return String(ts);
  }
  async function write(user: string, channel: string, text: string, events = 1): Promise<string> {
    return heard(() => department.call('/human/message', { user, channel, text }), events);
  }
  async function edit(user: string, channel: string, ts: string, text: string, events = 1): Promise<void> {
    await heard(() => department.call('/human/edit', { user, channel, ts, text }), events);
  }
  /** The first line of each answer that person alone was given there. */
  const answersNow = async (user: string, channel: string) =>
    (await department.as(user).messages(channel))
      .filter(({ ephemeral }) => ephemeral === true)
      .map(({ text }) => text.split('\n')[0]);
  const answers = (user: string, channel: string) => expect.poll(() => answersNow(user, channel), { timeout: 30_000 });
  const requests = async (memberId: string) =>
    (await department.application.office.database.read.leave.findMany({ where: { memberId } })).length;
  const idOf = async (handle: string) => {
    const { people } = (await department.call('/human/people')) as { people: { id: string; name: string }[] };
    return people.find(({ name }) => name === handle)?.id ?? '';
  };

  describe.each([
    ['a mention', 'department', `@${BOT} `, 'presales1', 1],
    ['a direct message', BOT, '', 'presales2', 3],
  ] as const)('%s', (_, channel, called, user, first) => {
    it('that was done is not done again, and its writer is told once that this does nothing', async () => {
      const ts = await write(user, channel, `${called}请假 2026-12-07 年假 探亲`);
      const done = submitted(first, '2026-12-07(周一)');
      await answers(user, channel).toEqual([done]);
      await edit(user, channel, ts, `${called} 请假 2026-12-07 年假 探亲 `);
      await answers(user, channel).toEqual([done]);
      for (const day of ['2026-12-08', '2026-12-09', '2026-12-07'])
        await edit(user, channel, ts, `${called}请假 ${day} 年假 探亲`);
      await answers(user, channel).toEqual([done, told]);
      expect(await requests(await idOf(user))).toBe(1);
      await answers('manager', channel).toEqual([]);
    });

    it('that was refused is read again once its typo is put right, and from then on no more', async () => {
      const before = [submitted(first, '2026-12-07(周一)'), told];
      const ts = await write(user, channel, `${called}请假 2026-13-10 年假 探亲`);
      await answers(user, channel).toEqual([...before, noDay('2026-13-10')]);
      await edit(user, channel, ts, `${called}请假 2026-12-10 年假 探亲`);
      const done = submitted(first + 1, '2026-12-10(周四)');
      await answers(user, channel).toEqual([...before, noDay('2026-13-10'), done]);
      await edit(user, channel, ts, `${called}请假 2026-12-11 年假 探亲`);
      await answers(user, channel).toEqual([...before, noDay('2026-13-10'), done, told]);
      expect(await requests(await idOf(user))).toBe(2);
    });
  });

  it('a message that names the bot only by its edit is read then', async () => {
    const ts = await write('presales3', 'department', '请假 2026-12-07 年假 探亲', 0);
    await edit('presales3', 'department', ts, `@${BOT} 请假 2026-12-07 年假 探亲`);
    await answers('presales3', 'department').toEqual([submitted(5, '2026-12-07(周一)')]);
  });

  it('a question that waits for its confirmation is not asked again', async () => {
    const ts = await write('supervisor', 'department', `@${BOT} 违规 @presales4 1.9 天猫 客户投诉`);
    const asked = '*请确认*，确认后就照此办理：';
    await answers('supervisor', 'department').toEqual([asked]);
    await edit('supervisor', 'department', ts, `@${BOT} 违规 @presales3 1.9 天猫 客户投诉`);
    await answers('supervisor', 'department').toEqual([asked, told]);
  });

  it('an event that comes twice is answered once, the edit as well', async () => {
    await department.call('/human/fault', { kind: 'redeliver', method: 'app_mention', count: 2 });
    const ts = await write('presales4', 'department', `@${BOT} 请假 2026-13-07 年假 探亲`, 2);
    await edit('presales4', 'department', ts, `@${BOT} 请假 2026-12-07 年假 探亲`);
    await answers('presales4', 'department').toEqual([noDay('2026-13-07'), submitted(6, '2026-12-07(周一)')]);
    expect(await requests(await idOf('presales4'))).toBe(1);
  });

  it('an edit an hour later does nothing, whatever came of the message', async () => {
    const ts = await write('presales4', BOT, '请假 2026-13-14 年假 探亲');
    await department.travel('21:30');
    await edit('presales4', BOT, ts, '请假 2026-12-14 年假 探亲');
    await edit('presales4', BOT, ts, '请假 2026-12-15 年假 探亲');
    await answers('presales4', BOT).toEqual([noDay('2026-13-14'), told]);
    expect(await requests(await idOf('presales4'))).toBe(1);
  });
});
