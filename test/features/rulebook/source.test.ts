/** The regulation read again by hand, a row an article and variant, with the words each figure, role and condition comes from. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config.ts';
import type { Article, Bound, Tier } from '../../../src/features/rulebook/article.ts';
import { boundBy } from '../../../src/features/rulebook/rules.ts';
import { casesTowards132 } from '../../../src/features/violation/count.ts';
import { priceOf } from '../../../src/features/violation/price.ts';
import { authorityFor } from '../../../src/features/violation/route.ts';
import type { CaseRecord } from '../../../src/features/violation/rules.ts';
import { yuan } from '../../../src/kernel/money.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { USUAL_LEVELS } from '../../../src/member/post.ts';
import { articles } from '../../support/rulebook.ts';

/** In yuan; `open`: whoever files names it; `record`: no fine is named; `loss`: what was lost, made good. */
type Figure = number | 'open' | 'record' | 'loss';

interface Row {
  figure: Figure;
  /** What a fixed figure is multiplied by. */
  per?: 'item' | 'response';
  notice?: true;
  leadsTo?: 'transfer-or-dismissal' | 'return-to-hr';
  who: Bound;
  /** Who decides one occurrence by a member of staff: 300 within a leader's authority, anything beyond the president's. */
  decides: 'leader' | 'president';
  /** It counts towards 1.32, as one of 1.1 to 1.31. */
  counts: boolean;
  /** The words of the source. */
  says: string;
}

const everyone = 'everyone' as const;
const presales: Bound = ['presales'];
const keeper: Bound = ['keeper'];
const operations: Bound = ['operations'];
const staff = { decides: 'leader', counts: true } as const;
const other = { decides: 'leader', counts: false } as const;

