/** `/handover` as people meet it: one department, both languages, two days. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Department, openDepartment, type Person } from '../../support/department.ts';
import { grantLeave } from '../../support/leave.ts';
import { shown } from '../../support/shown.ts';

// Two days are lived through, duty by duty.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 });

let department: Department;
/** Reads Chinese. */
let giver: Person;
/** Reads English. */
let receiver: Person;
/** Reads Chinese. */
let third: Person;

beforeAll(async () => {
  department = await openDepartment({
    at: '2026-12-01T10:00', // a Tuesday
    others: [
      { id: 'U0LEFT', name: 'left1', real_name: 'Left', deleted: true },
      { id: 'U0GUEST', name: 'guest1', real_name: 'Guest', is_restricted: true },
    ],
  });
  [giver, receiver, third] = [as('presales1'), as('presales2'), as('presales3')];
  for (const user of ['presales2', 'presales4']) await as(user).locale('en-US');
  const tomorrow = { from: '2026-12-02', fromHalf: 'am', to: '2026-12-02', toHalf: 'pm' } as const;
  const today = { ...tomorrow, from: '2026-12-01', to: '2026-12-01' } as const;
  await grantLeave(department.application.office, 'ULOGISTICS1', today);
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level !== 'info');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string): Person => department.as(user);
const count = async (person: Person) => (await person.messages()).length;
/** The message of that number to a person, blocks and all, as it stands now. */
async function card(person: Person, about: string): Promise<string> {
  const found = (await person.messages()).find(
    ({ ephemeral, blocks }) => !ephemeral && shown({ blocks }).includes(about),
  );
  return shown(found);
}
/** What only they see, after what they did. */
const answer = async (person: Person, channel?: string) => (await person.last(channel)).text;

describe('a note', () => {
  it('is given in one line, and its receiver is asked in their language', async () => {
    expect(await giver.command('/handover @presales2 张女士 天猫 退款没到账，等 <!channel> *财务* 回复 加急')).toBe(
      ':white_check_mark: 已交给 <@UPRESALES2>：`#1` 张女士 · 天猫 · :rotating_light: 加急。对方接手或转交后我会私信你；到下班还没有人接手，会告诉你的领导（1.18）。',
    );
    const asked = await receiver.last();
    expect(asked.text).toBe(
      [
        '<@UPRESALES1> hands an unfinished customer to you:',
        '`#1` 张女士 · Tmall · :rotating_light: urgent',
        '退款没到账，等 &lt;!channel&gt; ＊财务＊ 回复',
      ].join('\n'),
    );
    expect(shown(asked)).toBe(
      [
        '<@UPRESALES1> hands an unfinished customer to you:',
        '*`#1` 张女士 · Tmall · :rotating_light: urgent*',
        '退款没到账，等 &lt;!channel&gt; ＊财务＊ 回复',
        'Once you accept, the customer is yours; if you cannot, hand them on to somebody who can (1.18).',
        '[Accept] [Hand on]',
      ].join('\n'),
    );
  });

  it('given twice is one', async () => {
    expect(await giver.command('/handover @presales2 张女士 天猫 退款没到账，等 <!channel> *财务* 回复 加急')).toBe(
      '同样的交接已经有了：第 1 号，还没有人答复。要补充请写 `/handover 补充 1 …`。',
    );
  });

  it('is added to by its giver, and the message shows it', async () => {
    expect(await giver.command('/handover 补充 1 顾客又来问了')).toBe(
      '已补充：`#1` 张女士 · 天猫 · :rotating_light: 加急。对方的消息里已经能看到。',
    );
    expect(await receiver.command('/handover add 1 hm')).toBe(
      'Number 1 comes from <@UPRESALES1>, who alone can add to it or take it back. You can accept it, or hand it on.',
    );
    expect(await card(receiver, '`#1`')).toContain('回复\n顾客又来问了\n');
  });

  it('is accepted with the button, once, and its giver hears of it', async () => {
    await Promise.all([receiver.press('handover.accept'), receiver.press('handover.accept')]);
    const said = (await receiver.messages()).filter(({ ephemeral }) => ephemeral).map(({ text }) => text);
    expect(said.sort()).toEqual([
      ':white_check_mark: You accepted `#1` 张女士 · Tmall · :rotating_light: urgent. <@UPRESALES1> has been told. When it is done, press “Finished”.',
      'You have accepted number 1.',
    ]);
    expect((await giver.messages()).map(({ text }) => text)).toEqual([
      ':white_check_mark: <@UPRESALES2> 接手了你交出的顾客：`#1` 张女士 · 天猫 · :rotating_light: 加急。',
    ]);
    expect((await card(receiver, '`#1`')).split('\n').slice(-2)).toEqual([
      ':white_check_mark: You have accepted number 1.',
      '[Finished]',
    ]);
    expect(await giver.command('/handover 收回 1')).toBe('第 1 号已由 <@UPRESALES2> 接手。');
  });

  it('is finished by whoever has it', async () => {
    await receiver.press('handover.finish');
    expect(await answer(receiver)).toBe(
      ':checkered_flag: Noted as finished: `#1` 张女士 · Tmall · :rotating_light: urgent.',
    );
    expect(await answer(giver)).toBe(
      ':checkered_flag: <@UPRESALES2> 办完了你交出的顾客：`#1` 张女士 · 天猫 · :rotating_light: 加急。',
    );
    expect((await card(receiver, '`#1`')).split('\n').at(-1)).toBe(':checkered_flag: Number 1 was finished by you.');
  });
});

