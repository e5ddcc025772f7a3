/** Sections 8 and 9 of the regulation: who decides, and what is in force (8.1-9.2). */
import type { Article } from '../article.ts';
import { consequential, open } from './tier.ts';

/** Articles 8.1 to 8.4. */
export const authorityRules: readonly Article[] = [
  {
    number: '8.1',
    title: { 'zh-CN': '300元以内由部门决定', en: 'Up to ¥300 is decided in the department' },
    text: {
      'zh-CN': '对部门员工的奖和罚，一人一事合计不超过300元(含)的，由经理或主管决定。',
      en: 'Managers and supervisors decide incentives and fines up to and including ¥300 in total for one person and one incident.',
    },
    appliesTo: ['manager', 'supervisor'],
    tiers: [],
    violable: false,
  },
  {
    number: '8.2',
    title: { 'zh-CN': '通报表扬与批评', en: 'Notices of praise and criticism' },
    text: {
      'zh-CN': '经理和主管都可以发通报，表扬或批评部门员工。',
      en: 'Managers and supervisors may issue notices of praise and of criticism.',
    },
    appliesTo: ['manager', 'supervisor'],
    tiers: [],
    violable: false,
  },
  {
    number: '8.3',
    title: { 'zh-CN': '一年三次通报批评', en: 'Three notices of criticism in a year' },
    text: {
      'zh-CN': '同一个自然年内通报批评满3次，由领导提出调岗或开除的建议，总裁决定。',
      en: 'With 3 notices of criticism in one calendar year, the leader proposes transfer or dismissal and the president decides.',
    },
    appliesTo: 'everyone',
    tiers: [consequential('transfer-or-dismissal')],
    violable: false,
  },
  {
    number: '8.4',
    title: { 'zh-CN': '其余由总裁决定', en: 'The president decides the rest' },
    text: {
      'zh-CN': '凡是超过经理和主管权限的奖罚和处理，都由总裁决定。',
      en: 'Whatever goes beyond the authority of managers and supervisors is decided by the president.',
    },
    appliesTo: ['president'],
    tiers: [],
    violable: false,
  },
];

/** Articles 9.1 and 9.2. */
export const effectRules: readonly Article[] = [
  {
    number: '9.1',
    title: { 'zh-CN': '生效与修改', en: 'Effect and amendments' },
    text: {
      'zh-CN': '总裁签字时起生效；以后的每次修改也要总裁批准。',
      en: 'In force from the moment the president signs; every change needs the president’s approval.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '9.2',
    title: { 'zh-CN': '未尽事宜', en: 'What is not settled here' },
    text: {
      'zh-CN': '这里没有写到的，照公司的制度办。',
      en: 'Whatever is not settled here follows the company’s rules.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
];
