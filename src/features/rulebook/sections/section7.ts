/** Section 7 of the regulation: the archive (7.1-7.5). */
import type { Article } from '../article.ts';

/** Articles 7.1 to 7.5. */
export const archiveRules: readonly Article[] = [
  {
    number: '7.1',
    title: { 'zh-CN': '档案工作的指导', en: 'Guidance of the archive' },
    text: {
      'zh-CN': '部门档案按公司的档案办法管理，由行政管理部指导和检查。',
      en: 'The department keeps its archive by the company’s rules, guided and checked by the administration department.',
    },
    appliesTo: ['clerk'],
    tiers: [],
    violable: false,
  },
  {
    number: '7.2',
    title: { 'zh-CN': '兼职文书', en: 'The records clerk' },
    text: {
      'zh-CN': '领导指定一位兼职文书管档案，保证资料齐全、保密、用得上。',
      en: 'The leader appoints a records clerk, who keeps the archive complete, confidential and useful.',
    },
    appliesTo: ['clerk'],
    tiers: [],
    violable: false,
  },
  {
    number: '7.3',
    title: { 'zh-CN': '每日归档', en: 'Filed every day' },
    text: {
      'zh-CN': '当天的资料当天归档，不留到以后。',
      en: 'Records are filed on the day they arise and do not pile up.',
    },
    appliesTo: ['clerk'],
    tiers: [],
    violable: false,
  },
  {
    number: '7.4',
    title: { 'zh-CN': '季末报送清单', en: 'The list at the quarter’s end' },
    text: {
      'zh-CN': '每个季度末，文书把档案清单交行政管理部备案。',
      en: 'At the end of each quarter the clerk hands the list of records to the administration department.',
    },
    appliesTo: ['clerk'],
    tiers: [],
    violable: false,
  },
  {
    number: '7.5',
    title: { 'zh-CN': '档案分类', en: 'Classes of records' },
    text: {
      'zh-CN':
        '分为：报总裁的文件；工作计划；总结、统计与简报；会议记录；函件；设备资料；客户和商家资料；销售资料；业务往来与合同。',
      en: 'Documents for the president; work plans; summaries, statistics and bulletins; minutes; letters; equipment; customers and merchants; sales; business correspondence and contracts.',
    },
    appliesTo: ['clerk'],
    tiers: [],
    violable: false,
  },
];
