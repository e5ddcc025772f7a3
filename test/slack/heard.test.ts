/** Which command people mean when they write to the bot, in both languages. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { LOCALES } from '../../src/kernel/locale.ts';
import { heard, likeliest, spokenAs } from '../../src/slack/heard.ts';
import { languages } from '../support/speech.ts';

const vocabulary = commands.map(({ name, words }) =>
  spokenAs(
    name,
    [name.slice(1)],
    LOCALES.map(locale => languages[locale].commands[words]),
  ),
);

describe('a line that begins with a command', () => {
  it.each([
    ['leave tomorrow sick', '/leave', 'tomorrow sick'],
    ['Leave tomorrow sick', '/leave', 'tomorrow sick'],
    ['/leave tomorrow sick', '/leave', 'tomorrow sick'],
    ['请假 明天 病假', '/leave', '明天 病假'],
    ['请假：明天 病假', '/leave', '明天 病假'],
    ['请假，明天，病假', '/leave', '明天，病假'],
    ['请假明天 病假', '/leave', '明天 病假'],
    ['请假12-07 年假', '/leave', '12-07 年假'],
    ['请假', '/leave', ''],
    ['打卡', '/checkin', ''],
    ['打卡。', '/checkin', ''],
    ['ｃｈｅｃｋｉｎ', '/checkin', ''],
    ['check in', '/checkin', ''],
    ['出差 12-14 3天', '/trip', '12-14 3天'],
    ['business trip 12-14', '/trip', '12-14'],
    ['交接 @aftersales1 张女士', '/handover', '@aftersales1 张女士'],
    ['违规 <@U1> 1.9', '/violation', '<@U1> 1.9'],
    ['违纪 list', '/violation', 'list'],
    ['表扬 <@U1> 100 零差评', '/praise', '<@U1> 100 零差评'],
    ['奖励：@li 帮忙', '/praise', '@li 帮忙'],
    ['审批', '/approvals', ''],
    ['会议', '/meeting', ''],
    ['签到', '/meeting', '签到'],
    ['签到！', '/meeting', '签到'],
    ['sign in', '/meeting', 'sign in'],
    ['汇报 发货 | 盘点 | 无', '/meeting', '汇报 发货 | 盘点 | 无'],
    ['汇报：发货 | 盘点 | 无', '/meeting', '汇报 发货 | 盘点 | 无'],
    ['日历 2027-02', '/calendar', '2027-02'],
    ['岗位 list', '/post', 'list'],
    ['我', '/me', ''],
    ['me', '/me', ''],
    ['帮助', '/help', ''],
    ['help leave', '/help', 'leave'],
    ['leave\n2026-12-07 annual', '/leave', '2026-12-07 annual'],
  ])('%s', (line, command, text) => {
    expect(heard(line, vocabulary)).toEqual({ what: 'line', command, text });
  });
});

describe('a line that speaks of one or more', () => {
  it.each<[string, string[]]>([
    ['我明天想请假', ['/leave']],
    ['I’d like leave tomorrow', ['/leave']],
    ["I'd like leave tomorrow", ['/leave']],
    ['can I have a day off?', ['/leave']],
    ['请假怎么弄', ['/leave']],
    ['下周要出差三天', ['/trip']],
    ['今天还没打卡', ['/checkin']],
    ['早会几点', ['/meeting']],
    ['今天下午不舒服', ['/leave']],
    ['我想请两天年假，从下周三开始', ['/leave']],
    ["I'm sick today", ['/leave']],
    ['where is my report?', ['/meeting']],
    ['who approves my leave? approval please', ['/leave', '/approvals']],
    ['请假的审批到哪一步了', ['/leave', '/approvals']],
  ])('%s', (line, named) => {
    expect(heard(line, vocabulary)).toEqual({ what: 'mentioned', commands: named });
  });
});

describe('anything else gets the three likeliest', () => {
  it.each<[string, string]>([
    ['laeve tomorrow', '/leave'],
    ['chekin', '/checkin'],
    ['calender', '/calendar'],
    ['violatoin @presales1', '/violation'],
    ['metting', '/meeting'],
    ['tripp to Beijing', '/trip'],
    ['请个假', '/leave'],
    ['审一下', '/approvals'],
    ['交一下班', '/handover'],
    ['开个会', '/meeting'],
  ])('%s', (line, first) => {
    const found = heard(line, vocabulary);
    expect(found).toMatchObject({ what: 'unknown', commands: { length: 3 } });
    expect(found.what === 'unknown' && found.commands[0]).toBe(first);
  });

  it('in the order of the register where nothing is like any', () => {
    expect(likeliest('？？？', vocabulary)).toEqual(commands.slice(0, 3).map(({ name }) => name));
  });
});
