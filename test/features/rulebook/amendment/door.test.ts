/** Amendments through the door: proposed in the form, old beside new before the president, signed, rejected, taken back (9.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendmentErasing } from '../../../../src/features/rulebook/amendment/erasing.ts';
import { enterVersions, versionsOf } from '../../../../src/features/rulebook/store.ts';
import { rulebookOn } from '../../../../src/features/rulebook/workflow.ts';
import { writeRulebook } from '../../../../src/features/rulebook/written.ts';
import { readRulebook } from '../../../../src/features/rulebook/yaml.ts';
import { memberOf } from '../../../../src/member/store.ts';
import { refreshProfile } from '../../../../src/member/workflow.ts';
import { checkRows } from '../../../../src/store/rowCheck.ts';
import { type Department, type FormInput, openDepartment, type Person } from '../../../support/department.ts';
import { interpreting } from '../../../support/rulebook.ts';
import { shown } from '../../../support/shown.ts';
import { recorded } from '../../../support/speech.ts';

const BEFORE = {
  zh: '上班时间闲聊、看与工作和学习不相干的网页等，每次50元。',
  en: 'Chatting, browsing or anything else unrelated to work or study during working hours costs ¥50 each time.',
};

/** The change of 1.4 that most of these tests propose. */
const CHANGED: FormInput = {
  'rulebook.text.zh-CN': '上班时间只做工作，每次80元。',
  'rulebook.text.en': 'Anything else costs ¥80 each time.',
  'rulebook.figure.0': '80',
  'rulebook.why': '手机用得*多*了',
};

/** Texts that name no figure. */
const TEXTS: FormInput = { 'rulebook.text.zh-CN': '照新的办。', 'rulebook.text.en': 'As it is now.' };

let department: Department;
const as = (user: string): Person => department.as(user);
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-04T10:00' }); // a Friday
  await as('manager').locale('en-US');
  await as('presales1').locale('en-US');
});
afterAll(() => department.close());

async function propose(user: string, number: string, values: FormInput) {
  expect(await as(user).command(`/rules amend ${number}`)).toBe('');
  return as(user).submit(values);
}

describe('who may', () => {
  it.each([
    [
      'presales2',
      '/rules 修改 1.4',
      '这件事只有总裁、部门经理、副经理、经理助理、主管可以做，你没有这个岗位。有需要请联系他们。',
    ],
    [
      'presales2',
      '/rules 回执',
      '这件事只有总裁、部门经理、副经理、经理助理、主管可以做，你没有这个岗位。有需要请联系他们。',
    ],
    [
      'presales1',
      '/rules amend 1.4',
      'Only the president, department manager, deputy manager, manager’s assistant or supervisor can do this, and you do not hold that post. Please ask one of them.',
    ],
    [
      'manager',
      '/rules amend',
      'Which article? Give its number, for example `/rules amend 1.4`. `/rules` lists them all.',
    ],
    [
      'manager',
      '/rules amend late',
      'There is no article “late”. `/rules` lists them all; then type for example `/rules amend 1.4`.',
    ],
    ['supervisor', '/rules 修改 9.99', '条例里没有“9.99”这一条。`/rules` 列出全部条款，然后写例如 `/rules 修改 1.4`。'],
    ['supervisor', '/rules 撤回 1.4', '第 1.4 条没有在等签署的修改，没有什么可撤回的。现在怎样见 `/rules 1.4`。'],
    [
      'manager',
      '/rules withdraw 1.4',
      'No amendment of 1.4 waits for the president, so nothing can be taken back. `/rules 1.4` shows how it stands.',
    ],
    ['manager', '/rules receipts', 'Everybody who was asked has confirmed every change of the regulation.'],
    ['supervisor', '/rules 回执 1.4', '第 1.4 条的修改还没有请人读过。'],
    ['supervisor', '/rules 回执 9.99', '条例里没有“9.99”这一条。`/rules` 列出全部条款，然后写例如 `/rules 回执 1.4`。'],
  ])('%s: %s', async (user, line, answer) => {
    expect(await as(user).command(line)).toBe(answer);
    expect(await as(user).view()).toBeNull();
  });
});

