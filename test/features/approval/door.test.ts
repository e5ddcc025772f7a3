import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, saveIdentity } from '../../../src/member/store.ts';
import { type Department, openDepartment, type Person, type SeenMessage } from '../../support/department.ts';

let department: Department;
const as = (user: string): Person => department.as(user);

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T14:00' }); // a Tuesday
  for (const user of ['deputy', 'presales2']) await as(user).locale('en-US');
});
afterAll(() => department.close());

const cards = async (user: string): Promise<SeenMessage[]> =>
  (await as(user).messages()).filter(({ ephemeral, blocks }) => ephemeral !== true && (blocks ?? []).length > 2);
const lastCard = async (user: string): Promise<SeenMessage | undefined> => (await cards(user)).at(-1);
const kinds = (message: SeenMessage | undefined) => message?.blocks?.map(({ type }) => type);
const drawn = (message: SeenMessage | undefined) => JSON.stringify(message?.blocks);
/** What only the person sees, newest last. */
const whispers = async (user: string) =>
  (await as(user).messages()).filter(({ ephemeral }) => ephemeral === true).map(({ text }) => text);

/** What Slack says of a person; nobody can change it by the doors of the workspace. */
async function change(id: string, facts: { name?: string; guest?: boolean }): Promise<void> {
  const { database, wallClock } = department.application.office;
  const member = await memberOf(database.read, id);
  if (member === null) throw new Error(`there is no ${id}`);
  const { posts: _, leaderId: __, ...identity } = member;
  await saveIdentity(database.read, { ...identity, ...facts }, wallClock.now());
}

describe('a card', () => {
  it('carries all that is needed to decide, a reason of 3,000 characters in full and without effect', async () => {
    const reason = `<!channel> *hospital* <https://evil|bank> \`\`\` ${'因'.repeat(2_900)}完`;
    await as('presales1').command(`/leave 2026-12-07 pm sick ${reason}`);
    const card = await lastCard('deputy');
    expect(card?.text).toBe(
      'Leave request by <@UPRESALES1> (2026-12-01 14:00): Sick leave · 2026-12-07 (Mon) afternoon · 0.5 days',
    );
    expect(kinds(card)).toEqual(['section', 'section', 'section', 'section', 'actions']);
    expect(drawn(card)).toContain('Reason: &lt;!channel&gt; ＊hospital＊ &lt;https://evil|bank&gt; ｀｀｀ 因因');
    expect(drawn(card)).toContain('因完');
    expect(drawn(card)).toContain('Leave approved this year: 0 days');
  });

  it('decided by one, shows everybody the decision, the person and the time, and no buttons', async () => {
    await as('deputy').press('approval.approve');
    expect(await whispers('deputy')).toEqual([
      'Approved; they have been told. <@UPRESALES1>: Sick leave · 2026-12-07 (Mon) afternoon · 0.5 days',
    ]);
    const decided = {
      deputy: ':white_check_mark: Approved by <@UDEPUTY>, 2026-12-01 14:00',
      manager: ':white_check_mark: 已由 <@UDEPUTY> 于 2026-12-01 14:00 批准',
      assistant: ':white_check_mark: 已由 <@UDEPUTY> 于 2026-12-01 14:00 批准',
    };
    for (const [user, text] of Object.entries(decided)) {
      const card = await lastCard(user);
      expect(kinds(card)).toEqual(['section', 'section', 'section', 'section', 'context']);
      expect(card?.blocks?.at(-1)?.elements).toEqual([{ type: 'mrkdwn', text, verbatim: false }]);
      expect(card?.text).toContain(` — ${text}`);
    }
    expect((await as('presales1').messages()).map(({ text }) => text)).toEqual([
      ':white_check_mark: 你的请假申请已由 <@UDEPUTY> 批准：病假 · 2026-12-07(周一) 下午 · 0.5 天',
    ]);
  });

  it('adds up what was approved this year', async () => {
    await as('presales1').command('/leave 2026-12-08 annual family');
    expect(drawn(await lastCard('manager'))).toContain('今年已批准的请假：病假 0.5 天');
  });
});

