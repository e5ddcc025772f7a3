import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment, type Person, type SeenView } from '../../support/department.ts';

let department: Department;
let staff: Person;
let other: Person;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-04T10:00', transport: 'http' }); // a Friday
  staff = department.as('presales1');
  other = department.as('presales2');
  await other.locale('en-US');
});
afterAll(() => department.close());

async function form(person: Person): Promise<SeenView> {
  const view = await person.view();
  if (view === null) throw new Error('no form is open');
  return view;
}

/** What the form says would become of the request. */
async function preview(person: Person): Promise<string> {
  const block = (await form(person)).blocks.find(({ block_id }) => block_id === 'leave.preview');
  return (block as { text?: { text: string } } | undefined)?.text?.text ?? '';
}

async function choose(person: Person, actionId: string, selected: unknown): Promise<string> {
  await person.press(actionId, { view: (await form(person)).id, selected });
  return preview(person);
}

const inputs = async (person: Person) =>
  (await form(person)).blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);

const decides = '提交后由 <@UASSISTANT>、<@UDEPUTY>、<@UMANAGER> 中任意一位审批。';

describe('the form of /leave', () => {
  it('opens on the first day that can be asked for, a whole day of annual leave, with what would become of it', async () => {
    expect(await staff.command('/leave')).toBe('');
    const view = await form(staff);
    expect(view.title.text).toBe('请假');
    expect(await inputs(staff)).toEqual([
      'leave.kind',
      'leave.from',
      'leave.fromHalf',
      'leave.to',
      'leave.toHalf',
      'leave.reason',
    ]);
    expect(valuesIn(view)).toEqual({
      'leave.kind': 'annual',
      'leave.from': '2026-12-07',
      'leave.fromHalf': 'am',
      'leave.to': null,
      'leave.toHalf': 'pm',
      'leave.reason': null,
    });
    expect(await preview(staff)).toBe(`:spiral_calendar_pad: 共 *1 天*。${decides}`);
  });

  it('says anew what would become of it whenever something is chosen', async () => {
    expect(await choose(staff, 'leave.to', '2026-12-11')).toBe(
      ':warning: 年假 5 天至少要提前 5 个工作日申请，现在只提前了 1 个工作日，最早可从 2026-12-11 开始。',
    );
    expect(await choose(staff, 'leave.toHalf', 'am')).toContain('年假 4.5 天');
    expect(await choose(staff, 'leave.to', '2026-12-08')).toBe(`:spiral_calendar_pad: 共 *1.5 天*。${decides}`);
    expect(await choose(staff, 'leave.fromHalf', 'pm')).toBe(`:spiral_calendar_pad: 共 *1 天*。${decides}`);
    expect(await choose(staff, 'leave.to', '2026-12-05')).toBe(
      ':warning: 结束（2026-12-05 上午）早于开始（2026-12-07 下午），请把结束改到 2026-12-07 或之后。',
    );
  });

  it('asks about an emergency only where there can be one', async () => {
    await choose(staff, 'leave.kind', 'sick');
    expect(await inputs(staff)).toContain('leave.emergency');
    await choose(staff, 'leave.to', '2026-12-04');
    await choose(staff, 'leave.from', '2026-12-04');
    expect(await choose(staff, 'leave.toHalf', 'pm')).toBe(
      ':warning: 病假 0.5 天至少要提前 1 个工作日申请，现在只提前了 0 个工作日，最早可从 2026-12-07 开始。突发疾病或突发事件可按“紧急”申请，例如 `/leave 2026-12-07 病假 紧急 发烧`。',
    );
    expect(await choose(staff, 'leave.emergency', ['yes'])).toBe(`:spiral_calendar_pad: 共 *0.5 天*。${decides}`);
    await choose(staff, 'leave.kind', 'marriage');
    expect(await inputs(staff)).not.toContain('leave.emergency');
    expect(await preview(staff)).toContain('婚假 0.5 天至少要提前 1 个工作日申请');
    await staff.close();
  });

  it('keeps what was typed when it refuses, at the input that is wrong, in words without code or ids', async () => {
    await other.command('/leave 2026-12-09 sick');
    await other.command('/leave');
    const typed = { 'leave.reason': 'moving house <!channel>', 'leave.from': '2026-12-09', 'leave.to': '2026-12-09' };
    expect((await other.submit(typed)).errors).toEqual({
      'leave.from':
        'This overlaps with your number 1, sick leave (2026-12-09, waiting for approval). Choose other days, or /leave cancel 1 first.',
    });
    expect((await other.submit({ 'leave.from': '2026-12-10' })).errors).toEqual({
      'leave.to':
        'The end (2026-12-09 afternoon) comes before the start (2026-12-10 morning). Choose an end on 2026-12-10 or later.',
    });
    expect((await other.submit({ 'leave.reason': '   ', 'leave.to': '2026-12-10' })).errors).toEqual({
      'leave.reason':
        'Please give a reason for the annual leave, for example /leave 2026-12-14 2026-12-15 annual family.',
    });
    expect(valuesIn(await form(other))).toMatchObject({ 'leave.from': '2026-12-10', 'leave.reason': '   ' });
  });

  it('says in its place what was sent, and sends it once', async () => {
    const sent = await other.submit({ 'leave.reason': 'moving house <!channel>' });
    expect(sent.ok).toBe(true);
    expect((await form(other)).blocks).toMatchObject([
      {
        type: 'section',
        text: {
          text: ':white_check_mark: Request number 2 is sent: Annual leave · 2026-12-10 (Thu) · 1 day.\nAny one of <@UASSISTANT>, <@UDEPUTY>, <@UMANAGER> decides, and you will get a direct message.',
        },
      },
    ]);
    await other.close();
    const card = await department.as('manager').last();
    expect(card.text).toBe('<@UPRESALES2> 的请假申请（2026-12-04 10:00 提交）：年假 · 2026-12-10(周四) · 1 天');
    expect(JSON.stringify(card.blocks)).toContain('事由：moving house &lt;!channel&gt;');
  });

  it('is decided over HTTP as over a socket', async () => {
    await department.as('assistant').press('approval.approve');
    expect((await other.last()).text).toBe(
      ':white_check_mark: Your leave request was approved by <@UASSISTANT>: Annual leave · 2026-12-10 (Thu) · 1 day',
    );
  });

  it('sent twice at once is one request', async () => {
    await staff.command('/leave');
    const values = { 'leave.reason': '探亲', 'leave.from': '2026-12-16' };
    await department.call('/human/fault', { kind: 'redeliver', method: 'view_submission' });
    const [first, second] = await Promise.all([staff.submit(values), staff.submit(values).catch(() => null)]);
    expect([first.ok, second?.ok ?? false].filter(Boolean).length).toBeGreaterThan(0);
    await staff.close();
    expect((await staff.command('/leave list')).match(/2026-12-16/g)).toHaveLength(1);
    const cards = (await department.as('deputy').messages()).filter(({ text }) => text.includes('2026-12-16'));
    expect(cards).toHaveLength(1);
  });
});