const READ: Record<string, Row> = {
  '1.1 plain': { figure: 'open', who: everyone, ...staff, says: '做到工作有计划、过程有记录,项目有结果' },
  '1.2 plain': { figure: 'open', who: everyone, ...staff, says: '严格按照公司ISO及电子商务相关规章制度、流程开展工作' },
  '1.3 plain': {
    figure: 'open',
    who: everyone,
    ...staff,
    says: '着工作服、每天安排值日、保持整洁办公环境、佩戴工作牌',
  },
  '1.4 plain': { figure: 50, who: everyone, ...staff, says: '浏览与工作无关的网页等。发现一次罚款50元' },
  '1.5 plain': { figure: 'open', who: everyone, ...staff, says: '各岗位应主动、积极地与部门领导汇报、沟通' },
  '1.6 plain': { figure: 50, who: everyone, ...staff, says: '否则未按照计划完成工作,一次罚款50元' },
  '1.7 plain': { figure: 'record', who: everyone, ...staff, says: '平级间不得下达工作指令' },
  '1.8 plain': { figure: 50, notice: true, who: everyone, ...staff, says: '违者通报批评一次,并罚款50元' },
  '1.9 tmall': { figure: 200, who: presales, ...staff, says: '天猫客服和京东商城客服,缺席一次罚款200元' },
  '1.9 jd': { figure: 200, who: presales, ...staff, says: '天猫客服和京东商城客服,缺席一次罚款200元' },
  '1.9 other': { figure: 50, who: presales, ...staff, says: '其他网店客服缺席,罚款50元' },
  '1.10 plain': { figure: 50, per: 'response', who: presales, ...staff, says: '如出现超时回复,每次罚款50元' },
  '1.11 plain': { figure: 50, who: presales, ...staff, says: '或者被顾客投诉的情况,每次罚款50元' },
  '1.12 plain': { figure: 50, who: presales, ...staff, says: '缺少以上必备流程,每次罚款50元' },
  '1.13 plain': { figure: 100, who: presales, ...staff, says: '经常缺少以上环节,每次罚款100元' },
  '1.14 plain': { figure: 50, who: presales, ...staff, says: '如发现回答有误,每次罚款50元' },
  '1.15 plain': { figure: 50, who: presales, ...staff, says: '如果发现客服不了解,每次罚款50元' },
  '1.16 plain': { figure: 100, who: presales, ...staff, says: '如发现考试不合格者,每次罚款100元' },
  '1.17 plain': { figure: 'record', who: presales, ...staff, says: '同时值班的2个人需要错开吃饭时间' },
  '1.18 plain': { figure: 'record', who: presales, ...staff, says: '必须在处理完成后离线,或转交给下一班的客服' },
  '1.19 plain': { figure: 50, who: ['aftersales'], ...staff, says: '超时没有解释的,每次罚款50元' },
  '1.20 neutral': { figure: 100, who: everyone, ...staff, says: '对中差评责任人,中评每次罚款100元' },
  '1.20 bad': { figure: 200, who: everyone, ...staff, says: '差评每次罚款200元' },
  '1.21 unlocked': { figure: 50, who: keeper, ...staff, says: '如发现库房管理员进出没有锁门,每次罚款50元' },
  '1.21 unattended': { figure: 200, who: keeper, ...staff, says: '无人看守且没有锁门,每次罚款200元' },
  '1.21 entry': {
    ...{ figure: 50, who: { everyoneBut: ['keeper'] }, ...staff },
    says: '如发现其他人员,未经库房管理员的允许即进出库房,每次罚款50元',
  },
  '1.22 plain': { figure: 100, who: keeper, ...staff, says: '没有及时发现库存问题并上报,每次罚款100元' },
  '1.22 compensation': { figure: 'loss', who: keeper, ...staff, says: '如没有其他责任人,则由库房管理员全额赔偿' },
  '1.23 plain': { figure: 50, who: ['logistics'], ...staff, says: '如抽查出现数据错误,每次罚款50元' },
  '1.24 plain': { figure: 50, who: everyone, ...staff, says: '就给顾客退款的现象。如出现每次罚款50元' },
  '1.25 plain': { figure: 'record', who: everyone, ...staff, says: '其他人员不得给予顾客退货、退款确认' },
  '1.26 plain': { figure: 100, who: operations, ...staff, says: '如果没有及时处理,每次罚款100元' },
  '1.27 plain': { figure: 50, per: 'item', who: operations, ...staff, says: '如累计出现缺货销售现象,一个单品罚款50元' },
  '1.28 plain': { figure: 'loss', who: everyone, ...staff, says: '因保管不善造成的损失,由账号持有人承担全责' },
  '1.29 plain': {
    ...{ figure: 'record', leadsTo: 'transfer-or-dismissal', who: everyone, decides: 'president', counts: true },
    says: '动用公司支付宝账户余额等,发现则调离岗位或开除处理',
  },
  '1.30 plain': { figure: 'open', who: everyone, ...staff, says: '报名者必须到达现场,并充分参与' },
  '1.31 plain': { figure: 50, who: everyone, ...staff, says: '如发现未关闭,对责任人罚款50元' },
  '1.32 plain': {
    ...{ figure: 'record', leadsTo: 'transfer-or-dismissal', who: everyone, decides: 'president', counts: false },
    says: '若累计违反3次以上,予以调离岗位或开除处理',
  },
  '3.1 plain': { figure: 'open', who: everyone, ...other, says: '按公司规定作息时间上下班(包括中午作息时间)打卡' },
  '3.2.4 plain': { figure: 'open', who: everyone, ...other, says: '第一个工作日及时补办请假手续,否则按脱岗处理' },
  '5.1 plain': {
    figure: 100,
    who: everyone,
    ...other,
    says: '应抄送部门领导,以保障信息的合理规范发布,违者负激励100元',
  },
  '5.2 plain': { figure: 300, who: everyone, ...other, says: '不得私自传递散布。违者负激励300元' },
  '5.2 serious': {
    ...{ figure: 'record', leadsTo: 'return-to-hr', who: everyone, decides: 'president', counts: false },
    says: '造成严重后果者,直接退回人力资源部处理',
  },
  '5.3 plain': { figure: 'record', who: everyone, ...other, says: '获得部门领导同意后方可发布' },
  '5.4 plain': { figure: 'open', who: everyone, ...other, says: '未经许可不得擅用公司和部门名义对外发布' },
  '6.1 plain': { figure: 'open', who: everyone, ...other, says: '电话应在响铃三声内接听' },
  '6.2 plain': { figure: 'record', who: everyone, ...other, says: '代接电话应在挂断后30分钟内告知当事人' },
  '6.3 plain': { figure: 'open', who: everyone, ...other, says: '要求语气平和,认真倾听,回答问题简明扼要' },
  '6.4 plain': { figure: 'record', who: everyone, ...other, says: '并在2个工作日内给予答复' },
  '6.5 first': { figure: 300, who: everyone, ...other, says: '经查实后负激励300元' },
  '6.5 repeated': {
    ...{ figure: 'record', leadsTo: 'return-to-hr', who: everyone, decides: 'president', counts: false },
    says: '多次批评不予改正者,直接退回人力资源部处理',
  },
  '8.3 plain': {
    ...{ figure: 'record', leadsTo: 'transfer-or-dismissal', who: everyone, decides: 'president', counts: false },
    says: '部门员工全年累计通报批评达到3次,予以调离岗位或开除处理',
  },
  '9.2 plain': { figure: 'open', who: everyone, ...other, says: '对于本条例未制订的地方,以公司的制度为准' },
};