describe('the form', () => {
  it('says where the note would go while it is filled in', async () => {
    expect(await receiver.command('/handover')).toBe('');
    expect(shown(await receiver.view())).toBe(
      [
        'To whom',
        ':sunrise: Nobody chosen: it is left for the first of pre-sales service on 2026-12-02 (Wed).',
        'Customer',
        'Platform',
        'What is still open',
        'How urgent',
        'Special customer',
      ].join('\n'),
    );
    const view = (await receiver.view())?.id ?? '';
    const outlook = async (selected: string) => {
      await receiver.press('handover.receiver', { view, selected });
      return shown(await receiver.view()).split('\n')[1];
    };
    expect(await outlook('presales3')).toBe(
      ':bust_in_silhouette: <@UPRESALES3> gets a direct message at once and accepts it or hands it on.',
    );
    expect(await outlook('logistics1')).toBe(
      ':warning: <@ULOGISTICS1> is on approved leave or a trip on 2026-12-01 in the morning, so not there for the next shift. Choose somebody else, for example `/handover @presales1 Ms Zhang tmall refund not there yet`.',
    );
  });

  it('shows faults at their inputs', async () => {
    const filled = { 'handover.customer': 'Mr Li', 'handover.matter': 'wants a call', 'handover.urgency': 'today' };
    const refused = async (more: Record<string, string>) => (await receiver.submit({ ...filled, ...more })).errors;
    expect(await refused({ 'handover.receiver': 'keeper1' })).toEqual({
      'handover.receiver':
        '库房管理员 · Warehouse keeper 1 is neither in a customer service nor leads one (1.18). Help from another position goes through the leader (1.7). Choose somebody else, for example /handover @presales1 Ms Zhang tmall refund not there yet.',
    });
    expect(await refused({ 'handover.receiver': 'presales3', 'handover.customer': '  ' })).toEqual({
      'handover.customer':
        'The customer is missing, for example /handover @presales1 Ms Zhang tmall refund not there yet.',
    });
  });

  it('posts a special customer to the service channel when it is ticked, under the name of whoever ticked it', async () => {
    const service = (await as('presales4').messages('service')).length;
    const sent = await receiver.submit({
      'handover.receiver': 'presales3',
      'handover.customer': 'Mr Li',
      'handover.platform': 'jd',
      'handover.matter': 'wants a call before six',
      'handover.urgency': 'today',
      'handover.announce': ['yes'],
    });
    expect(shown(sent.view)).toBe(
      [
        ':white_check_mark: Given to <@UPRESALES3>: `#2` Mr Li · JD · :calendar: today. I will tell you when they accept it or hand it on. If nobody has by the end of the day, your leader is told (1.18).',
        ':loudspeaker: Also posted in the service channel, under your name.',
      ].join('\n'),
    );
    const messages = await as('presales4').messages('service');
    expect(messages).toHaveLength(service + 1);
    expect(shown(messages.at(-1))).toBe(
      [
        ':loudspeaker: <@UPRESALES2> 请大家留意一位特殊顾客（1.18）：',
        '*`#2` Mr Li · 京东 · :calendar: 今天要办*',
        'wants a call before six',
        '等 <@UPRESALES3> 接手',
      ].join('\n'),
    );
  });
});