describe('the form of /trip', () => {
  it('has no kinds and begins on the first day that leaves it the notice it needs', async () => {
    const traveller = department.as('presales3');
    await traveller.locale('en-US');
    await traveller.command('/trip');
    const view = await form(traveller);
    expect(view.title.text).toBe('Business trip');
    expect(await inputs(traveller)).toEqual([
      'leave.from',
      'leave.fromHalf',
      'leave.to',
      'leave.toHalf',
      'leave.reason',
    ]);
    expect(await preview(traveller)).toBe(
      ':spiral_calendar_pad: *1 day* in all. Any one of <@UASSISTANT>, <@UDEPUTY>, <@UMANAGER> decides.',
    );
    expect(valuesIn(view)).toMatchObject({ 'leave.from': '2026-12-09', 'leave.to': null });
    expect(await choose(traveller, 'leave.from', '2026-12-08')).toContain(
      'Business trip of 1 day must be asked for at least 3 working days before it begins; from now there are only 2.',
    );
    await traveller.close();
  });
});

describe('a day somebody spoke of', () => {
  it.each([
    ['presales1', '我下周三想请假', 'leave', '2026-12-09'],
    ['presales2', "I'd like leave tomorrow", 'leave', '2026-12-05'],
    ['presales1', '12月14日要请假去医院', 'leave', '2026-12-14'],
    ['presales2', 'could I have a business trip next thursday?', 'trip', '2026-12-10'],
    ['presales1', '能帮我申请 12-15 的出差吗', 'trip', '2026-12-15'],
    ['presales1', '我想请假', 'leave', '2026-12-07'],
    ['presales1', '昨天想请假', 'leave', '2026-12-07'],
  ])('%s: %s', async (user, said, name, from) => {
    const person = department.as(user);
    const before = (await person.messages()).length;
    await person.say(said);
    const answer = async () => JSON.stringify((await person.messages()).slice(before));
    await expect.poll(answer).toContain(`command.run.${name}`);
    await person.press(`command.run.${name}`);
    expect(valuesIn(await form(person))).toMatchObject({ 'leave.from': from, 'leave.to': null });
    await person.close();
  });
});

function valuesIn(view: SeenView): Record<string, unknown> {
  const { values } = view.state as { values: Record<string, Record<string, Record<string, unknown>>> };
  return Object.fromEntries(
    Object.values(values).flatMap(inputs =>
      Object.entries(inputs).map(([id, value]) => {
        const option = value.selected_option as { value: string } | null | undefined;
        return [id, option?.value ?? value.selected_date ?? value.value ?? null];
      }),
    ),
  );
}