describe('rejecting', () => {
  it('asks for the reason, refuses none, and tells the requester once', async () => {
    await as('manager').press('approval.reject');
    expect((await as('manager').view())?.title.text).toBe('驳回');
    expect((await as('manager').submit({ 'approval.why': ' ' })).errors).toEqual({
      'approval.why': '请写明理由，对方会看到，例如“当天人手不够，请改到下周”。',
    });
    await department.call('/human/fault', { kind: 'redeliver', method: 'view_submission' });
    expect((await as('manager').submit({ 'approval.why': '<!here> 当天 *人手不够*' })).ok).toBe(true);
    expect(await as('manager').view()).toBeNull();
    const told = (await as('presales1').messages()).slice(1);
    expect(told.map(({ text }) => text)).toEqual([
      ':no_entry: 你的请假申请被 <@UMANAGER> 驳回：年假 · 2026-12-08(周二) · 1 天',
    ]);
    expect(told[0]?.blocks?.at(-1)?.elements).toEqual([
      { type: 'mrkdwn', text: '理由：&lt;!here&gt; 当天 ＊人手不够＊', verbatim: false },
    ]);
    expect((await lastCard('deputy'))?.blocks?.at(-1)?.elements).toEqual([
      {
        type: 'mrkdwn',
        verbatim: false,
        text: ':no_entry: Rejected by <@UMANAGER>, 2026-12-01 14:00\nReason: &lt;!here&gt; 当天 ＊人手不够＊',
      },
    ]);
  });

  it('too late says who was first, by name, and keeps what was typed', async () => {
    await as('presales1').command('/leave 2026-12-09 annual family');
    await as('manager').press('approval.reject');
    await as('deputy').press('approval.approve');
    await change('UDEPUTY', { name: '*副经理* <!channel> & `co`' });
    expect((await as('manager').submit({ 'approval.why': 'no' })).errors).toEqual({
      'approval.why': '这件事已经由 *副经理* <!channel> & co 于 2026-12-01 14:00 批准，不用再处理。',
    });
    await as('manager').close();
  });
});

describe('deciding once', () => {
  it('a double click, a second approver and a delivery made twice change nothing', async () => {
    await as('presales2').command('/leave 2026-12-07 personal bank');
    const ts = (await lastCard('manager'))?.ts ?? '';
    const mine = (await lastCard('assistant'))?.ts ?? '';
    await department.call('/human/fault', { kind: 'redeliver', method: 'block_actions', count: 3 });
    await Promise.all([
      as('manager').press('approval.approve', { ts }),
      as('manager').press('approval.approve', { ts }),
      as('assistant').press('approval.approve', { ts: mine }),
    ]);
    const told = (await as('presales2').messages()).map(({ text }) => text);
    expect(told).toHaveLength(1);
    const winner = /approved by <@(\w+)>/.exec(told[0] ?? '')?.[1];
    const said = new Set([...(await whispers('manager')), ...(await whispers('assistant'))]);
    expect(said).toEqual(
      new Set([
        '已批准，已通知对方。<@UPRESALES2>：事假 · 2026-12-07(周一) · 1 天',
        `这件事已经由 <@${winner}> 于 2026-12-01 14:00 批准，不用再处理。`,
      ]),
    );
    const { database } = department.application.office;
    const decisions = await database.read.record.findMany({
      where: { deed: 'approval.approved', actor: winner ?? '' },
    });
    expect(decisions).toHaveLength(1);
  });
});