describe('the form', () => {
  it('holds the article as it stands', async () => {
    await as('supervisor').command('/rules 修改 1.21');
    const view = await as('supervisor').view();
    expect(shown(view)).toBe(
      [
        '*1.21 库房出入*\n要改的地方改，其余不动。总裁对照新旧内容后签署。',
        '标题（中文）',
        '标题（英文）',
        '正文（中文）',
        '正文（英文）',
        '罚款（元）：没锁门',
        '通报批评：没锁门',
        '罚款（元）：没锁门且无人看守',
        '通报批评：没锁门且无人看守',
        '罚款（元）：擅自进出',
        '通报批评：擅自进出',
        '从哪天起生效',
        '只改文字',
        '为什么改',
      ].join('\n'),
    );
    const figures = [
      ...JSON.stringify(view).matchAll(/"action_id":"rulebook\.figure\.\d","max_length":30,"initial_value":"(\d+)"/g),
    ];
    expect(figures.map(([, figure]) => figure)).toEqual(['50', '200', '50']);
    await as('supervisor').close();
  });

  it('of a loss made good, or of what the bot counts, asks for no figure', async () => {
    for (const [number, labels] of [
      ['1.28', ['Notice of criticism']],
      ['8.3', ['Notice of criticism']],
      ['2.5', []],
    ] as const) {
      await as('manager').command(`/rules amend ${number}`);
      expect(
        shown(await as('manager').view())
          .split('\n')
          .slice(6, -3),
      ).toEqual(labels);
      await as('manager').close();
    }
  });

  it.each<[string, FormInput, Record<string, string>]>([
    [
      'nothing changed',
      {},
      { 'rulebook.why': 'Nothing is changed yet. Change a text, a figure or a notice; or close the form.' },
    ],
    [
      'an empty title',
      { 'rulebook.title.zh-CN': ' ' },
      { 'rulebook.title.zh-CN': 'This may not be empty. Both languages are needed.' },
    ],
    [
      'an empty text',
      { 'rulebook.text.en': '\n' },
      { 'rulebook.text.en': 'This may not be empty. Both languages are needed.' },
    ],
    [
      'a bad figure',
      { 'rulebook.figure.0': 'fifty' },
      {
        'rulebook.figure.0':
          'I cannot use “fifty”: it is not a number. Write yuan, for example 80 or 12.50; open when the filer proposes it; or leave it empty for none.',
      },
    ],
    [
      'a figure of nothing',
      { 'rulebook.figure.0': '0' },
      {
        'rulebook.figure.0':
          'I cannot use “0”: for no fine leave it empty. Write yuan, for example 80 or 12.50; open when the filer proposes it; or leave it empty for none.',
      },
    ],
    [
      'wording only, with a figure',
      { 'rulebook.figure.0': '80', 'rulebook.wordingOnly': ['yes'] },
      {
        'rulebook.figure.0':
          'This changes what a breach costs, so it is more than wording. Put it back, or untick “Wording only”.',
      },
    ],
    [
      'wording only, with a notice',
      { 'rulebook.notice.0': ['yes'], 'rulebook.wordingOnly': ['yes'] },
      {
        'rulebook.notice.0':
          'This changes what a breach costs, so it is more than wording. Put it back, or untick “Wording only”.',
      },
    ],
    [
      'a day that has passed',
      { 'rulebook.figure.0': '80', 'rulebook.from': '2026-12-03' },
      { 'rulebook.from': 'Choose a day from 2026-12-04 to 2027-12-04, for example 2026-12-04.' },
    ],
    [
      'a day in two years',
      { 'rulebook.figure.0': '80', 'rulebook.from': '2028-12-04' },
      { 'rulebook.from': 'Choose a day from 2026-12-04 to 2027-12-04, for example 2026-12-04.' },
    ],
    [
      'no reason',
      { 'rulebook.figure.0': '80', 'rulebook.why': ' ' },
      {
        'rulebook.why':
          'Say why; everybody who looks the article up reads it, for example “Phones are used much more than in 2015.”',
      },
    ],
  ])('is sent back: %s', async (_, values, errors) => {
    const sent = await propose('manager', '1.4', { 'rulebook.why': 'because', ...values });
    expect(sent.errors).toEqual(errors);
    await as('manager').close();
  });

  it('is sent back in Chinese as well', async () => {
    for (const [values, errors] of [
      [
        { 'rulebook.figure.0': '100000000' },
        {
          'rulebook.figure.0':
            '“100000000”不能用：最多 1000000。请写元，例如 80 或 12.50；由提出人拟定的写“拟定”；不罚款就空着。',
        },
      ],
      [
        { 'rulebook.figure.0': '拟定', 'rulebook.wordingOnly': ['yes'] },
        { 'rulebook.figure.0': '这里改了违反的后果，不只是文字。请改回来，或者去掉“只改文字”。' },
      ],
      [
        { 'rulebook.figure.0': '', 'rulebook.from': '2026-12-03' },
        { 'rulebook.from': '请选 2026-12-04 到 2027-12-04 之间的一天，例如 2026-12-04。' },
      ],
      [{}, { 'rulebook.why': '还没有改动。请改文字、金额或通报批评；不改就关掉表单。' }],
    ] satisfies [FormInput, Record<string, string>][]) {
      const sent = await propose('supervisor', '1.4', { 'rulebook.why': '理由', ...values });
      expect(sent.errors).toEqual(errors);
      await as('supervisor').close();
    }
  });

  it('leaves no trace of what was sent back', async () => {
    const { read } = department.application.office.database;
    expect([await read.amendment.count(), await read.approval.count()]).toEqual([0, 0]);
  });
});