describe('handing on', () => {
  it('asks somebody else, and shows nothing more of it to whoever was asked before', async () => {
    await third.press('handover.handOn');
    expect(shown(await third.view())).toBe('`#2` Mr Li · 京东 · :calendar: 今天要办\n转给谁');
    expect((await third.submit({ 'handover.handOnTo': 'presales2' })).errors).toEqual({
      'handover.handOnTo':
        '这一条就是 售前客服二 · Pre-sales 2 交来的，不能再转回去。请换一位，例如 /handover @presales1 张女士 天猫 退款没到账。',
    });
    const sent = await third.submit({ 'handover.handOnTo': 'presales4' });
    expect(shown(sent.view)).toBe(':arrow_right: 已转给 <@UPRESALES4>：`#2` Mr Li · 京东 · :calendar: 今天要办。');
    expect(shown(await third.last())).toBe('第 2 号交接已转给 <@UPRESALES4>，不用再处理。');
    expect(await answer(receiver)).toBe(
      ':arrow_right: <@UPRESALES3> handed your customer on to <@UPRESALES4>, who has not answered yet: `#2` Mr Li · JD · :calendar: today.',
    );
    expect(shown(await as('presales4').last()).split('\n')[0]).toBe(
      '<@UPRESALES2> hands an unfinished customer to you:',
    );
  });

  it('leaves nothing to accept for whoever handed it on', async () => {
    expect(await third.command('/handover 接手 2')).toBe('第 2 号现在在 <@UPRESALES4> 那里，等待答复。');
    expect(await giver.command('/handover accept 2')).toBe(
      '第 2 号不在你这里，可能没有这个编号，也可能已经转给别人。你的见 `/handover 列表`。',
    );
  });

  it('may be done by its giver too, and the one asked then accepts', async () => {
    expect(await receiver.command('/handover pass 2 @aftersales1')).toBe(
      ':arrow_right: Handed on to <@UAFTERSALES1>: `#2` Mr Li · JD · :calendar: today.',
    );
    expect(await as('presales4').command('/handover accept 2')).toBe(
      'Number 2 is with <@UAFTERSALES1> now, who has not answered yet.',
    );
    expect(await as('aftersales1').command('/handover 接手 2')).toBe(
      ':white_check_mark: 你接手了：`#2` Mr Li · 京东 · :calendar: 今天要办。已告诉 <@UPRESALES2>。办完后按“已办完”。',
    );
    expect(
      shown(await as('presales4').last('service'))
        .split('\n')
        .at(-1),
    ).toBe(':white_check_mark: 第 2 号已由 <@UAFTERSALES1> 接手。');
  });
});

