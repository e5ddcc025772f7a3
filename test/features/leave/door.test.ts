import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment, type Person } from '../../support/department.ts';

let department: Department;
/** Reads Chinese. */
let staff: Person;
/** Reads English. */
let other: Person;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T07:45' }); // a Tuesday
  staff = department.as('presales1');
  other = department.as('presales2');
  await other.locale('en-US');
});
afterAll(() => department.close());

const texts = async (user: string) => (await department.as(user).messages()).map(({ text }) => text);

describe('/leave and /trip in one line, refused', () => {
  const long = 'x'.repeat(3001);
  const cases: [line: string, chinese: string, english: string][] = [
    [
      '/leave family',
      '没有看懂日期“family”。请先写日期，例如 `/leave 2026-12-09 2026-12-10 年假 探亲`，或只输入 `/leave` 打开表单。',
      'I found no date in “family”. Begin with the date, for example `/leave 2026-12-09 2026-12-10 annual family`, or type `/leave` alone for the form.',
    ],
    [
      '/leave <!channel> *x* <https://evil|bank>',
      '没有看懂日期“`&lt;!channel&gt; *x* &lt;https://evil|bank&gt;`”。请先写日期，例如 `/leave 2026-12-09 2026-12-10 年假 探亲`，或只输入 `/leave` 打开表单。',
      'I found no date in “`&lt;!channel&gt; *x* &lt;https://evil|bank&gt;`”. Begin with the date, for example `/leave 2026-12-09 2026-12-10 annual family`, or type `/leave` alone for the form.',
    ],
    [
      '/trip somewhere',
      '没有看懂日期“somewhere”。请先写日期，例如 `/trip 2026-12-18 2026-12-21 拜访客户`，或只输入 `/trip` 打开表单。',
      'I found no date in “somewhere”. Begin with the date, for example `/trip 2026-12-18 2026-12-21 customer visit`, or type `/trip` alone for the form.',
    ],
    [
      '/leave 2026-12-07',
      '还缺请假类别。可用：年假、事假、病假、婚假、产假、陪产假、丧假、调休、其他，例如 `/leave 2026-12-09 2026-12-10 年假 探亲`。',
      'The kind of leave is missing. There are annual, personal, sick, marriage, maternity, paternity, bereavement, compensatory and other, for example `/leave 2026-12-09 2026-12-10 annual family`.',
    ],
    [
      '/leave cancel',
      '请写要取消的编号；编号见 `/leave 列表`。',
      'Name the number to cancel; `/leave list` shows the numbers.',
    ],
    [
      '/leave cancel 99',
      '没有找到你的第 99 号请假或出差，用 `/leave 列表` 查看编号。',
      'You have no leave or trip number 99. `/leave list` shows the numbers.',
    ],
    [
      '/leave 2026-12-08 2026-12-07 annual family',
      '结束（2026-12-07 下午）早于开始（2026-12-08 上午），请把结束改到 2026-12-08 或之后。',
      'The end (2026-12-07 afternoon) comes before the start (2026-12-08 morning). Choose an end on 2026-12-08 or later.',
    ],
    [
      '/leave 2026-11-30 annual family',
      '2026-11-30 已经过去，最早只能从今天（2026-12-01）开始。',
      '2026-11-30 has passed. The first possible day is today, 2026-12-01.',
    ],
    [
      '/leave 2026-12-07 2027-12-20 annual family',
      '一次最多 366 天，你选了 379 天，请缩短或分次申请。',
      'One request covers at most 366 days; this one has 379. Shorten it or split it.',
    ],
    [
      '/leave 2028-01-04 annual family',
      '2028-01-04 太远了，现在最晚只能申请 2027-12-02 开始的。',
      '2028-01-04 is too far ahead. Today the latest possible first day is 2027-12-02.',
    ],
    [
      '/leave 2026-12-05 2026-12-06 annual family',
      '2026-12-05 至 2026-12-06 没有工作日，不需要请假。',
      '2026-12-05 to 2026-12-06 contains no working day, so no leave is needed.',
    ],
    [
      '/leave 2026-12-07 2026-12-10 annual family', // 3.2.3
      '年假 4 天至少要提前 5 个工作日申请，现在只提前了 4 个工作日，最早可从 2026-12-08 开始。',
      'Annual leave of 4 days must be asked for at least 5 working days before it begins; from now there are only 4. The earliest possible first day is 2026-12-08.',
    ],

    [
      '/leave today pm sick', // 3.2.2, 3.2.4
      '病假 0.5 天至少要提前 1 个工作日申请，现在只提前了 0 个工作日，最早可从 2026-12-02 开始。突发疾病或突发事件可按“紧急”申请，例如 `/leave 2026-12-02 病假 紧急 发烧`。',
      'Sick leave of 0.5 days must be asked for at least 1 working day before it begins; from now there are none. The earliest possible first day is 2026-12-02. If it is a sudden illness or event, mark it as an emergency, for example `/leave 2026-12-02 sick emergency fever`.',
    ],

    [
      '/trip 2026-12-03 2026-12-04 customer visit', // 3.2.1
      '出差 2 天至少要提前 3 个工作日申请，现在只提前了 2 个工作日，最早可从 2026-12-04 开始。',
      'Business trip of 2 days must be asked for at least 3 working days before it begins; from now there are only 2. The earliest possible first day is 2026-12-04.',
    ],

    [
      '/leave tomorrow annual emergency family',
      '只有病假和事假可以按紧急申请，年假不行。请去掉“紧急”，或改用病假、事假。',
      'Only sick and personal leave can be an emergency, annual leave cannot. Drop the emergency, or choose sick or personal leave.',
    ],

    [
      '/leave tomorrow annual',
      '请写明年假事由，例如 `/leave 2026-12-09 2026-12-10 年假 探亲`。',
      'Please give a reason for the annual leave, for example `/leave 2026-12-09 2026-12-10 annual family`.',
    ],

    [
      '/trip 2026-12-08',
      '请写明出差事由，例如 `/trip 2026-12-18 2026-12-21 拜访客户`。',
      'Please give a reason for the business trip, for example `/trip 2026-12-18 2026-12-21 customer visit`.',
    ],

    [
      `/leave tomorrow annual ${long}`,
      '事由最多 3000 字，现在是 3001 字，请缩短。',
      'A reason has at most 3000 characters; this one has 3001. Please shorten it.',
    ],
    [
      '/leave list',
      '最近没有请假或出差记录。输入 `/leave` 申请。',
      'You have had no leave or trip lately. Type `/leave` to ask for one.',
    ],
  ];
  it.each(cases.map(each => [each[0].slice(0, 60), ...each]))('%s', async (_, line, chinese, english) => {
    expect(await staff.command(line)).toBe(chinese);
    expect(await other.command(line)).toBe(english);
  });

  it('asks nobody', async () => {
    for (const user of ['president', 'manager', 'deputy', 'assistant']) expect(await texts(user)).toEqual([]);
  });
});