describe('an amendment', () => {
  it('comes before the president, old beside new', async () => {
    const sent = await propose('manager', '1.4', { ...CHANGED, 'rulebook.notice.0': ['yes'] });
    expect(shown(sent.view)).toBe(
      [
        'The amendment of 1.4 Working hours are for work is with the president. You are told what becomes of it.',
        '*1.4 Working hours are for work*',
        'In force from 2026-12-04 (Fri), or from the day it is signed if that is later',
        'Everybody it binds is asked to confirm having read it',
        '*Text (Chinese)*',
        `Old: ${BEFORE.zh}`,
        '*New:* 上班时间只做工作，每次80元。',
        '*Text (English)*',
        `Old: ${BEFORE.en}`,
        '*New:* Anything else costs ¥80 each time.',
        '*What a breach costs*',
        'Old: ¥50 each time',
        '*New:* ¥80 each time + 1 notice of criticism',
        'Why: 手机用得＊多＊了',
        'To take it back: `/rules withdraw 1.4`',
      ].join('\n'),
    );
    expect(shown(await as('president').last())).toBe(
      [
        '<@UMANAGER> 的条例修改（2026-12-04 10:00 提交）',
        '*1.4 上班时间只做工作*',
        '2026-12-04(周五) 起生效；签署得更晚的，从签署那天起',
        '受约束的人都要确认读过',
        '*正文（中文）*',
        `原：${BEFORE.zh}`,
        '*新：* 上班时间只做工作，每次80元。',
        '*正文（英文）*',
        `原：${BEFORE.en}`,
        '*新：* Anything else costs ¥80 each time.',
        '*违反的后果*',
        '原：每次 50元',
        '*新：* 每次 80元 + 通报批评 1 次',
        '为什么改：手机用得＊多＊了',
        '[签署] [驳回]',
      ].join('\n'),
    );
  });

  it('stands beside its article for leaders alone, and is the only one', async () => {
    expect(await as('supervisor').command('/rules 1.4')).toBe(
      [
        '1.4 上班时间只做工作',
        `*1.4 上班时间只做工作*\n${BEFORE.zh}\n_每次 50元_`,
        '约束：所有人 · 一 工作制度 · 原条例 一、4 · 条款第 1 版，2015-01-01 起生效',
        '*<@UMANAGER> 提出的修改从 2026-12-04 10:00 起在等总裁签署*',
        '2026-12-04(周五) 起生效；签署得更晚的，从签署那天起',
        '受约束的人都要确认读过',
        '*正文（中文）*',
        `原：${BEFORE.zh}`,
        '*新：* 上班时间只做工作，每次80元。',
        '*违反的后果*',
        '原：每次 50元',
        '*新：* 每次 80元 + 通报批评 1 次',
        '为什么改：手机用得＊多＊了',
      ].join('\n'),
    );
    expect(await as('presales1').command('/rules 1.4')).toBe(
      [
        '1.4 Working hours are for work',
        `*1.4 Working hours are for work*\n${BEFORE.en}\n_¥50 each time_`,
        'Binds: everyone · 一 Work rules · In the original: 一、4 · Version 1 of the article, in force since 2015-01-01',
      ].join('\n'),
    );
    expect(await as('supervisor').command('/rules 修改 1.4')).toBe(
      '<@UMANAGER> 提出的第 1.4 条修改从 2026-12-04 起在等总裁签署。请等结果，或者请对方撤回。',
    );
    expect(await as('supervisor').command('/rules 撤回 1.4')).toBe('这是 <@UMANAGER> 提出的，只有本人可以撤回。');
    expect(await as('president').command('/approvals')).toContain('上班时间只做工作 · 2026-12-04(周五) 起生效');
  });

  it('that two leaders send at once is one', async () => {
    await as('deputy').command('/rules 修改 1.5');
    await as('supervisor').command('/rules 修改 1.5');
    const values = { 'rulebook.figure.0': '20', 'rulebook.why': '理由' };
    const sent = [await as('deputy').submit(values), await as('supervisor').submit(values)];
    expect(sent.map(({ errors }) => errors)).toEqual([
      undefined,
      {
        'rulebook.why':
          '副经理 · Deputy manager 提出的第 1.5 条修改从 2026-12-04 起在等总裁签署。请等结果，或者请对方撤回。',
      },
    ]);
    await as('supervisor').close();
  });

  it('is signed by the president alone, whoever presses the button', async () => {
    const token = await tokenOf('president', '上班时间只做工作');
    expect(await pressed('manager', 'approval.approve', token)).toBe(
      'You cannot decide your own matter; somebody else with the authority has to.',
    );
    for (const user of ['supervisor', 'deputy', 'presales2'])
      expect(await pressed(user, 'approval.approve', token)).toBe('这件事由总裁审批，你现在没有这个权限。');
    const { read } = department.application.office.database;
    expect(await read.amendment.count({ where: { state: 'signed' } })).toBe(0);
    expect(await read.articleVersion.count({ where: { version: 2 } })).toBe(0);
  });

  it('is withdrawn by who proposed it, by the button beside the article or in a line', async () => {
    await as('deputy').command('/rules 1.5');
    await as('deputy').press('rulebook.withdraw', { channel: 'department' });
    expect((await as('deputy').last('department')).text).toBe('已撤回，1.5 向部门领导汇报进展 保持不变。');
    expect(
      shown(await cardOf('president', '向部门领导汇报进展'))
        .split('\n')
        .at(-1),
    ).toBe(':leftwards_arrow_with_hook: 已由 <@UDEPUTY> 于 2026-12-04 10:00 撤回');
    await propose('manager', '1.5', { 'rulebook.figure.0': '20', 'rulebook.why': 'because' });
    expect(await as('manager').command('/rules withdraw 1.5')).toBe(
      'Withdrawn: the article 1.5 Report progress to the leader stays as it is.',
    );
    expect(await pressed('deputy', 'rulebook.withdraw', '1')).toBe('这是 <@UMANAGER> 提出的，只有本人可以撤回。');
    expect(await pressed('deputy', 'rulebook.withdraw', '2')).toBe(
      '第 1.5 条没有在等签署的修改，没有什么可撤回的。现在怎样见 `/rules 1.5`。',
    );
    expect(await pressed('deputy', 'rulebook.withdraw', 'x')).toContain('这个审批已经不在了');
  });

  it('is rejected with a reason, which its proposer reads', async () => {
    await propose('supervisor', '1.5', { 'rulebook.figure.0': '20', 'rulebook.why': '理由' });
    await as('president').press('approval.reject', { value: await tokenOf('president', '向部门领导汇报进展') });
    expect(shown(await as('president').view())).toBe('理由');
    await as('president').submit({ 'approval.why': '先说清楚什么算汇报' });
    expect(shown(await as('supervisor').last())).toBe(
      ':no_entry: 你的条例修改被 <@UPRESIDENT> 驳回：1.5 向部门领导汇报进展 · 2026-12-04(周五) 起生效\n理由：先说清楚什么算汇报',
    );
    expect(await as('supervisor').command('/rules 1.5')).not.toContain('第 2 版');
  });

  it('judges what happens from its day on, and nothing of before', async () => {
    await as('president').press('approval.approve', { value: await tokenOf('president', '上班时间只做工作') });
    expect(shown(await as('manager').last())).toBe(
      ':white_check_mark: Your amendment was approved by <@UPRESIDENT>: 1.4 Working hours are for work · in force from 2026-12-04 (Fri)',
    );
    expect(await as('supervisor').does('/violation @presales2 1.4 昨天 闲聊')).toContain('50元');
    expect(await as('supervisor').does('/violation @presales3 1.4 闲聊')).toContain('80元');
    expect(shown(await caseOf('presales2'))).toContain(`${BEFORE.zh}\n_条款第 1 版，2015-01-01 起生效_`);
    expect(shown(await caseOf('presales3'))).toContain(
      '上班时间只做工作，每次80元。\n_条款第 2 版，2026-12-04 起生效_',
    );
  });

  it('is signed once', async () => {
    const token = /"value":"([0-9a-f]{24})"/;
    expect(JSON.stringify(await cardOf('president', '上班时间只做工作'))).not.toMatch(token);
    const { read } = department.application.office.database;
    const row = await read.approval.findFirstOrThrow({ where: { kind: 'amendment', state: 'approved' } });
    expect(await pressed('president', 'approval.approve', row.token)).toBe(
      '这件事已经由 <@UPRESIDENT> 于 2026-12-04 10:00 批准，不用再处理。',
    );
    expect(await read.articleVersion.count({ where: { number: '1.4' } })).toBe(2);
    expect(shown(await cardOf('president', '上班时间只做工作'))).toBe(
      [
        '<@UMANAGER> 的条例修改（2026-12-04 10:00 提交）',
        '*1.4 上班时间只做工作*',
        '2026-12-04(周五) 起生效',
        '受约束的人都要确认读过',
        '*正文（中文）*',
        `原：${BEFORE.zh}`,
        '*新：* 上班时间只做工作，每次80元。',
        '*正文（英文）*',
        `原：${BEFORE.en}`,
        '*新：* Anything else costs ¥80 each time.',
        '*违反的后果*',
        '原：每次 50元',
        '*新：* 每次 80元 + 通报批评 1 次',
        '为什么改：手机用得＊多＊了',
        ':white_check_mark: 已由 <@UPRESIDENT> 于 2026-12-04 10:00 签署',
      ].join('\n'),
    );
  });

  it('stands in the history of its article, for everybody', async () => {
    expect(await as('clerk1').command('/rules 1.4')).toBe(
      [
        '1.4 上班时间只做工作',
        '*1.4 上班时间只做工作*\n上班时间只做工作，每次80元。\n_每次 80元 + 通报批评 1 次_',
        '约束：所有人 · 一 工作制度 · 原条例 一、4 · 条款第 2 版，2026-12-04 起生效',
        '这次修改你还没有确认',
        '*历次修改*',
        '条款第 2 版，2026-12-04 起生效：上班时间只做工作，每次80元。 _每次 80元 + 通报批评 1 次_',
        '<@UPRESIDENT> 于 2026-12-04 10:00 签署，<@UMANAGER> 提出',
        '为什么改：手机用得＊多＊了',
        `条款第 1 版，2015-01-01 起生效：${BEFORE.zh} _每次 50元_`,
      ].join('\n'),
    );
  });

  it('that comes later is announced beside what holds until then', async () => {
    const sent = await propose('manager', '1.9', {
      'rulebook.figure.1': '300',
      'rulebook.from': '2026-12-10',
      'rulebook.why': 'sales',
    });
    expect(shown(sent.view)).toContain(
      '*What a breach costs: JD*\nOld: ¥200 each time\n*New:* ¥300 each time\nWhy: sales',
    );
    await as('president').press('approval.approve', { value: await tokenOf('president', '客服按班表在线') });
    expect((await as('manager').command('/rules 1.9')).split('\n').slice(2)).toEqual([
      'All accounts the roster assigns are online in the assigned hours. Each absence costs ¥200 on Tmall or JD and ¥50 on other shops.',
      '_Tmall ¥200 each time · JD ¥200 each time · other shops ¥50 each time_',
      'Binds: pre-sales service · 一 Work rules · In the original: 一、9 · Version 1 of the article, in force since 2015-01-01',
      '*Version 2, from 2026-12-10 (Thu) on*: All accounts the roster assigns are online in the assigned hours. Each absence costs ¥200 on Tmall or JD and ¥50 on other shops. _Tmall ¥200 each time · JD ¥300 each time · other shops ¥50 each time_',
      'signed by <@UPRESIDENT> on 2026-12-04 10:00, proposed by <@UMANAGER>',
      'Why: sales',
    ]);
    expect(await as('supervisor').does('/violation @presales4 1.9 京东 缺席')).toContain('200元');
  });

  it('of a version to come begins from that, and is not dated before it', async () => {
    await as('manager').command('/rules amend 1.9');
    expect(shown(await as('manager').view()).split('\n')[2]).toBe(
      'This is version 2, in force from 2026-12-10 (Thu). The change is dated that day or later.',
    );
    const early = await as('manager').submit({
      'rulebook.from': '2026-12-09',
      'rulebook.figure.1': '400',
      'rulebook.why': 'x',
    });
    expect(early.errors).toEqual({
      'rulebook.from': 'Choose a day from 2026-12-10 to 2027-12-04, for example 2026-12-10.',
    });
    await as('manager').close();
  });

  it('that was begun from another version is refused', async () => {
    await as('supervisor').command('/rules 修改 1.6');
    await as('manager').command('/rules amend 1.6');
    await as('manager').submit({ ...TEXTS, 'rulebook.figure.0': '60', 'rulebook.why': 'first' });
    await as('president').press('approval.approve', { value: await tokenOf('president', '周计划与月计划') });
    const late = await as('supervisor').submit({ ...TEXTS, 'rulebook.figure.0': '70', 'rulebook.why': '第二个' });
    expect(late.errors).toEqual({
      'rulebook.why': '第 1.6 条现在已有第 2 版。请用 /rules 1.6 看过，再重新提出。',
    });
    await as('supervisor').close();
  });

  it('of the wording only says so, and asks nobody to read it', async () => {
    const { read } = department.application.office.database;
    const asked = await read.readReceipt.count();
    const sent = await propose('manager', '1.7', {
      'rulebook.title.en': 'Help is asked of <!channel> the leader',
      'rulebook.text.en': 'Peers give each other no orders.\nHelp from another post: ask the leader & wait.',
      'rulebook.wordingOnly': ['yes'],
      'rulebook.why': 'plainer',
    });
    expect(shown(sent.view).split('\n').slice(3, 7)).toEqual([
      'Wording only: nobody is asked to read it',
      '*Title (English)*',
      'Old: Coordination goes through the leader',
      '*New:* Help is asked of &lt;!channel&gt; the leader',
    ]);
    expect(shown(await as('president').last())).toContain('只改文字，不用大家确认');
    await as('president').press('approval.approve', { value: await tokenOf('president', '跨岗协调找领导') });
    expect(await read.readReceipt.count()).toBe(asked);
    expect((await as('presales1').command('/rules 1.7')).split('\n').slice(1, 8)).toEqual([
      '*1.7 Help is asked of &lt;!channel&gt; the leader*',
      'Peers give each other no orders.',
      'Help from another post: ask the leader &amp; wait.',
      '_on record; an amount may be added_',
      'Binds: everyone · 一 Work rules · In the original: 一、7 · Version 2 of the article, in force since 2026-12-04',
      '*Its versions*',
      'Version 2 of the article, in force since 2026-12-04: Peers give each other no orders.',
    ]);
    expect(await as('presales1').command('/rules 1.7')).toContain(
      'signed by <@UPRESIDENT> on 2026-12-04 10:00, proposed by <@UMANAGER>, wording only\nWhy: plainer',
    );
  });

  it('of the president’s own is signed by sending it', async () => {
    expect(await as('president').command('/rules 修改 1.3')).toBe('');
    expect(shown(await as('president').view()).split('\n')[1]).toBe('你是总裁，提交这个表单就是签署。');
    const sent = await as('president').submit({ 'rulebook.figure.0': '30', 'rulebook.why': '写明数额' });
    expect(shown(sent.view)).toBe(
      [
        '已签署。1.3 5S与每日值日 的新版 2026-12-04(周五) 起生效。',
        '*1.3 5S与每日值日*',
        '2026-12-04(周五) 起生效',
        '受约束的人都要确认读过',
        '*违反的后果*',
        '原：金额由提出人拟定',
        '*新：* 每次 30元',
        '为什么改：写明数额',
      ].join('\n'),
    );
    expect(await as('supervisor').does('/violation @presales4 1.3 没戴工牌')).toContain('30元');
  });

  it('waits no more once its proposer has left', async () => {
    await propose('deputy', '1.2', { 'rulebook.figure.0': '20', 'rulebook.why': '理由' });
    const { office } = department.application;
    const member = await memberOf(office.database.read, 'UDEPUTY');
    if (member === null) throw new Error('there is no deputy');
    const { posts: _, leaderId: __, ...identity } = member;
    await refreshProfile(office, { ...identity, deactivated: true });
    await department.application.settled();
    expect(
      shown(await cardOf('president', '按标准和流程办事'))
        .split('\n')
        .at(-1),
    ).toContain('提交的人已离职');
    expect(await as('supervisor').command('/rules 1.2')).not.toContain('在等总裁签署');
    await propose('supervisor', '1.2', { 'rulebook.figure.0': '20', 'rulebook.why': '理由' });
  });

  it('signed later than the day asked for is in force from the day it is signed', async () => {
    await department.travel('2026-12-07T12:30');
    await as('president').press('approval.approve', { value: await tokenOf('president', '按标准和流程办事') });
    expect(await as('supervisor').does('/violation @presales2 1.2 12-06 没走流程')).toContain('第 1.2 条没有定额');
    expect(await as('supervisor').does('/violation @presales2 1.2 没走流程')).toContain('20元');
  });

  it('to come holds from its day on, and is no part of an export before', async () => {
    const { read } = department.application.office.database;
    const figures = async (day: string) => {
      const book = await rulebookOn(read, day);
      if (book === null) throw new Error('no rulebook');
      const text = writeRulebook(book);
      const back = readRulebook(text, 'en', interpreting);
      if ('faults' in back) throw new Error(JSON.stringify(back.faults));
      const all = back.sections.flatMap(section => section.articles);
      expect(all).toEqual(book.sections.flatMap(section => section.articles).map(one => ({ ...one, version: 1 })));
      return all.find(({ number }) => number === '1.9')?.tiers.map(({ amount }) => amount);
    };
    expect(await figures('2026-12-09')).toEqual([20_000, 20_000, 5_000]);
    expect(await figures('2026-12-10')).toEqual([20_000, 30_000, 5_000]);
    await department.travel('2026-12-10T12:30');
    expect(await as('supervisor').does('/violation @presales4 1.9 京东 昨天 缺席')).toContain('200元');
    expect(await as('supervisor').does('/violation @presales4 1.9 京东 缺席')).toContain('300元');
  });
});

