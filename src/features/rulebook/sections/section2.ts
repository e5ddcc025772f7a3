/** Section 2 of the regulation: regular meetings (2.1-2.6). Nothing here is fined; 1.8 is for who comes late. */
import type { Article } from '../article.ts';

/** Articles 2.1 to 2.6. */
export const meetingRules: readonly Article[] = [
  {
    number: '2.1',
    title: { 'zh-CN': '周例会', en: 'Weekly meeting' },
    text: {
      'zh-CN': '每周一8:00开周例会：回顾上周，安排本周。',
      en: 'Every Monday at 8:00: last week is reviewed and this week planned.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '2.2',
    title: { 'zh-CN': '早会', en: 'Morning meeting' },
    text: {
      'zh-CN': '每个工作日8:00开早会：各岗位说昨天做了什么、今天要做什么。',
      en: 'Every workday at 8:00: each post reports on yesterday and on the plan for today.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '2.3',
    title: { 'zh-CN': '周总结会', en: 'Weekly wrap-up' },
    text: {
      'zh-CN': '每周日15:00开周总结会：对照计划，看这一周完成了多少。',
      en: 'Every Sunday at 15:00: the week is summed up and checked against its plan.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '2.4',
    title: { 'zh-CN': '月例会', en: 'Monthly meeting' },
    text: {
      'zh-CN': '最晚每月10日开月例会：回顾上个月，分析主要问题。',
      en: 'On or before the 10th of each month: last month is reviewed and its main problems analysed.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
  {
    number: '2.5',
    title: { 'zh-CN': '会议召集与改期', en: 'Convening and moving meetings' },
    text: {
      'zh-CN': '会议由部门领导召集；情况特殊时，领导可以另定时间。',
      en: 'The department leader convenes the meetings and may set another time in special cases.',
    },
    appliesTo: ['manager', 'deputy'],
    tiers: [],
    violable: false,
  },
  {
    number: '2.6',
    title: { 'zh-CN': '签到与会议记录', en: 'Sign-in sheet and minutes' },
    text: {
      'zh-CN': '开会都要签到、都有记录；记录由各岗位确认，连同签到表一起归档。',
      en: 'Every meeting has a sign-in sheet and minutes; each post confirms the minutes, and both are archived.',
    },
    appliesTo: 'everyone',
    tiers: [],
    violable: false,
  },
];