/** Articles nobody can break: they say when, how and by whom something is done. */
const PROCEDURES = [
  ...['2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.2', '3.2.1', '3.2.2', '3.2.3'],
  ...['7.1', '7.2', '7.3', '7.4', '7.5', '8.1', '8.2', '8.4', '9.1'],
];

/** 8.1: 300元以内（含300元）. */
const LIMIT = yuan(300);

const variants = articles.flatMap(article => article.tiers.map(tier => ({ article, tier })));

test('every article and variant of the file is read here, and the other way round', () => {
  expect(variants.map(({ article, tier }) => `${article.number} ${tier.key}`).sort()).toEqual(Object.keys(READ).sort());
  expect(articles.filter(({ tiers }) => tiers.length === 0).map(({ number }) => number)).toEqual(PROCEDURES);
});

describe.each(variants.map(({ article, tier }) => ({ name: `${article.number} ${tier.key}`, article, tier })))(
  '$name',
  ({ name, article, tier }) => {
    const row = READ[name];
    if (row === undefined) throw new Error(`${name} is not read here`);

    it(`costs and binds what the source says: ${row.says}`, () => {
      expect({
        figure: figureOf(tier),
        per: tier.per === 'occurrence' ? undefined : tier.per,
        notice: tier.notice || undefined,
        leadsTo: tier.consequence,
        who: boundBy(article, tier),
      }).toEqual({ figure: row.figure, per: row.per, notice: row.notice, leadsTo: row.leadsTo, who: row.who });
      // The figure stands in the words it comes from.
      if (typeof row.figure === 'number') expect(row.says).toContain(`${row.figure}元`);
    });

    it(`is decided by the ${row.decides} (8.1, 8.4)${row.counts ? ', and counts towards 1.32' : ''}`, () => {
      // One occurrence alone, the amount that an open figure may have within 8.1.
      const price = priceOf(article, tier, tier.amount === 'open' ? { amount: yuan(300) } : {}, LIMIT);
      if (isRefusal(price)) throw new Error(price.code);
      expect(authorityFor(price, [], USUAL_LEVELS)).toBe(row.decides);
      expect(casesTowards132([finalCase(article, tier)], 'U1', '2026-12-01', DEFAULT_SETTINGS).length).toBe(
        row.counts ? 1 : 0,
      );
    });
  },
);

const SOURCE = '../shared/regulation/source.txt';

describe.skipIf(!existsSync(SOURCE))(`the words quoted, where the source stands beside the project (${SOURCE})`, () => {
  it.each(Object.entries(READ))('%s', (_name, { says }) => {
    expect(readFileSync(SOURCE, 'utf8')).toContain(says);
  });
});

test('more than 300 yuan in one incident is the president’s, whatever the figures that make it up (8.1)', () => {
  const fixed = Object.values(READ).flatMap(({ figure }) => (typeof figure === 'number' ? figure : []));
  for (const one of fixed)
    for (const two of fixed) {
      const asked = { amount: yuan(one), consequence: null, compensates: false };
      expect([one, two, authorityFor(asked, [yuan(two)], USUAL_LEVELS)]).toEqual([
        one,
        two,
        one + two > 300 ? 'president' : 'leader',
      ]);
    }
});

function figureOf({ amount, compensates, consequence }: Tier): Figure {
  if (compensates) return 'loss';
  if (amount === 'open') return 'open';
  return amount === null || consequence !== undefined ? 'record' : amount / 100;
}

function finalCase({ number: article, version: articleVersion }: Article, tier: Tier): CaseRecord {
  return {
    ...{ id: '1', number: 1, accusedId: 'U1', filerId: 'U2', article, articleVersion, tier: tier.key },
    ...{ date: '2026-11-30', amount: null, notice: false, consequence: null, compensates: false },
    ...{ status: 'final', decidedOn: '2026-11-30', finalOn: '2026-11-30' },
  };
}