describe('/approvals', () => {
  it('says when nothing waits', async () => {
    expect(await as('manager').command('/approvals')).toBe('没有等你审批的事项。');
    expect(await as('presales2').command('/approvals')).toBe('Nothing waits for your decision.');
  });

  it('lists what waits for me, with buttons that work', async () => {
    await as('presales1').command('/trip 2026-12-10 2026-12-11 customer visit');
    await as('presales2').command('/leave 2026-12-08 am personal bank');
    expect(await as('deputy').command('/approvals')).toBe(
      [
        'Waiting for your decision (2)',
        'Business trip request by <@UPRESALES1> (2026-12-01 14:00): Business trip · 2026-12-10 (Thu) – 2026-12-11 (Fri) · 2 days',
        'Leave request by <@UPRESALES2> (2026-12-01 14:00): Personal leave · 2026-12-08 (Tue) morning · 0.5 days',
      ].join('\n'),
    );
    const list = await as('deputy').last('department');
    expect(kinds(list)).toEqual([
      ...['header', 'section', 'section', 'actions', 'divider'],
      ...['section', 'section', 'actions', 'divider'],
    ]);
    const token = /"value":"([0-9a-f]{24})"/.exec(drawn(list))?.[1] ?? '';
    await as('deputy').press('approval.approve', { channel: 'department', ts: list.ts, value: token });
    const rest = await as('deputy').last('department');
    expect(rest.text).toBe(
      [
        'Approved; they have been told. <@UPRESALES1>: Business trip · 2026-12-10 (Thu) – 2026-12-11 (Fri) · 2 days',
        'Waiting for your decision (1)',
        'Business trip request by <@UPRESALES1> (2026-12-01 14:00): Business trip · 2026-12-10 (Thu) – 2026-12-11 (Fri) · 2 days — :white_check_mark: Approved by <@UDEPUTY>, 2026-12-01 14:00',
        'Leave request by <@UPRESALES2> (2026-12-01 14:00): Personal leave · 2026-12-08 (Tue) morning · 0.5 days',
      ].join('\n'),
    );
    expect([drawn(rest).includes(`"value":"${token}"`), rest.ts]).toEqual([false, list.ts]);
    expect(kinds(rest)).toEqual([
      ...['header', 'section', 'section', 'context', 'divider'],
      ...['section', 'section', 'actions', 'divider'],
    ]);
    expect((await as('presales1').last()).text).toBe(
      ':white_check_mark: 你的出差申请已由 <@UDEPUTY> 批准：出差 · 2026-12-10(周四) – 2026-12-11(周五) · 2 天',
    );
    expect(await as('assistant').command('/approvals')).toContain('等你审批 (1)');
  });

  it('names a day it cannot use', async () => {
    expect(await as('manager').does('/approvals delegate @clerk1 someday')).toBe(
      '“someday”不是可以用的日期。请写成 2026-12-09、明天或下周一，例如 `/approvals 委托 @deputy 2026-12-09 2026-12-14`。',
    );
  });

  it.each([
    ['2026-12-02 2026-12-03 please', 'please'],
    ['12月2日、12月4日', '12月2日、12月4日'],
    ['12-02 to 32', '32'],
  ])('names the part of %s it cannot use', async (days, part) => {
    expect(await as('manager').command(`/approvals delegate @clerk1 ${days}`)).toContain(`“${part}”不是可以用的日期。`);
  });

  it.each([
    ['/approvals nonsense', 'manager'],
    ['/approvals delegate', 'manager'],
    ['/approvals delegate @clerk1', 'manager'],
  ])('explains itself when it reads %s', async (line, user) => {
    expect(await as(user).command(line)).toBe(
      `没有看懂“${line.slice('/approvals '.length)}”。可以写 \`/approvals\`、\`/approvals 已决定\`、\`/approvals 委托 @deputy 2026-12-09 2026-12-14\` 或 \`/approvals 委托 结束\`。`,
    );
    await as(user).locale('en-US');
    expect(await as(user).command(line)).toBe(
      `I did not understand “${line.slice('/approvals '.length)}”. Type \`/approvals\`, \`/approvals decided\`, \`/approvals delegate @deputy 2026-12-09 2026-12-14\` or \`/approvals delegate end\`.`,
    );
    await as(user).locale('zh-CN');
  });
});

