/** Section 6 of the regulation: the telephone (6.1-6.5). */
import type { Article } from '../article.ts';
import { consequential, fined, named, open, recorded } from './tier.ts';

/** Articles 6.1 to 6.5. */
export const telephoneRules: readonly Article[] = [
  {
    number: '6.1',
    title: { 'zh-CN': '三声之内接电话', en: 'Answer within three rings' },
    text: {
      'zh-CN': '上班时间电话响3声内接起；同事不在或正忙，邻座的人代接。',
      en: 'In working hours the phone is answered within 3 rings; neighbours answer for a colleague who is away or busy.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '6.2',
    title: { 'zh-CN': '电话记录与转告', en: 'Log calls and pass them on' },
    text: {
      'zh-CN': '来电要登记；替人接的电话30分钟内转告本人，并提醒对方处理。',
      en: 'Calls are logged. A call taken for somebody is passed on within 30 minutes and followed up.',
    },
    appliesTo: 'everyone',
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '6.3',
    title: { 'zh-CN': '电话用语', en: 'Telephone manner' },
    text: {
      'zh-CN': '通话时语气平和、听得仔细、答得简短准确，接起先说标准问候语。',
      en: 'Be calm, attentive and concise on the phone, and open with the standard greeting.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '6.4',
    title: { 'zh-CN': '两个工作日内回复', en: 'Answer within 2 working days' },
    text: {
      'zh-CN': '当场答不了的事先登记，2个工作日内回复对方。',
      en: 'What cannot be answered at once is logged and answered within 2 working days.',
    },
    appliesTo: 'everyone',
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '6.5',
    title: { 'zh-CN': '电话态度投诉', en: 'Complaint about telephone manner' },
    text: {
      'zh-CN': '因电话里的态度被客户投诉，查证后300元；屡教不改的退回人力资源部，由总裁决定。',
      en: 'A verified complaint about telephone manner costs ¥300. Repeated after criticism, the person is returned to HR, decided by the president.',
    },
    appliesTo: 'everyone',
    tiers: [
      fined(300, { key: 'first', label: named('投诉属实', 'verified complaint'), aliases: ['初次', '首次'] }),
      consequential('return-to-hr', {
        key: 'repeated',
        label: named('屡教不改', 'repeated after criticism'),
        aliases: ['屡犯', '再犯', '多次'],
      }),
    ],
    violable: true,
  },
];