describe('/leave and /trip in one line, taken', () => {
  it('is sent to the manager, the deputy and the assistant, and to nobody else', async () => {
    expect(await staff.command('/leave 2026-12-07 2026-12-08 annual family')).toBe(
      ':white_check_mark: 已提交第 1 号申请：年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天。\n等待 <@UASSISTANT>、<@UDEPUTY>、<@UMANAGER> 中任意一位审批，结果会私信你。',
    );
    const card = '<@UPRESALES1> 的请假申请（2026-12-01 07:45 提交）：年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天';
    for (const approver of ['manager', 'deputy', 'assistant']) expect(await texts(approver)).toEqual([card]);
    for (const one of ['president', 'supervisor', 'presales2']) expect(await texts(one)).toEqual([]);
  });

  it('counts working days and halves, and says when the calendar is provisional', async () => {
    const asked = [];
    for (const line of [
      '/leave 2026-12-04 pm to 2026-12-07 am compensatory rest', // over a weekend
      '/leave 2026-12-31 2027-01-04 annual family', // over New Year's Day
      '/trip 2026-12-08 2026-12-10 customer visit',
      '/leave tomorrow am sick',
    ]) {
      asked.push(await other.command(line));
    }
    const who = 'Any one of <@UASSISTANT>, <@UDEPUTY>, <@UMANAGER> decides, and you will get a direct message.';
    const provisional =
      ':calendar: Not all public holidays of that time are published yet, so the days are counted on a provisional calendar.';
    expect(asked).toEqual([
      `:white_check_mark: Request number 2 is sent: Compensatory leave · 2026-12-04 (Fri) afternoon – 2026-12-07 (Mon) morning · 1 day.\n${who}`,
      `:white_check_mark: Request number 3 is sent: Annual leave · 2026-12-31 (Thu) – 2027-01-04 (Mon) · 2 days.\n${who}\n${provisional}`,
      `:white_check_mark: Request number 4 is sent: Business trip · 2026-12-08 (Tue) – 2026-12-10 (Thu) · 3 days.\n${who}`,
      `:white_check_mark: Request number 5 is sent: Sick leave · 2026-12-02 (Wed) morning · 0.5 days.\n${who}`,
    ]);
  });

  it('refuses what overlaps by half a day, in its own words', async () => {
    expect(await staff.command('/leave 2026-12-08 pm personal bank')).toBe(
      '与你的第 1 号年假（2026-12-07 至 2026-12-08，待审批）重叠。请改日期，或先 `/leave 取消 1`。',
    );
    expect(await other.command('/leave 2026-12-07 am personal bank')).toBe(
      'This overlaps with your number 2, compensatory leave (2026-12-04 to 2026-12-07, waiting for approval). Choose other days, or `/leave cancel 2` first.',
    );
    expect(await other.command('/leave 2026-12-07 pm personal bank')).toMatch(/^:white_check_mark: Request number 6/);
  });

  it('takes two requests for the same days at once only once', async () => {
    const line = '/leave 2026-12-14 annual family';
    const answers = await Promise.all([staff.command(line), staff.command(line), staff.command(line)]);
    expect(answers.map(answer => answer.slice(0, 9)).sort()).toEqual([
      ':white_ch',
      '与你的第 7 号年',
      '与你的第 7 号年',
    ]);
  });

  it('lists what there is, the earliest first', async () => {
    expect(await staff.command('/leave list')).toBe(
      [
        '我的请假和出差',
        '`#1` 年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天 · *待审批*',
        '`#7` 年假 · 2026-12-14(周一) · 1 天 · *待审批*',
        '撤回或取消请写编号，例如 `/leave 取消 1`。',
      ].join('\n'),
    );
    expect(await other.command('/trip list')).toBe(
      [
        'My leave and trips',
        '`#5` Sick leave · 2026-12-02 (Wed) morning · 0.5 days · *waiting for approval*',
        '`#2` Compensatory leave · 2026-12-04 (Fri) afternoon – 2026-12-07 (Mon) morning · 1 day · *waiting for approval*',
        '`#6` Personal leave · 2026-12-07 (Mon) afternoon · 0.5 days · *waiting for approval*',
        '`#4` Business trip · 2026-12-08 (Tue) – 2026-12-10 (Thu) · 3 days · *waiting for approval*',
        '`#3` Annual leave · 2026-12-31 (Thu) – 2027-01-04 (Mon) · 2 days · *waiting for approval*',
        'To withdraw or cancel one, give its number, for example `/leave cancel 5`.',
      ].join('\n'),
    );
  });
});

