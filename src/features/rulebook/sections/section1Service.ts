/** Section 1 of the regulation: customer service before and after the sale (1.9-1.20). */
import type { Article } from '../article.ts';
import { fined, named, recorded } from './tier.ts';

/** Articles 1.9 to 1.20. */
export const serviceRules: readonly Article[] = [
  {
    number: '1.9',
    title: { 'zh-CN': '客服按班表在线', en: 'Online by the service roster' },
    text: {
      'zh-CN': '当班时班表分给自己的客服账号都要在线。缺席一次：天猫、京东200元，其他店铺50元。',
      en: 'All accounts the roster assigns are online in the assigned hours. Each absence costs ¥200 on Tmall or JD and ¥50 on other shops.',
    },
    appliesTo: ['presales'],
    tiers: [
      fined(200, { key: 'tmall', label: named('天猫', 'Tmall'), aliases: ['天猫', 'tm'] }),
      fined(200, { key: 'jd', label: named('京东', 'JD'), aliases: ['京东', '京东商城', 'jingdong', 'jd.com'] }),
      fined(50, {
        key: 'other',
        label: named('其他店铺', 'other shops'),
        aliases: ['其他', '其它', '其他网店', 'others'],
      }),
    ],
    violable: true,
  },
  {
    number: '1.10',
    title: { 'zh-CN': '响应时间', en: 'Response time' },
    text: {
      'zh-CN': '首次响应的日均值不超过50秒，任何一次不超过3分钟；每超时一次50元。',
      en: 'The daily average first response is at most 50 seconds and no response takes more than 3 minutes; ¥50 for each overtime.',
    },
    appliesTo: ['presales'],
    tiers: [fined(50, { per: 'overtime' })],
    violable: true,
  },
  {
    number: '1.11',
    title: { 'zh-CN': '待客有礼', en: 'Courtesy to customers' },
    text: {
      'zh-CN': '接待热情有礼，遇到挑剔的顾客也沉住气；冷落顾客、争吵或遭到投诉，每次50元。',
      en: 'Be warm and polite, and calm with difficult customers. Slighting, quarrelling or a complaint costs ¥50 each time.',
    },
    appliesTo: ['presales'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.12',
    title: { 'zh-CN': '询单必做五步', en: 'Five required inquiry steps' },
    text: {
      'zh-CN': '每次询单要有五步：问候、了解需求、核对地址、核对备注、道别。记录里少了任何一步，每次50元。',
      en: 'Every inquiry has five steps: greeting, needs, address, remarks, farewell. A record with one missing costs ¥50.',
    },
    appliesTo: ['presales'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.13',
    title: { 'zh-CN': '询单可选步骤', en: 'Optional inquiry steps' },
    text: {
      'zh-CN': '尽量做到介绍活动、搭配推荐、提醒下单、提醒付款；记录里经常没有这些，每次100元。',
      en: 'Mention campaigns, suggest matching goods, and remind to order and to pay. Leaving these out often costs ¥100 each time.',
    },
    appliesTo: ['presales'],
    tiers: [fined(100)],
    violable: true,
  },
  {
    number: '1.14',
    title: { 'zh-CN': '品牌与产品知识', en: 'Brand and product knowledge' },
    text: {
      'zh-CN': '了解公司、品牌和产品的品类、材质、做工、卖点与保养，能按顾客需要讲清楚；答错一次50元。',
      en: 'Know the company, the brand and the products well enough to advise each customer. A wrong answer costs ¥50.',
    },
    appliesTo: ['presales'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.15',
    title: { 'zh-CN': '平台流程知识', en: 'Shop platform processes' },
    text: {
      'zh-CN': '各平台怎样下单、付款、发货、退换、退款和投诉都要懂，并能帮顾客办；不懂的每次50元。',
      en: 'Know how each platform orders, pays, ships, exchanges, refunds and handles complaints. Not knowing costs ¥50 each time.',
    },
    appliesTo: ['presales'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.16',
    title: { 'zh-CN': '定期考试', en: 'Periodic exams' },
    text: {
      'zh-CN': '品牌、产品和平台知识定期考；不及格每次100元。',
      en: 'Brand, product and platform knowledge is examined regularly; failing costs ¥100 each time.',
    },
    appliesTo: ['presales'],
    tiers: [fined(100)],
    violable: true,
  },
  {
    number: '1.17',
    title: { 'zh-CN': '轮流吃饭不断岗', en: 'Meals in turn, always someone online' },
    text: {
      'zh-CN': '同班的2人轮流吃饭，走前交接清楚，任何时候都有人在线。',
      en: 'The 2 people on duty eat in turn and hand over first, so that someone is always online.',
    },
    appliesTo: ['presales'],
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '1.18',
    title: { 'zh-CN': '下班前交接顾客', en: 'Hand over customers before leaving' },
    text: {
      'zh-CN': '没接待完的顾客，办完再下线，或者交给下一班；情况特殊的顾客通知全体客服。',
      en: 'Unfinished customers are finished or handed to the next shift before you leave; special ones are announced to all service staff.',
    },
    appliesTo: ['presales'],
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '1.19',
    title: { 'zh-CN': '24小时内回应差评', en: 'Answer negative feedback within 24 hours' },
    text: {
      'zh-CN': '收到负面反馈要主动找顾客解释；网上的负面评价24小时内公开回应，超时每次50元。',
      en: 'Contact the customer after negative feedback and answer an online negative review within 24 hours; ¥50 for each one overdue.',
    },
    appliesTo: ['aftersales'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.20',
    title: { 'zh-CN': '中差评处理', en: 'Neutral and bad reviews' },
    text: {
      'zh-CN': '售后查明原因和责任人，争取顾客改评，并写出报告。责任人：中评100元一次，差评200元一次。',
      en: 'After-sales finds the cause and the person responsible, tries to have the review changed and reports. The person responsible owes ¥100 for a neutral review, ¥200 for a bad one.',
    },
    appliesTo: 'everyone',
    tiers: [
      fined(100, { key: 'neutral', label: named('中评', 'neutral review'), aliases: ['中评'] }),
      fined(200, { key: 'bad', label: named('差评', 'bad review'), aliases: ['差评'] }),
    ],
    violable: true,
  },
];
