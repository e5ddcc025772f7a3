/** What may be typed after /handover, in both languages. */
import { describe, expect, it } from 'vitest';
import { parseHandoverLine } from '../../../src/features/handover/line.ts';
import type { Written } from '../../../src/features/handover/rules.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';

const read = (text: string) => parseHandoverLine(text);
const note = (customer: string, matter: string, more: Partial<Written> = {}): Written => ({
  ...{ platform: null, urgency: 'normal', announced: false },
  customer,
  matter,
  ...more,
});
const tmall = { platform: 'tmall' } as const;

describe('a note', () => {
  it.each<[line: string, to: string, written: Written]>([
    ['@presales2 张女士 天猫 退款没到账', '@presales2', note('张女士', '退款没到账', tmall)],
    ['<@presales2|x> 张女士 天猫 退款没到账', '<@presales2|x>', note('张女士', '退款没到账', tmall)],
    ['＠presales2　张女士　天猫　退款没到账', '@presales2', note('张女士', '退款没到账', tmall)],
    ['presales2 张女士 退款没到账', 'presales2', note('张女士', '退款没到账')],
    ['交接 @presales2 张女士 京东 换货', '@presales2', note('张女士', '换货', { platform: 'jd' })],
    ['交给@presales2 张女士 拼多多 换货', '@presales2', note('张女士', '换货', { platform: 'pinduoduo' })],
    ['转交 @presales2 张女士 抖音 换货', '@presales2', note('张女士', '换货', { platform: 'douyin' })],
    ['give @presales2 Ms Zhang tmall refund missing', '@presales2', note('Ms Zhang', 'refund missing', tmall)],
    ['to @presales2 Ms. Zhang refund missing', '@presales2', note('Ms. Zhang', 'refund missing')],
    [
      '@presales2 Anna Maria Lopez JD wants a call',
      '@presales2',
      note('Anna Maria Lopez', 'wants a call', { platform: 'jd' }),
    ],
    ['@presales2 Anna Lopez | wants a call', '@presales2', note('Anna Lopez', 'wants a call')],
    [
      '@presales2 Anna Lopez ｜ jd ｜ wants a call',
      '@presales2',
      note('Anna Lopez', 'wants a call', { platform: 'jd' }),
    ],
    ['@presales2 张女士，退款没到账，等财务', '@presales2', note('张女士', '退款没到账，等财务')],
    ['@presales2 天猫 张女士 退款没到账', '@presales2', note('张女士', '退款没到账', tmall)],
    ['@presales2 tb_1234 天猫精灵坏了 要换', '@presales2', note('tb_1234', '天猫精灵坏了 要换')],
    ['@presales2 张女士 她 说 要 去 京东 买', '@presales2', note('张女士', '她 说 要 去 京东 买')],
    ['@presales2 张女士 其他 微信来的', '@presales2', note('张女士', '微信来的', { platform: 'other' })],
  ])('%s', (line, to, written) => {
    expect(read(line)).toEqual({ what: 'give', to: { typed: to }, written });
  });

  it.each<[line: string, more: Partial<Written>, matter: string]>([
    ['@p 张女士 退款 加急', { urgency: 'urgent' }, '退款'],
    ['@p 张女士 退款 ＡＳＡＰ！', { urgency: 'urgent' }, '退款'],
    ['@p 加急 张女士 退款', { urgency: 'urgent' }, '退款'],
    ['@p urgent 张女士 退款', { urgency: 'urgent' }, '退款'],
    ['@p 今天 张女士 退款', { urgency: 'today' }, '退款'],
    ['@p 张女士 退款 今天', { urgency: 'today' }, '退款 今天'],
    ['@p 张女士 she comes back today', { urgency: 'today' }, 'she comes back today'],
    ['@p 张女士 退款 今天 加急', { urgency: 'urgent' }, '退款 今天'],
    ['@p 张女士 退款 加急 今天', { urgency: 'urgent' }, '退款 今天'],
    ['@p 张女士 退款 加急，群发，今天', { urgency: 'urgent', announced: true }, '退款 今天'],
    ['@p 张女士 refund announce today', { urgency: 'today', announced: true }, 'refund today'],
    ['@p 张女士 退款 不急', {}, '退款'],
    ['@p 张女士 很急的退款', {}, '很急的退款'],
    ['@p 张女士 退款 群发', { announced: true }, '退款'],
    ['@p 张女士 退款 加急，群发', { announced: true, urgency: 'urgent' }, '退款'],
    ['@p 张女士 退款 announce urgent', { announced: true, urgency: 'urgent' }, '退款'],
    ['@p 张女士 退款 <#C1|service>', { announced: true }, '退款'],
    ['@p 张女士 群发消息发错了', {}, '群发消息发错了'],
    ['@p 张女士 第一行\n第二行 加急', { urgency: 'urgent' }, '第一行\n第二行'],
    ['@p 张女士 退款👍 问 <@aftersales1|post> 和 <https://x.example/a|x.example>', {}, '退款👍 问 @post 和 x.example'],
  ])('%s', (line, more, matter) => {
    expect(read(line)).toEqual({ what: 'give', to: { typed: '@p' }, written: note('张女士', matter, more) });
  });

  it.each([
    '明天 李先生 京东 回电',
    '明早 李先生 京东 回电',
    'tomorrow 李先生 京东 回电',
    '留给明天：李先生 京东 回电',
    'Tomorrow’s first 李先生 京东 回电'.replace('’', "'"),
  ])('left for tomorrow: %s', line => {
    expect(read(line)).toEqual({ what: 'give', to: 'first', written: note('李先生', '回电', { platform: 'jd' }) });
  });

  it('without a customer or anything open is for the rules to refuse', () => {
    expect(read('@p 张女士')).toMatchObject({ written: note('张女士', '') });
    expect(read('@p 天猫')).toMatchObject({ written: note('', '', tmall) });
    expect(read('@p 加急')).toMatchObject({ written: note('', '', { urgency: 'urgent' }) });
  });
});

