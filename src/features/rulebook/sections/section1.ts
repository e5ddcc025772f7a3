/** Section 1 of the regulation: work rules that hold for everyone (1.1-1.8, 1.28-1.32). */
import type { Article } from '../article.ts';
import { consequential, fined, open, recorded } from './tier.ts';

/** Articles 1.1 to 1.8: how everybody works. */
export const generalRules: readonly Article[] = [
  {
    number: '1.1',
    title: { 'zh-CN': '计划、过程与结果', en: 'Plan, process and result' },
    text: {
      'zh-CN': '自己职责内的事要主动去做：动手前有计划，做的时候留下记录，做完拿得出结果。',
      en: 'Everyone does the work of their post of their own accord: planned before it starts, recorded while it runs, finished with a result.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '1.2',
    title: { 'zh-CN': '按标准和流程办事', en: 'Follow ISO and the procedures' },
    text: {
      'zh-CN': '工作按公司的ISO体系和电商业务的制度、流程来做，不自行其是。',
      en: 'Work follows the company’s ISO system and the procedures of the e-commerce business.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '1.3',
    title: { 'zh-CN': '5S与每日值日', en: '5S and the daily duty' },
    text: {
      'zh-CN': '穿工作服，戴工牌，桌上放工位牌，办公室保持干净，每个工作日轮流值日；不在办公区吃东西。',
      en: 'Wear the uniform and the badge, keep the desk sign in place and the office clean, and take your turn on duty. No meals in the office.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '1.4',
    title: { 'zh-CN': '上班时间只做工作', en: 'Working hours are for work' },
    text: {
      'zh-CN': '上班时间闲聊、看与工作和学习不相干的网页等，每次50元。',
      en: 'Chatting, browsing or anything else unrelated to work or study during working hours costs ¥50 each time.',
    },
    appliesTo: 'everyone',
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.5',
    title: { 'zh-CN': '向部门领导汇报进展', en: 'Report progress to the leader' },
    text: {
      'zh-CN': '工作进展主动说给部门领导听，让领导随时知道事情做到了哪一步。',
      en: 'Tell the department leader how the work stands without being asked, so that the leader always knows.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '1.6',
    title: { 'zh-CN': '周计划与月计划', en: 'Weekly and monthly plans' },
    text: {
      'zh-CN': '每个岗位有周计划和月计划。完不成的，最晚在到期前1天申请变更并得到批准；没有批准又没完成，每次50元。',
      en: 'Each post plans its week and its month. A change is requested at least 1 day before the due date and approved; work left unfinished without that costs ¥50 each time.',
    },
    appliesTo: 'everyone',
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.7',
    title: { 'zh-CN': '跨岗协调找领导', en: 'Coordination goes through the leader' },
    text: {
      'zh-CN': '同级之间互不派活；需要别的岗位帮忙时请领导安排，被安排的人认真配合。',
      en: 'Peers give each other no orders. Help from another post is asked of the leader, who assigns it; whoever is assigned cooperates.',
    },
    appliesTo: 'everyone',
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '1.8',
    title: { 'zh-CN': '开会与培训守时', en: 'Be on time at meetings and training' },
    text: {
      'zh-CN':
        '开会和培训准时到场，手机静音，做好笔记；中途离场先得到经理、副经理或主管同意。违反一次50元，并记通报批评1次。',
      en: 'Come on time, silence the phone, take notes, and leave only with the consent of the manager, deputy or supervisor. A breach costs ¥50 and 1 notice of criticism.',
    },
    appliesTo: 'everyone',
    tiers: [fined(50, { notice: true })],
    violable: true,
  },
];

/** Articles 1.28 to 1.32: accounts, money, activities, closing up, and repetition. */
export const closingRules: readonly Article[] = [
  {
    number: '1.28',
    title: { 'zh-CN': '账号安全', en: 'Account safety' },
    text: {
      'zh-CN': '领到账号就改密码，不把密码存在电脑里；因自己保管不当造成损失的，由持有人承担。',
      en: 'Change the password of every account you are given and never store it on the computer. The holder bears any loss from carelessness.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '1.29',
    title: { 'zh-CN': '财务纪律', en: 'Financial discipline' },
    text: {
      'zh-CN':
        '遵守财务制度：私人东西不混进公司快递寄出，公司支付账户里的钱不私自动用。一经查实，由总裁决定调岗或开除。',
      en: 'Keep the financial rules: no private parcels on the company’s account, no use of its payment balance. A breach means transfer or dismissal, decided by the president.',
    },
    appliesTo: 'everyone',
    tiers: [consequential('transfer-or-dismissal')],
    violable: true,
  },
  {
    number: '1.30',
    title: { 'zh-CN': '公司活动', en: 'Company activities' },
    text: {
      'zh-CN': '公益日、植树、比赛、团拜这类活动自愿报名；报了名就要到场，并真正参加。',
      en: 'Signing up for company activities is voluntary; whoever signs up comes and takes part in earnest.',
    },
    appliesTo: 'everyone',
    tiers: [open()],
    violable: true,
  },
  {
    number: '1.31',
    title: { 'zh-CN': '最后离开的人收尾', en: 'The last to leave closes up' },
    text: {
      'zh-CN': '最后走的人关门、关窗、关电脑、断电源；没做到的，责任人50元。',
      en: 'The last person out closes doors and windows and switches off computers and power; if not, they owe ¥50.',
    },
    appliesTo: 'everyone',
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.32',
    title: { 'zh-CN': '累计三次', en: 'Three cases in total' },
    text: {
      'zh-CN': '1.1至1.31各条合起来满3次，由领导提出调岗或开除的建议，总裁决定。',
      en: 'With 3 cases under 1.1 to 1.31 in total, the leader proposes transfer or dismissal and the president decides.',
    },
    appliesTo: 'everyone',
    tiers: [consequential('transfer-or-dismissal')],
    violable: false,
  },
];