describe('the list', () => {
  it('holds what is open for both, with what each can do', async () => {
    await giver.command('/handover @presales2 赵先生 淘宝 换货单号没发');
    await receiver.command('/handover @presales1 Ms Wu | asks for an invoice');
    expect(await receiver.command('/handover list')).toBe(
      [
        'Handovers',
        'Waiting for my answer',
        '`#3` 赵先生 · Tmall · from <@UPRESALES1>',
        '换货单号没发',
        'Given by me',
        '`#4` Ms Wu · waits for <@UPRESALES1>',
        'asks for an invoice',
      ].join('\n'),
    );
    expect(await giver.command('/handover 列表')).toBe(
      [
        '交接',
        '等我接手',
        '`#4` Ms Wu · <@UPRESALES2> 交来',
        'asks for an invoice',
        '我交出的',
        '`#3` 赵先生 · 天猫 · 等 <@UPRESALES2> 接手',
        '换货单号没发',
      ].join('\n'),
    );
    expect(shown(await giver.last('department')).match(/\[.*\]/gu)).toEqual([
      '[我来接手] [转交别人]',
      '[补充] [转交别人] [已办完] [收回]',
    ]);
    expect(await third.command('/handover list')).toBe(
      '没有等你接手的顾客，你交出的也都有人接手了。要交接请输入 `/handover`。',
    );
  });

  it('is followed by what is left after a deed in it', async () => {
    await giver.press('handover.withdraw', { channel: 'department' });
    expect(await answer(giver, 'department')).toBe(
      [
        ':leftwards_arrow_with_hook: 已收回：`#3` 赵先生 · 天猫。对方不用再处理。',
        '交接',
        '等我接手',
        '`#4` Ms Wu · <@UPRESALES2> 交来',
        'asks for an invoice',
      ].join('\n'),
    );
    expect(shown(await receiver.last())).toBe(
      ':leftwards_arrow_with_hook: Number 3 was taken back by <@UPRESALES1>; nothing is left to do.',
    );
    expect(await receiver.command('/handover accept 3')).toBe(
      'Number 3 was taken back by <@UPRESALES1>; nothing is left to do.',
    );
  });

  it('opens the form for an addition', async () => {
    await receiver.command('/handover list');
    await receiver.press('handover.add', { channel: 'department' });
    expect((await receiver.submit({ 'handover.added': ' ' })).errors).toEqual({
      'handover.added': 'Say what is to be added, for example /handover add 4 she asked again.',
    });
    const sent = await receiver.submit({ 'handover.added': 'a paper one' });
    expect(shown(sent.view)).toBe('Added to `#4` Ms Wu. They see it in their message.');
    expect(await card(giver, '`#4`')).toContain('asks for an invoice\na paper one');
  });

  it('is part of one’s own record', async () => {
    expect(await receiver.command('/me')).toContain(
      'Handovers (1.18)\nGiven by me\n• `#4` Ms Wu · waits for <@UPRESALES1>\nTo deal with them: `/handover list`\n',
    );
    expect(shown(await giver.home())).toContain(
      '*交接（1.18）*\n等我接手\n• `#4` Ms Wu · <@UPRESALES2> 交来\n处理：`/handover 列表`\n',
    );
  });
});

describe('refused', () => {
  const cases: [user: string, line: string, sentence: string][] = [
    [
      'presales1',
      '/handover @presales1 张女士 退款',
      '不能交给自己。请换一位，例如 `/handover @presales2 张女士 天猫 退款没到账`。',
    ],
    [
      'presales1',
      '/handover @left1 张女士 退款',
      '<@U0LEFT> 的账号已停用。请换一位，例如 `/handover @presales2 张女士 天猫 退款没到账`。',
    ],
    [
      'presales2',
      '/handover @guest1 Ms Zhang refund',
      '<@U0GUEST> is a guest or from another team, and customers stay in ours. Choose somebody else, for example `/handover @presales1 Ms Zhang tmall refund not there yet`.',
    ],
    [
      'presales1',
      '/handover @logistics1 张女士 退款',
      '<@ULOGISTICS1> 2026-12-01 上午已准假或出差，接不了下一班。请换一位，例如 `/handover @presales2 张女士 天猫 退款没到账`。',
    ],
    [
      'presales2',
      '/handover @presales1 @presales3 Ms Zhang refund',
      'One customer goes to one person, so that it is clear whose they are, for example `/handover @presales1 Ms Zhang tmall refund not there yet`.',
    ],
    [
      'presales1',
      '/handover @nobody 张女士 退款',
      '没有找到“@nobody”这个人。请先写交给谁，例如 `/handover @presales2 张女士 天猫 退款没到账`；留给明天第一位就写“明天”。',
    ],
    [
      'presales2',
      '/handover @presales1 Zhang',
      'What is still open is missing, for example `/handover @presales1 Ms Zhang tmall refund not there yet`.',
    ],
    ['presales1', '/handover done', '请写编号；编号见 `/handover 列表`。'],
    [
      'presales2',
      '/handover accept 4',
      'Number 4 is your own. If you finished it yourself, `/handover done 4`; to take it back, `/handover withdraw 4`.',
    ],
    [
      'aftersales1',
      '/handover 明天 张女士 退款',
      '售后客服只有你一个人，留给明天就没有人接。请写明交给谁，例如 `/handover @presales1 张女士 天猫 退款没到账`。',
    ],
    [
      'keeper1',
      '/handover @presales1 张女士 退款',
      '交接顾客（1.18）只在客服和客服的领导之间进行，你的岗位用不到。要请别的岗位配合，请找你的领导安排（1.7）。交给你的看 `/handover 列表`。',
    ],
    [
      'keeper1',
      '/handover',
      '交接顾客（1.18）只在客服和客服的领导之间进行，你的岗位用不到。要请别的岗位配合，请找你的领导安排（1.7）。交给你的看 `/handover 列表`。',
    ],
  ];
  it.each(cases)('%s: %s', async (user, line, sentence) => {
    const before = await count(as('presales2'));
    expect(await as(user).command(line)).toBe(sentence);
    expect(await count(as('presales2'))).toBe(before);
  });
});

