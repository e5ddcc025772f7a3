/** Section 3 of the regulation: attendance, leave and business trips (3.1-3.2.4). */
import type { Article } from '../article.ts';
import { named, open } from './tier.ts';

/** Articles 3.1 to 3.2.4. */
export const attendanceRules: readonly Article[] = [
  {
    number: '3.1',
    title: { 'zh-CN': '打卡与在岗', en: 'Clocking in and staying at the post' },
    text: {
      'zh-CN': '上下班和午休都按公司作息打卡；上班期间不私自离岗。',
      en: 'Clock in and out by the company’s hours, the noon break included, and stay at the post during working hours.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '3.2',
    title: { 'zh-CN': '先批准，后休假出差', en: 'Leave and trips are approved first' },
    text: {
      'zh-CN': '休假和出差先写申请，经理、副经理、经理助理中任何一位批准之后才可以开始。',
      en: 'Leave and trips are requested in writing and begin only after the manager, the deputy or the manager’s assistant approves.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '3.2.1',
    title: { 'zh-CN': '出差提前3个工作日', en: 'Business trip: 3 working days ahead' },
    text: {
      'zh-CN': '出差最晚在出发前3个工作日申请。',
      en: 'A business trip is requested at least 3 working days before it begins.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '3.2.2',
    title: { 'zh-CN': '3天以内的假提前1个工作日', en: 'Leave up to 3 days: 1 working day ahead' },
    text: {
      'zh-CN': '不超过3天的假，最晚提前1个工作日申请；紧急情况不在此限。',
      en: 'Leave of up to 3 days is requested at least 1 working day ahead, emergencies excepted.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '3.2.3',
    title: { 'zh-CN': '超过3天的假提前5个工作日', en: 'Leave over 3 days: 5 working days ahead' },
    text: {
      'zh-CN': '超过3天的假，最晚提前5个工作日申请。',
      en: 'Leave of more than 3 days is requested at least 5 working days ahead.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '3.2.4',
    title: { 'zh-CN': '紧急请假与补手续', en: 'Emergency leave and its papers' },
    text: {
      'zh-CN': '突然生病或突发事情，也要在开始前请示并获批；假期结束后的第1个工作日补齐手续，没补的当作脱岗。',
      en: 'Sudden illness or a sudden event is still asked for and approved before it begins. The papers follow on the 1st working day after it ends, else it counts as absence from post.',
    },
    appliesTo: 'everyone',
    tiers: [open({ label: named('按脱岗处理', 'absence from post') })],
    violable: true,
  },
];