it.each([
  ['', null],
  ['  ', null],
  ['交接', null],
  ['@presales2', { typed: '@presales2' }],
  ['<@presales2|x>', { typed: '<@presales2|x>' }],
  ['给 @presales2', { typed: '@presales2' }],
  ['tomorrow', 'first'],
  ['明天', 'first'],
])('"%s" opens the form', (line, to) => {
  expect(read(line)).toEqual({ what: 'form', to });
});

describe('a word and a number', () => {
  it.each([
    ['list', { what: 'list' }],
    ['ＬＩＳＴ', { what: 'list' }],
    ['列表', { what: 'list' }],
    ['我的', { what: 'list' }],
    ['accept 3', { what: 'accept', id: 3 }],
    ['接手第3号', { what: 'accept', id: 3 }],
    ['接 #３', { what: 'accept', id: 3 }],
    ['take 3', { what: 'accept', id: 3 }],
    ['take back 3', { what: 'withdraw', id: 3 }],
    ['withdraw no. 3', { what: 'withdraw', id: 3 }],
    ['收回3', { what: 'withdraw', id: 3 }],
    ['done 3', { what: 'finish', id: 3 }],
    ['完成 3', { what: 'finish', id: 3 }],
    ['add 3 paid at noon', { what: 'addTo', id: 3, text: 'paid at noon' }],
    ['补充 3：已加急', { what: 'addTo', id: 3, text: '已加急' }],
    ['补充 3 <@presales4|p4> 知道', { what: 'addTo', id: 3, text: '@p4 知道' }],
    ['add 3', { what: 'addTo', id: 3, text: '' }],
    ['pass 3 @presales4', { what: 'handOn', id: 3, to: '@presales4' }],
    ['hand on 3 to <@presales4|x>', { what: 'handOn', id: 3, to: '<@presales4|x>' }],
    ['转交 3 给 @presales4', { what: 'handOn', id: 3, to: '@presales4' }],
    ['pass 3', { what: 'handOn', id: 3, to: '' }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });
});

it.each([
  ['done', 'handover.numberMissing', { verb: 'finish', text: '' }],
  ['done x', 'handover.numberMissing', { verb: 'finish', text: 'x' }],
  ['done 3 4', 'handover.numberMissing', { verb: 'finish', text: '3 4' }],
  ['收回 全部', 'handover.numberMissing', { verb: 'withdraw', text: '全部' }],
  ['转交', 'handover.numberMissing', { verb: 'handOn', text: '' }],
  ['@presales1@presales2 x y', 'handover.onePerson', { another: null }],
  ['<@presales1|a> 和 @presales2 x y', 'handover.onePerson', { another: null }],
  ['什么', 'handover.receiverMissing', { text: '什么', another: null }],
  ['😀', 'handover.receiverMissing', { text: '😀', another: null }],
  ['张女士 天猫 退款', 'handover.receiverMissing', { text: '张女士 天猫 退款', another: null }],
])('"%s" is refused', (line, code, params) => {
  const refused = read(line);
  expect(isRefusal(refused)).toBe(true);
  expect(refused).toEqual({ code, params });
});