describe('the evening', () => {
  it('reminds whoever was asked and has not answered, once, before work ends', async () => {
    await third.command('/handover 明天 李先生 京东 约好早上回电 今天');
    expect(await answer(third, 'department')).toBe(
      ':white_check_mark: 已留给 2026-12-02(周三)第一位来的售前客服：`#5` 李先生 · 京东 · :calendar: 今天要办。那天一上班就会问他们，有人接手后我会私信你。',
    );
    await third.command('/handover tomorrow 孙女士 拼多多 少发一件');
    await department.travel('16:45');
    await receiver.command('/handover @presales4 Mr Late pdd box is broken');
    const before = await Promise.all(['presales1', 'presales2', 'presales3', 'presales4'].map(user => count(as(user))));
    await department.travel('17:00');
    const after = await Promise.all(['presales1', 'presales2', 'presales3', 'presales4'].map(user => count(as(user))));
    expect(after.map((now, at) => now - (before[at] ?? 0))).toEqual([1, 0, 0, 0]);
    expect(shown(await giver.last())).toBe(
      [
        ':hourglass: 快下班了，<@UPRESALES2> 交给你的顾客还在等你答复：',
        '*`#4` Ms Wu*',
        'asks for an invoice',
        'a paper one',
        '接手后由你负责到底；接不了请转交给能接的同事（1.18）。',
        '[我来接手] [转交别人]',
      ].join('\n'),
    );
  });

  it('tells the leader of whoever gave it, once and without a case', async () => {
    const about = async () =>
      (await as('supervisor').messages()).map(({ text }) => text).filter(text => text.includes('1.18'));
    await department.travel('17:30');
    expect(shown(await as('supervisor').last())).toBe(
      [
        '到下班时，还有 2 位顾客交出后没有人接手（1.18）：',
        '• `#4` Ms Wu · <@UPRESALES2> → <@UPRESALES1> · 2026-12-01 10:00 交出',
        '• `#7` Mr Late · 拼多多 · <@UPRESALES2> → <@UPRESALES4> · 2026-12-01 16:45 交出',
        '只是让你知道，不算违规。可以请交出的人或接的人处理一下。',
      ].join('\n'),
    );
    const told = await about();
    await receiver.command('/handover @aftersales1 Ms Later wants a refund');
    await department.travel('18:30');
    expect(await about()).toHaveLength(told.length + 1);
    expect((await about()).at(-1)).toContain('`#8` Ms Later · <@UPRESALES2> → <@UAFTERSALES1>');
    const { read } = department.application.office.database;
    expect(await read.case.count({ where: { article: '1.18' } })).toBe(0);
  });

  it('leaves the reminder without buttons once it is answered', async () => {
    await giver.press('handover.accept');
    expect((await card(giver, ':hourglass:')).split('\n').slice(-2)).toEqual([
      ':white_check_mark: 第 4 号你已经接手了。',
      '[已办完]',
    ]);
  });
});