describe('an amendment of an article that changed meanwhile', () => {
  it('is not signed, and still waits', async () => {
    await propose('supervisor', '1.14', { ...TEXTS, 'rulebook.figure.0': '60', 'rulebook.why': '理由' });
    const { database, clock } = department.application.office;
    const [first] = await versionsOf(database.read, '1.14');
    if (first === undefined) throw new Error('1.14 is gone');
    await enterVersions(database.read, [{ ...first, version: 2, inForceFrom: '2026-12-10' }], clock.now());
    const token = await tokenOf('president', '品牌与产品知识');
    expect(await pressed('president', 'approval.approve', token)).toBe(
      '第 1.14 条现在已有第 2 版。请用 `/rules 1.14` 看过，再重新提出。',
    );
    expect(await versionsOf(database.read, '1.14')).toHaveLength(2);
    expect(await database.read.amendment.count({ where: { number: '1.14', state: 'pending' } })).toBe(1);
    expect(await as('supervisor').command('/rules 撤回 1.14')).toContain('已撤回');
  });
});

describe('texts as long as they may be', () => {
  it('are cut where a message is too small, which says so', async () => {
    const long = (sign: string) => ({
      'rulebook.title.zh-CN': sign.repeat(120),
      'rulebook.title.en': sign.repeat(120),
      'rulebook.text.zh-CN': sign.repeat(1_000),
      'rulebook.text.en': sign.repeat(1_000),
      'rulebook.why': '&'.repeat(500),
    });
    expect((await propose('manager', '1.12', { ...long('&'), 'rulebook.from': '2026-12-20' })).errors).toBeUndefined();
    expect(shown(await as('president').last())).toContain('这里有删节，全文见 `/rules 1.12`。');
    await as('president').press('approval.approve');
    expect(shown(await as('presales1').last())).toContain('Shortened here. `/rules 1.12` shows the whole.');
    await propose('manager', '1.12', { ...long('<'), 'rulebook.from': '2026-12-21' });
    await as('president').press('approval.approve');
    await propose('manager', '1.12', long('&'));
    expect(await as('manager').command('/rules 1.12')).toContain('1.12 Five required inquiry steps');
    expect(await as('manager').command('/rules withdraw 1.12')).toContain('Withdrawn');
    const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
    expect(complaints).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is on the record, which finds a figure altered by hand', async () => {
    const { database } = department.application.office;
    expect(await checkRows(database.read, recorded)).toBeNull();
    const where = { number_version: { number: '1.4', version: 2 } };
    const { body } = await database.read.articleVersion.findUniqueOrThrow({ where });
    const cheaper = JSON.parse(JSON.stringify(body).replace('8000', '800')) as object;
    await database.read.articleVersion.update({ where, data: { body: cheaper } });
    expect(await checkRows(database.read, recorded)).toMatchObject({
      ...{ table: 'article_version', key: '1.4', what: 'differs', field: 'version 2' },
      recorded: { figures: ['plain: 8000 and a notice'] },
      present: { figures: ['plain: 800 and a notice'] },
    });
    await database.read.articleVersion.update({ where, data: { body: body as object } });
  });

  it('of why one was rejected goes in time, and of why one was asked for stays', async () => {
    const { database } = department.application.office;
    const erased = (instant: Date) =>
      database.transaction(tx => amendmentErasing.over(tx, { date: '2026-12-04', instant }));
    expect(await erased(new Date('2026-12-04T00:00:00+08:00'))).toEqual({ approvals: 0 });
    expect(await erased(new Date('2026-12-05T00:00:00+08:00'))).toEqual({ approvals: 1 });
    expect(await erased(new Date('2026-12-05T00:00:00+08:00'))).toEqual({ approvals: 0 });
    const rows = await database.read.amendment.findMany({ where: { state: 'rejected' } });
    expect(rows.map(({ why }) => why)).toEqual(['理由']);
  });
});

