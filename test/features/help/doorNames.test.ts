/** The commands where the bot runs on Slack: under names that can be registered, through the entry, and without a slash. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { type Elsewhere, openElsewhere } from '../../support/elsewhere.ts';

interface Seen {
  user: string;
  text: string;
  ts: string;
  ephemeral?: boolean;
  blocks?: { elements?: { action_id?: string; value?: string; text?: { text?: string } }[] }[];
}

let slack: Elsewhere;

const seen = async (user: string, channel: string) =>
  (await slack.call(`/human/messages?user=${user}&channel=${channel}`)).messages as Seen[];
const say = async (user: string, text: string, channel = 'tiaoli') => {
  await slack.call('/human/message', { user, channel, text });
  const last = (await seen(user, channel)).at(-1);
  if (last === undefined) throw new Error('nothing is seen');
  return last;
};
const buttons = ({ blocks = [] }: Seen) =>
  blocks.flatMap(({ elements = [] }) => elements.map(({ value, text }) => [text?.text, value]));
const press = (user: string, { ts }: Seen, action_id: string, channel = 'tiaoli') =>
  slack.call('/human/click', { user, channel, ts, action_id });
const openForm = async (user: string) => {
  const { view } = (await slack.call(`/human/view?user=${user}`)) as {
    view: { id: string; callback_id: string } | null;
  };
  if (view !== null) await slack.call('/human/close', { user, view_id: view.id });
  return view?.callback_id;
};
const english = (user: string) => slack.call('/human/locale', { user, locale: 'en-US' });

describe.each(['socket', 'http'] as const)('over %s', delivery => {
  beforeAll(async () => {
    slack = await openElsewhere('2026-12-01T10:00', delivery);
    await english('manager');
  });
  afterAll(() => slack.close());

  it('Slack takes them, and the help, examples and refusals name them', async () => {
    expect(slack.registered).toEqual([
      ...[
        '/tiaoli',
        '/my',
        '/checkin',
        '/handover',
        '/askleave',
        '/trip',
        '/violation',
        '/praise',
        '/ledger',
        '/rules',
        '/approvals',
      ],
      ...['/meeting', '/calendar', '/post'],
    ]);
    const lines = (await slack.type('presales1', '/tiaoli')).split('\n');
    expect(lines.slice(1).map(line => line.split(' — ')[0])).toEqual([
      ...[
        '/tiaoli help',
        '/my',
        '/checkin',
        '/handover',
        '/askleave',
        '/trip',
        '/violation',
        '/praise',
        '/ledger',
        '/rules',
        '/approvals',
      ],
      ...['/meeting', '/calendar', '/post'],
    ]);
    expect(await slack.type('presales1', '/tiaoli help leave')).toContain('`/askleave 列表`');
    expect(await slack.type('presales1', '/tiaoli help askleave')).toContain('*/askleave* — 请假');
    expect(await slack.type('presales1', '/tiaoli help 加薪')).toBe(
      '没有“加薪”这个命令。现有：/tiaoli help、/my、/checkin、/handover、/askleave、/trip、/violation、/praise、/ledger、/rules、/approvals、/meeting、/calendar、/post。例如 `/tiaoli help 请假`。',
    );
    expect(await slack.type('presales1', '/askleave cancel 99')).toBe(
      '没有找到你的第 99 号请假或出差，用 `/askleave 列表` 查看编号。',
    );
    expect(await slack.type('manager', '/my @presales1')).toContain('`/my` shows your own record only');
    expect(await slack.type('presales1', '/leave list')).toBe('/leave is not a valid command.');
  });

  it('the entry runs every one of them, with its authority, its answer and its form', async () => {
    expect(await slack.type('presales1', '/tiaoli leave list')).toBe(await slack.type('presales1', '/askleave list'));
    expect(await slack.type('presales1', '/tiaoli askleave list')).toContain('/askleave');
    expect(await slack.type('presales1', '/tiaoli 请假 list')).toContain('/askleave');
    expect(await slack.type('presales1', '/tiaoli /calendar 2026-12-01')).toBe(
      await slack.type('presales1', '/calendar 2026-12-01'),
    );
    expect(await slack.type('presales1', '/tiaoli post @presales2 presales')).toBe(
      await slack.type('presales1', '/post @presales2 presales'),
    );
    expect(await slack.type('presales1', '/tiaoli leave help')).toContain('*/askleave* — ');
    expect(await slack.type('presales1', '/tiaoli leave')).toBe('');
    expect(await openForm('presales1')).toBe('leave.form');
    expect(await slack.type('presales1', '/tiaoli trip')).toBe('');
    expect(await openForm('presales1')).toBe('leave.form');
    // Nobody without a post gets further through the entry than without it.
    expect(await slack.type('clerk1', '/tiaoli leave list')).toContain('你还没有岗位');
  });

  it('what the entry does not know gets the three likeliest, each a press away', async () => {
    expect(await slack.type('manager', '/tiaoli chekin')).toBe(
      'I did not understand “chekin”. Perhaps you mean `/checkin`, `/meeting`, `/tiaoli help`.',
    );
    const answer = (await seen('manager', 'department')).at(-1) as Seen;
    expect(buttons(answer)).toEqual([
      ['Open /checkin', '/checkin'],
      ['Open /meeting', '/meeting'],
      ['Open /tiaoli help', '/help'],
    ]);
    await press('manager', answer, 'command.run.help', 'department');
    expect((await seen('manager', 'department')).at(-1)?.text).toContain('All commands\n/tiaoli help — ');
  });

  it('a direct message runs a command where it can be answered there', async () => {
    expect((await say('presales1', '请假 2026-12-09 年假 探亲')).text).toContain('2026-12-09');
    expect((await say('presales1', '请假 list')).text).toContain('2026-12-09');
    expect((await say('presales1', 'leave cancel 99')).text).toBe(
      '没有找到你的第 99 号请假或出差，用 `/askleave 列表` 查看编号。',
    );
    expect((await say('manager', 'checkin today')).ephemeral).toBe(true);
    expect((await say('presales1', '打卡')).text).toMatch(/打卡|上午|签/);
    expect((await say('manager', 'hello')).text).toContain(
      'Type `/tiaoli help` for all commands, `/my` for your own record',
    );
    expect((await say('clerk1', '请假 明天 病假')).text).toContain('你还没有岗位');
  });

  it('where a form is needed, a button opens it', async () => {
    const bare = await say('presales1', '请假');
    expect([bare.text, buttons(bare)]).toEqual([
      '`/askleave` 要填表单，点下面的按钮打开。',
      [['打开 /askleave', '/leave']],
    ]);
    await press('presales1', bare, 'command.run.leave');
    expect(await openForm('presales1')).toBe('leave.form');

    const sentence = await say('presales1', '我明天想请假');
    expect([sentence.text, buttons(sentence)]).toEqual([
      '是要用 `/askleave` 吗？点下面的按钮打开。',
      [['打开 /askleave', '/leave form 2026-12-02']],
    ]);
    await press('presales1', sentence, 'command.run.leave');
    expect(await openForm('presales1')).toBe('leave.form');

    const polite = await say('manager', "I'd like leave tomorrow");
    expect([polite.text, buttons(polite)]).toEqual([
      'Do you mean `/askleave`? The button opens it.',
      [['Open /askleave', '/leave form 2026-12-02']],
    ]);
    // Whoever presses it needs the right to what it opens.
    const unknown = await say('clerk1', '我想请假');
    await press('clerk1', unknown, 'command.run.leave');
    expect((await seen('clerk1', 'tiaoli')).at(-1)?.text).toContain('你还没有岗位');
    expect(await openForm('clerk1')).toBeUndefined();
  });

  it('a mention in a channel is answered to that person alone', async () => {
    const before = (await seen('manager', 'department')).length;
    const answer = await say('presales1', '@tiaoli 请假 list', 'department');
    expect([answer.ephemeral, answer.text.includes('2026-12-09')]).toEqual([true, true]);
    const form = await say('presales1', '我想请假 @tiaoli', 'department');
    expect([form.ephemeral, buttons(form)]).toEqual([true, [['打开 /askleave', '/leave']]]);
    const unknown = await say('presales1', '@tiaoli 审一下', 'department');
    expect(unknown.text).toMatch(/^没有看懂“审一下”。是不是要：`\/approvals`、/);
    // The manager sees the three messages, and none of the answers.
    expect((await seen('manager', 'department')).length).toBe(before + 3);
  });
});