describe("tomorrow's first", () => {
  it('is nobody before that day', async () => {
    expect(await giver.command('/handover accept 5')).toBe(
      '第 5 号不在你这里，可能没有这个编号，也可能已经转给别人。你的见 `/handover 列表`。',
    );
  });

  it('comes before everybody of the post when work begins, in one message each, but not before its giver', async () => {
    const before = await count(third);
    await department.travel('2026-12-02T08:00');
    expect(shown(await receiver.last())).toBe(
      [
        ':sunrise: The last shift left 2 unfinished customers; whoever accepts first takes them over:',
        '*`#5` 李先生 · JD · :calendar: today*',
        '约好早上回电 今天',
        'from <@UPRESALES3>',
        '[Accept]',
        '*`#6` 孙女士 · Pinduoduo*',
        '少发一件',
        'from <@UPRESALES3>',
        '[Accept]',
        'Your colleagues of the same post got this too; this message will show who accepted.',
      ].join('\n'),
    );
    expect((await giver.last()).text).toContain(':sunrise: 上一班留下 2 位没处理完的顾客，谁先接手就归谁：');
    expect(await count(third)).toBe(before);
  });

  it('is whoever presses first; the other is told who it was', async () => {
    const takers = [giver, receiver, as('presales4')];
    await Promise.all(takers.map(taker => taker.press('handover.accept', { value: '5' })));
    const said = await Promise.all(takers.map(taker => answer(taker)));
    const won = said.filter(text => text.startsWith(':white_check_mark:'));
    expect(won).toHaveLength(1);
    const winner = ['UPRESALES1', 'UPRESALES2', 'UPRESALES4'][said.indexOf(won[0] ?? '')];
    for (const text of said) {
      if (text === won[0]) continue;
      expect([`第 5 号已由 <@${winner}> 接手。`, `Number 5 was accepted by <@${winner}>.`]).toContain(text);
    }
    expect(await answer(third)).toBe(
      `:white_check_mark: <@${winner}> 接手了你交出的顾客：\`#5\` 李先生 · 京东 · :calendar: 今天要办。`,
    );
    const shownTo = await Promise.all(takers.map(async taker => /李先生/u.test(await card(taker, ':sunrise:'))));
    expect(shownTo).toEqual(said.map(text => text === won[0]));
  });

  it('may be finished by its giver after all', async () => {
    expect(await third.command('/handover 完成 6')).toBe(':checkered_flag: 已记为办完：`#6` 孙女士 · 拼多多。');
    const card = (await receiver.messages()).findLast(({ text }) => text.includes('What the last shift left:'));
    expect(shown(card)).not.toContain('[Accept]');
    expect(shown(card)).toContain(':checkered_flag: Number 6 was finished by <@UPRESALES3>.');
  });
});

it('every deed is in the record, and no word of anybody', async () => {
  const entries = await department.application.office.database.read.record.findMany({
    where: { noun: 'handover', nounId: { in: ['2', '5'] } },
    orderBy: { seq: 'asc' },
  });
  const winner = entries.at(-1)?.actor;
  expect(entries.map(({ actor, deed, nounId, before, after }) => [nounId, actor, deed, before, after])).toEqual([
    [
      '2',
      'UPRESALES2',
      'handover.given',
      null,
      { receiverId: 'UPRESALES3', post: null, dueOn: null, urgency: 'today', announced: true, state: 'open' },
    ],
    ['2', 'UPRESALES3', 'handover.handedOn', ...moved('open', 'UPRESALES3', 'open', 'UPRESALES4')],
    ['2', 'UPRESALES2', 'handover.handedOn', ...moved('open', 'UPRESALES4', 'open', 'UAFTERSALES1')],
    ['2', 'UAFTERSALES1', 'handover.accepted', ...moved('open', 'UAFTERSALES1', 'accepted', 'UAFTERSALES1')],
    [
      '5',
      'UPRESALES3',
      'handover.given',
      null,
      { receiverId: null, post: 'presales', dueOn: '2026-12-02', urgency: 'today', announced: false, state: 'open' },
    ],
    ['5', 'clock', 'handover.offered', null, { to: ['UPRESALES1', 'UPRESALES2', 'UPRESALES4'] }],
    ['5', winner, 'handover.accepted', ...moved('open', null, 'accepted', winner ?? '')],
  ]);
});

function moved(...[from, had, to, has]: [string, string | null, string, string]): [object, object] {
  return [
    { state: from, receiverId: had },
    { state: to, receiverId: has },
  ];
}