describe('another regulation', () => {
  it('is amended as well', async () => {
    const shop = await openDepartment({
      at: '2026-12-04T10:00',
      database: { kind: 'memory' },
      environment: { RULEBOOK_FILE: new URL('../shop.yaml', import.meta.url).pathname },
    });
    try {
      await shop.as('manager').locale('en-US');
      await shop.as('manager').command('/rules amend 4.1');
      expect(
        shown(await shop.as('manager').view())
          .split('\n')
          .slice(6, -3),
      ).toEqual(['Penalty in points: small', 'Notice of criticism: small', 'Notice of criticism: large']);
      const sent = await shop.as('manager').submit({
        'rulebook.figure.0': '5',
        'rulebook.notice.1': ['yes'],
        'rulebook.why': 'small sums add up',
      });
      expect(shown(sent.view).split('\n').slice(4, -1)).toEqual([
        '*What a breach costs: small*',
        'Old: on record; an amount may be added',
        '*New:* 5 points each time',
        '*What a breach costs: large*',
        'Old: the loss is made good',
        '*New:* the loss is made good + 1 notice of criticism',
        'Why: small sums add up',
      ]);
      await shop.as('president').press('approval.approve');
      expect(await shop.as('supervisor').does('/violation @presales2 4.1 少量 差了2元')).toContain('5 分');
      expect(await shop.as('supervisor').does('/violation @presales2 4.1 少量 昨天 差了2元')).toContain('不扣分');
    } finally {
      await shop.close();
    }
  });

  it('changes a ladder step by step, or keeps it as it is', async () => {
    const shop = await openDepartment({
      at: '2026-12-04T10:00',
      database: { kind: 'memory' },
      environment: { RULEBOOK_FILE: new URL('../shop.yaml', import.meta.url).pathname },
    });
    const [manager, supervisor] = [shop.as('manager'), shop.as('supervisor')];
    const ladders = async () =>
      (await shop.application.office.database.read.articleVersion.findMany({ where: { number: '1.3' } })).map(
        ({ body }) => (body as { tiers?: { ladder?: unknown }[] }).tiers?.[0]?.ladder,
      );
    try {
      await manager.locale('en-US');
      const before = await ladders();
      await manager.command('/rules amend 1.3');
      const form = (await manager.view())?.blocks ?? [];
      expect(form.find(({ block_id }) => block_id === 'rulebook.figure.0')).toMatchInlineSnapshot(`
        {
          "block_id": "rulebook.figure.0",
          "dispatch_action": false,
          "element": {
            "action_id": "rulebook.figure.0",
            "dispatch_action_config": {
              "trigger_actions_on": [
                "on_enter_pressed",
              ],
            },
            "initial_value": "Notice of criticism
        50
        100 + Notice of criticism",
            "max_length": 500,
            "multiline": true,
            "type": "plain_text_input",
          },
          "hint": {
            "emoji": true,
            "text": "For example 50, or 100 + notice of criticism. The last holds from then on; the months stay.",
            "type": "plain_text",
          },
          "label": {
            "emoji": true,
            "text": "What it costs each time, one step a line",
            "type": "plain_text",
          },
          "optional": false,
          "type": "input",
        }
      `);
      expect(form.some(({ block_id }) => block_id === 'rulebook.notice.0')).toBe(false);
      await manager.submit({
        'rulebook.title.en': 'Leave the shop tidy',
        'rulebook.wordingOnly': ['yes'],
        'rulebook.why': 'plainer',
      });
      await shop.as('president').press('approval.approve');
      expect(await ladders()).toEqual([before[0], before[0]]);

      await supervisor.command('/rules amend 1.3');
      const send = (steps: string, more = {}) =>
        supervisor.submit({ 'rulebook.figure.0': steps, 'rulebook.why': '太轻了', ...more });
      expect((await send('通报批评\n五元五')).errors).toMatchInlineSnapshot(`
        {
          "rulebook.figure.0": "“五元五”看不懂。请写例如“通报批评”“50”，或“100 + 通报批评”。",
        }
      `);
      expect((await send('50')).errors).toMatchInlineSnapshot(`
        {
          "rulebook.figure.0": "请一行写一步，共 2 到 12 步；最后一步以后每次都一样。",
        }
      `);
      expect((await send('50\n80', { 'rulebook.wordingOnly': ['yes'] })).errors).toMatchInlineSnapshot(`
        {
          "rulebook.figure.0": "这里改了违反的后果，不只是文字。请改回来，或者去掉“只改文字”。",
        }
      `);
      const sent = await send('20\n60\n120 + 通报批评', { 'rulebook.wordingOnly': [] });
      expect(shown(sent.view)).toMatchInlineSnapshot(`
        "1.3 店面整洁 的修改已报总裁签署，有了结果会告诉你。
        *1.3 店面整洁*
        2026-12-04(周五) 起生效；签署得更晚的，从签署那天起
        受约束的人都要确认读过
        *违反的后果*
        原：12个月内第1次：通报批评 1 次；第2次：50 分；第3次起：100 分 + 通报批评 1 次
        *新：* 12个月内第1次：20 分；第2次：60 分；第3次起：120 分 + 通报批评 1 次
        为什么改：太轻了
        要撤回：\`/rules 撤回 1.3\`"
      `);
      await shop.as('president').press('approval.approve');
      expect(await supervisor.does('/violation @presales2 1.3 没扫地')).toContain('12个月内第1次：20 分');
      expect(await manager.does('/rules 1.3')).toMatchInlineSnapshot(`
        "1.3 Leave the shop tidy
        *1.3 Leave the shop tidy*
        Tidy up before you leave; within a year each time costs more.
        _in 12 months, 1st time: 20 points; 2nd: 60 points; from the 3rd on: 120 points + 1 notice of criticism_
        Binds: everyone · 1 Opening · In the original: 1.3 · Version 3 of the article, in force since 2026-12-04
        You have not confirmed this change yet
        *Its versions*
        Version 3 of the article, in force since 2026-12-04: Tidy up before you leave; within a year each time costs more. _in 12 months, 1st time: 20 points; 2nd: 60 points; from the 3rd on: 120 points + 1 notice of criticism_
        signed by <@UPRESIDENT> on 2026-12-04 10:00, proposed by <@USUPERVISOR>
        Why: 太轻了
        Version 2 of the article, in force since 2026-12-04: Tidy up before you leave; within a year each time costs more. _in 12 months, 1st time: 1 notice of criticism; 2nd: 50 points; from the 3rd on: 100 points + 1 notice of criticism_
        signed by <@UPRESIDENT> on 2026-12-04 10:00, proposed by <@UMANAGER>, wording only
        Why: plainer
        Version 1 of the article, in force since 2026-01-01: Tidy up before you leave; within a year each time costs more. _in 12 months, 1st time: 1 notice of criticism; 2nd: 50 points; from the 3rd on: 100 points + 1 notice of criticism_"
      `);
      await manager.command('/rules amend 1.3');
      const wrong = await manager.submit({ 'rulebook.figure.0': 'fifty\n60', 'rulebook.why': 'x' });
      expect(wrong.errors).toMatchInlineSnapshot(`
        {
          "rulebook.figure.0": "“fifty” is no step. Write for example notice of criticism, 50, or 100 + notice of criticism.",
        }
      `);
    } finally {
      await shop.close();
    }
  });
});