describe('with names of one’s own', () => {
  beforeAll(async () => {
    slack = await openElsewhere('2026-12-01T10:00', 'socket', {
      COMMAND_PREFIX: 'hr-',
      COMMAND_NAMES: 'leave=qingjia,tiaoli=house',
    });
  });
  afterAll(() => slack.close());

  it('everything follows', async () => {
    expect(slack.registered.slice(0, 6)).toEqual([
      '/house',
      '/hr-help',
      '/hr-me',
      '/hr-checkin',
      '/hr-handover',
      '/qingjia',
    ]);
    expect(await slack.type('presales1', '/qingjia cancel 99')).toContain('`/qingjia 列表`');
    expect(await slack.type('presales1', '/house leave cancel 99')).toContain('`/qingjia 列表`');
    expect(await slack.type('presales1', '/hr-help 请假')).toContain('*/qingjia* — ');
    expect(await slack.type('presales1', '/house me')).toBe(await slack.type('presales1', '/hr-me'));
    expect((await say('presales1', 'qingjia list')).text).toBe(await slack.type('presales1', '/qingjia list'));
  });
});

describe('in the local workspace', () => {
  let department: Department;
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T10:00' });
  });
  afterAll(() => department.close());

  it('a command works by the house’s name and by the one on Slack, and every sentence says the first', async () => {
    const newcomer = department.as('presales1');
    const said = await newcomer.command('/leave cancel 99');
    expect(said).toBe('没有找到你的第 99 号请假或出差，用 `/leave 列表` 查看编号。');
    for (const line of ['/askleave cancel 99', '/tiaoli leave cancel 99', '/tiaoli askleave cancel 99'])
      expect(await newcomer.command(line)).toBe(said);
    expect(await newcomer.command('/tiaoli')).toBe(await newcomer.command('/help'));
    expect(await newcomer.command('/my')).toBe(await newcomer.command('/me'));
    await newcomer.say('leave cancel 99');
    await expect.poll(async () => (await newcomer.last()).text).toBe(said);
  });

  it('the page says what they are called on Slack', async () => {
    const { commands: offered } = (await department.call('/human/commands?language=en')) as {
      commands: { command: string; on_slack?: string }[];
    };
    expect(offered.map(({ command, on_slack }) => [command, on_slack])).toEqual([
      ['/tiaoli', undefined],
      ['/me', '/my'],
      ['/checkin', undefined],
      ['/handover', undefined],
      ['/leave', '/askleave'],
      ...['/trip', '/violation', '/praise', '/ledger', '/rules', '/approvals', '/meeting', '/calendar', '/post'].map(
        name => [name, undefined],
      ),
      ['/help', '/tiaoli help'],
    ]);
  });
});
