/** Section 5 of the regulation: what is published, to whom, and by whose leave (5.1-5.4). */
import type { Article } from '../article.ts';
import { consequential, fined, named, open, recorded } from './tier.ts';

/** Articles 5.1 to 5.4. */
export const informationRules: readonly Article[] = [
  {
    number: '5.1',
    title: { 'zh-CN': '邮件抄送部门领导', en: 'Copy the leader on mail' },
    text: {
      'zh-CN': '给相关岗位或别的部门写邮件，同时抄送领导；没抄送的100元。',
      en: 'Mail to related posts or other departments is copied to the department leader; ¥100 if it is not.',
    },
    appliesTo: 'everyone',
    tiers: [fined(100)],
    violable: true,
  },
  {
    number: '5.2',
    title: { 'zh-CN': '不外传未公开的信息', en: 'Do not spread unpublished information' },
    text: {
      'zh-CN': '没有公布、领导也没有授权的信息不外传，违反一次300元；后果严重的退回人力资源部，由总裁决定。',
      en: 'Information that is unpublished or not authorised is not spread; a breach costs ¥300. With serious results the person is returned to HR, decided by the president.',
    },
    appliesTo: 'everyone',
    tiers: [
      fined(300, { aliases: ['一般'] }),
      consequential('return-to-hr', {
        key: 'serious',
        label: named('后果严重', 'serious results'),
        aliases: ['严重', '严重后果'],
      }),
    ],
    violable: true,
  },
  {
    number: '5.3',
    title: { 'zh-CN': '对外提供信息先请示', en: 'Ask before giving information out' },
    text: {
      'zh-CN': '要把公司或部门的信息提供给别的部门或外人，先请示领导，同意以后再给。',
      en: 'Information for other departments or outsiders is given only after the department leader consents.',
    },
    appliesTo: 'everyone',
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '5.4',
    title: { 'zh-CN': '不以公司名义发表个人看法', en: 'No personal opinion in the company’s name' },
    text: {
      'zh-CN': '维护公司和部门的形象；牵涉其利益的个人看法，没有许可不得用公司或部门的名义对外说。',
      en: 'A personal opinion that touches the company or the department is not published in their name without permission.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
];