describe('lending authority', () => {
  const example = '`/approvals delegate @deputy 2026-12-09 2026-12-14`';
  const inChinese = '`/approvals 委托 @deputy 2026-12-09 2026-12-14`';
  it.each<[line: string, user: string, chinese: string, english: string]>([
    [
      '/approvals delegate @manager today',
      'manager',
      `不能委托给自己，请写另一位同事，例如 ${inChinese}。`,
      `You cannot delegate to yourself. Name a colleague, for example ${example}.`,
    ],
    [
      '/approvals delegate @clerk1 today',
      'presales1',
      '你没有可委托的审批权。总裁、经理、副经理、经理助理和主管才需要委托。',
      'You have nothing to delegate. Only the president, manager, deputy, assistant and supervisor decide.',
    ],
    [
      '/approvals delegate @clerk1 2026-12-03 2026-12-02',
      'manager',
      `委托的起止日期不对（2026-12-03 至 2026-12-02）。请从今天或以后开始，最晚到 2027-03-03，结束不早于开始，例如 ${inChinese}。`,
      `Those days do not work (2026-12-03 to 2026-12-02). Begin today or later and end by 2027-03-03, not before the beginning, for example ${example}.`,
    ],
    [
      '/approvals delegate end',
      'manager',
      '你现在没有委托给任何人。要委托请写，例如 `/approvals 委托 @deputy 2026-12-09 2026-12-14`。',
      'Nobody decides for you at present. To delegate: `/approvals delegate @deputy 2026-12-09 2026-12-14`.',
    ],
  ])('refuses %s', async (line, user, chinese, english) => {
    expect(await as(user).command(line)).toBe(chinese);
    await as(user).locale('en-US');
    expect(await as(user).command(line)).toBe(english);
    await as(user).locale('zh-CN');
  });

  it('refuses people unknown or outside', async () => {
    await change('UOPERATIONS1', { guest: true });
    const answers = [];
    for (const who of ['@nobody', '<!channel>', '@operations1', '@tiaoli']) {
      answers.push(await as('manager').does(`/approvals delegate ${who} today`));
    }
    await change('UOPERATIONS1', { guest: false });
    const example = '请用 @ 写出同事的名字，例如 `/approvals 委托 @deputy 2026-12-09 2026-12-14`。';
    expect(answers).toEqual([
      `没有找到“@nobody”这个人。${example}`,
      `没有找到“&lt;!channel&gt;”这个人。${example}`,
      '<@UOPERATIONS1> 是访客或外部人员，这个机器人只为本部门的同事服务。',
      '<@U0LOCALAPP> 是机器人，部门的事只由人来办，请换一位同事。',
    ]);
  });

  it('puts before the delegate what waits already, and tells them', async () => {
    expect(await as('manager').does('/approvals delegate @clerk1 today 2026-12-02')).toBe(
      '已委托 <@UCLERK1> 在 2026-12-01(周二) – 2026-12-02(周三) 代你审批，也已通知对方。责任仍由你承担；收回：`/approvals 委托 结束`',
    );
    expect((await as('clerk1').messages()).map(({ text }) => text)).toEqual([
      '<@UMANAGER> 委托你在 2026-12-01(周二) – 2026-12-02(周三) 代为审批。等对方审批的事项也会发给你，由你代为决定；对方自己的事除外。',
      '<@UPRESALES2> 的请假申请（2026-12-01 14:00 提交）：事假 · 2026-12-08(周二) 上午 · 0.5 天',
    ]);
    const card = await lastCard('clerk1');
    expect(kinds(card)).toEqual(['section', 'section', 'context', 'actions']);
    expect(drawn(card)).toContain('你受 <@UMANAGER> 委托审批');
    expect(await as('manager').command('/approvals')).toContain(
      '你的审批权已委托给 <@UCLERK1>：2026-12-01(周二) – 2026-12-02(周三)，你自己仍可审批。收回：`/approvals 委托 结束`',
    );
  });

  it('names on every card in whose place it was decided', async () => {
    await as('clerk1').press('approval.approve');
    expect((await lastCard('deputy'))?.blocks?.at(-1)?.elements).toEqual([
      {
        type: 'mrkdwn',
        text: ':white_check_mark: Approved by <@UCLERK1> (for <@UMANAGER>), 2026-12-01 14:00',
        verbatim: false,
      },
    ]);
    expect((await as('presales2').last()).text).toBe(
      ':white_check_mark: Your leave request was approved by <@UCLERK1> (for <@UMANAGER>): Personal leave · 2026-12-08 (Tue) morning · 0.5 days',
    );
  });

  it("never reaches the lender's own leave, nor the delegate's", async () => {
    const before = (await cards('clerk1')).length;
    expect(await as('manager').command('/leave 2026-12-10 annual family')).toContain(
      '等待 <@UASSISTANT>、<@UDEPUTY> 中',
    );
    expect(await as('clerk1').command('/leave 2026-12-10 annual family')).toContain(
      '等待 <@UASSISTANT>、<@UDEPUTY>、<@UMANAGER> 中',
    );
    expect(await cards('clerk1')).toHaveLength(before);
    for (const approver of ['assistant', 'assistant']) await as(approver).press('approval.approve');
  });

  it('taken back, takes the buttons with it', async () => {
    await as('presales2').command('/leave 2026-12-10 personal bank');
    const ts = (await lastCard('clerk1'))?.ts;
    expect(kinds(await lastCard('clerk1'))).toContain('actions');
    expect(await as('manager').does('/approvals delegate end')).toBe('给 <@UCLERK1> 的委托已收回，也已通知对方。');
    const card = (await as('clerk1').messages()).find(each => each.ts === ts);
    expect(kinds(card)).toEqual(['section', 'section', 'context']);
    expect(drawn(card)).toContain('这件事现在不由你审批');
    expect((await as('clerk1').last()).text).toBe('<@UMANAGER> 收回了委托给你的审批权，你不再代为审批。');
    await as('manager').does('/approvals delegate @clerk1 today');
    expect(kinds((await as('clerk1').messages()).find(each => each.ts === ts))).toContain('actions');
  });

  it('lent to another instead, ends the loan before it', async () => {
    expect(await as('manager').does('/approvals delegate @keeper1 tomorrow')).toBe(
      '已委托 <@UKEEPER1> 在 2026-12-02(周三) 代你审批，也已通知对方。责任仍由你承担；收回：`/approvals 委托 结束`\n之前给 <@UCLERK1> 的委托同时结束。',
    );
    expect(kinds(await lastCard('clerk1'))).not.toContain('actions');
    expect(await cards('keeper1')).toEqual([]);
  });
});