describe('/leave cancel', () => {
  it('withdraws what nobody has decided, and the cards lose their buttons', async () => {
    expect(await staff.command('/leave cancel 1')).toBe('已撤回：年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天。');
    expect(await staff.command('/leave cancel 1')).toBe('这一条现在是“已撤回”，不能再这样操作。');
    const [card] = await department.as('assistant').messages();
    expect(card?.text).toBe(
      '<@UPRESALES1> 的请假申请（2026-12-01 07:45 提交）：年假 · 2026-12-07(周一) – 2026-12-08(周二) · 2 天 — :leftwards_arrow_with_hook: 已由 <@UPRESALES1> 于 2026-12-01 07:45 撤回',
    );
    expect(card?.blocks?.map(({ type }) => type)).toEqual(['section', 'section', 'context']);
    expect(await texts('presales1')).toEqual([]);
  });

  it("is not for somebody else's", async () => {
    expect(await other.command('/leave cancel 7')).toBe(
      'You have no leave or trip number 7. `/leave list` shows the numbers.',
    );
  });

  it('cancels what was approved and has not begun, and tells whoever approved it', async () => {
    await department.as('deputy').press('approval.approve'); // the last one asked for: 7
    expect((await staff.last()).text).toBe(
      ':white_check_mark: 你的请假申请已由 <@UDEPUTY> 批准：年假 · 2026-12-14(周一) · 1 天',
    );
    expect(await staff.command('/leave cancel 7')).toBe('已取消：年假 · 2026-12-14(周一) · 1 天。批准人已收到通知。');
    expect((await department.as('deputy').last()).text).toBe(
      '<@UPRESALES1> 取消了已批准的请假：年假 · 2026-12-14(周一) · 1 天。',
    );
    expect((await department.as('manager').last()).text).toContain('已由 <@UDEPUTY> 于 2026-12-01 07:45 批准');
    expect(await staff.command('/leave cancel 7')).toBe('这一条现在是“已取消”，不能再这样操作。');
  });

  it('asks for approval once it has begun: refused with a reason, asked again, approved', async () => {
    const deputy = department.as('deputy');
    await deputy.locale('en-US');
    await staff.command('/leave today am personal emergency 水管破裂');
    await deputy.press('approval.approve');
    await other.command('/leave today sick emergency fever');
    await deputy.press('approval.approve');
    await department.travel('13:00');
    expect(await other.command('/leave cancel 9')).toBe(
      'What has begun stays taken, the rest is given back: Sick leave · 2026-12-01 (Tue) · 1 day · giving back 2026-12-01 (Tue) afternoon · 0.5 days. That needs approval; the request is sent, and you will get a direct message.',
    );
    expect(await other.command('/leave cancel 9')).toBe('Cancelling number 9 is waiting for approval already.');
    expect((await deputy.last()).text).toBe(
      'Request to cancel leave by <@UPRESALES2> (2026-12-01 13:00): Sick leave · 2026-12-01 (Tue) · 1 day · giving back 2026-12-01 (Tue) afternoon · 0.5 days',
    );
    await deputy.press('approval.reject');
    await deputy.submit({ 'approval.why': 'Please rest.' });
    const refused = await other.last();
    expect(refused.text).toBe(
      ':no_entry: Your request to cancel leave was rejected by <@UDEPUTY>: Sick leave · 2026-12-01 (Tue) · 1 day',
    );
    expect(refused.blocks?.at(-1)?.elements).toEqual([
      { type: 'mrkdwn', text: 'Reason: Please rest.', verbatim: false },
    ]);
    expect(await other.command('/leave list')).toContain('1 day · *approved* · papers due');

    await other.command('/leave cancel 9');
    await department.as('manager').press('approval.approve');
    expect((await other.last()).text).toBe(
      ':white_check_mark: Your request to cancel leave was approved by <@UMANAGER>: Sick leave · 2026-12-01 (Tue) morning · 0.5 days · giving back 2026-12-01 (Tue) afternoon · 0.5 days',
    );
    expect(await other.command('/leave list')).toContain(
      '`#9` Sick leave · 2026-12-01 (Tue) morning · 0.5 days · *approved* · papers due\n',
    );
  });

  it('refuses what is over, and an emergency that has begun', async () => {
    await department.travel('13:30');
    expect(await staff.command('/leave cancel 8')).toBe('2026-12-01 上午 已经结束，不能再取消。');
    expect(await staff.command('/leave today pm sick emergency fever')).toBe(
      '紧急请假也要在开始前提出，2026-12-01 13:30 已经开始了。请从下一个半天起申请，并直接联系经理。',
    );
    expect(await other.command('/leave today pm sick emergency fever')).toBe(
      'Emergency leave must be asked for before it begins as well, and 2026-12-01 13:30 has passed. Ask from the next half day on and call your manager.',
    );
  });
});

describe('working days before', () => {
  it('counts the day of asking until its working hours end', async () => {
    await department.travel('17:29');
    const line = '/leave 2026-12-02 pm annual family';
    expect(await staff.command(line)).toMatch(/^:white_check_mark: 已提交第 10 号申请/);
    await department.travel('17:30');
    expect(await other.command(line)).toBe(
      'Annual leave of 0.5 days must be asked for at least 1 working day before it begins; from now there are none. The earliest possible first day is 2026-12-03.',
    );
  });
});