/** The card of a matter in somebody's messages, by words in it. */
async function cardOf(user: string, about: string) {
  const seen = (await as(user).messages()).findLast(
    ({ blocks }) => JSON.stringify(blocks ?? []).includes(about) && JSON.stringify(blocks).includes('条例修改'),
  );
  if (seen === undefined) throw new Error(`${user} has no card about ${about}`);
  return seen;
}

async function tokenOf(user: string, about: string): Promise<string> {
  const token = /"value":"([0-9a-f]{24})"/.exec(JSON.stringify((await cardOf(user, about)).blocks))?.[1];
  if (token === undefined) throw new Error(`nothing is to be decided about ${about}`);
  return token;
}

async function caseOf(user: string) {
  const seen = (await as(user).messages()).findLast(({ blocks }) =>
    JSON.stringify(blocks ?? []).includes('violation.'),
  );
  if (seen === undefined) throw new Error(`${user} has no case`);
  return seen;
}

/** Puts the button into #service under the bot's own name, as a shared message shows it, and has a person press it. */
async function pressed(user: string, action: string, value: string): Promise<string> {
  const { workspace } = department.application;
  const element = { type: 'button', action_id: action, value, text: { type: 'plain_text', text: 'Press' } };
  const response = await fetch(`${workspace?.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace?.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'service', text: 'shared', blocks: [{ type: 'actions', elements: [element] }] }),
  });
  const { channel = '', ts = '' } = (await response.json()) as Record<string, string>;
  await department.call('/human/join', { user, channel: 'service' });
  await as(user).press(action, { channel, ts });
  return (await as(user).last(channel)).text;
}