describe('waiting', () => {
  it('is remembered with the next working day: the delegate of that day, and one reminder each', async () => {
    await as('presales1').command('/leave 2026-12-15 personal bank');
    await department.travel('2026-12-02T08:00');
    expect((await cards('keeper1')).map(({ text }) => text)).toEqual([
      '<@UPRESALES2> 的请假申请（2026-12-01 14:00 提交）：事假 · 2026-12-10(周四) · 1 天',
      '<@UPRESALES1> 的请假申请（2026-12-01 14:00 提交）：事假 · 2026-12-15(周二) · 1 天',
    ]);
    await department.travel('2026-12-02T09:00');
    const reminders = async (user: string) =>
      (await as(user).messages()).filter(({ text }) => text.startsWith(':bell: '));
    for (const user of ['manager', 'assistant', 'keeper1']) {
      expect((await reminders(user)).map(({ text }) => text)).toEqual([
        ':bell: 有 2 件事在等你审批：\n• <@UPRESALES2>：请假或出差，2026-12-01 提交\n• <@UPRESALES1>：请假或出差，2026-12-01 提交',
      ]);
    }
    const [english] = await reminders('deputy');
    expect(english?.text).toBe(
      ':bell: 2 matters wait for your decision:\n• <@UPRESALES2>: leave or trip, since 2026-12-01\n• <@UPRESALES1>: leave or trip, since 2026-12-01',
    );
    expect(english?.blocks?.at(-1)?.elements).toEqual([
      {
        type: 'mrkdwn',
        verbatim: false,
        text: 'Type `/approvals` to decide. If nobody does within another working day, it goes to the next authority.',
      },
    ]);
    for (const user of ['president', 'clerk1', 'presales1']) expect(await reminders(user)).toEqual([]);
  });

  it('goes to the president on the working day after, who decides', async () => {
    await as('assistant').press('approval.approve'); // the later of the two
    await department.travel('2026-12-03T09:00');
    const asked = (await cards('president')).filter(({ text }) => text.includes('请假申请'));
    const [card] = asked;
    expect(card?.text).toBe('<@UPRESALES2> 的请假申请（2026-12-01 14:00 提交）：事假 · 2026-12-10(周四) · 1 天');
    expect(drawn(card)).toContain('下级没有人处理，已转上一级');
    expect(asked).toHaveLength(1);
    const lent = (await cards('keeper1')).filter(({ text }) => text.includes('请假申请'));
    expect(kinds(lent.at(-1))).not.toContain('actions'); // lent until yesterday
    await as('president').press('approval.approve');
    expect((await as('presales2').last()).text).toBe(
      ':white_check_mark: Your leave request was approved by <@UPRESIDENT>: Personal leave · 2026-12-10 (Thu) · 1 day',
    );
    expect((await as('manager').messages()).find(({ text }) => /UPRESALES2.*2026-12-10/.test(text))?.text).toContain(
      '已由 <@UPRESIDENT> 于 2026-12-03 09:00 批准',
    );
  });
});

describe('what people wrote', () => {
  it('is read by whoever decides and whoever asked, and by nobody else', async () => {
    const secrets = ['hospital', 'bank', 'customer visit', '人手不够'];
    const readers = ['manager', 'deputy', 'assistant', 'clerk1', 'keeper1', 'president', 'presales1', 'presales2'];
    const { people } = (await department.call('/human/people')) as { people: { id: string; name: string }[] };
    for (const { id, name: handle } of people) {
      const { channels } = (await department.call(`/human/channels?user=${id}`)) as {
        channels: { name: string; is_im: boolean }[];
      };
      for (const { name, is_im } of channels) {
        if (is_im && readers.includes(handle)) continue;
        const seen = (await as(id).messages(name)).filter(({ ephemeral }) => ephemeral !== true);
        for (const secret of secrets) expect(JSON.stringify(seen), `${id} in ${name}`).not.toContain(secret);
      }
    }
    for (const secret of secrets) expect(JSON.stringify(department.log)).not.toContain(secret);
    for (const row of await department.application.office.database.read.record.findMany()) {
      for (const secret of secrets) expect(JSON.stringify(row)).not.toContain(secret);
    }
  });

  it('complained of nothing', () => {
    expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
