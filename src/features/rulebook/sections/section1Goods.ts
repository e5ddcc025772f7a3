/** Section 1 of the regulation: warehouse, logistics, refunds and shop operations (1.21-1.27). */
import type { Article } from '../article.ts';
import { fined, named, open, recorded } from './tier.ts';

/** Articles 1.21 to 1.27. */
export const goodsRules: readonly Article[] = [
  {
    number: '1.21',
    title: { 'zh-CN': '库房出入', en: 'Access to the warehouse' },
    text: {
      'zh-CN':
        '库房平时只有管理员进出，门要上锁；别人只为搬货或凭领导批的审批单入内。没锁门每次50元，没锁又没人看守200元，擅自进出50元。',
      en: 'Only the keeper goes in and out, and locks the door; others enter to move goods or with the leader’s slip. Unlocked ¥50, unlocked and unattended ¥200, entry without permission ¥50.',
    },
    appliesTo: 'everyone',
    tiers: [
      fined(50, {
        key: 'unlocked',
        label: named('没锁门', 'unlocked'),
        aliases: ['没锁', '未锁'],
        appliesTo: ['keeper'],
      }),
      fined(200, {
        key: 'unattended',
        label: named('没锁门且无人看守', 'unlocked and unattended'),
        aliases: ['无人', '无人看守'],
        appliesTo: ['keeper'],
      }),
      fined(50, { key: 'entry', label: named('擅自进出', 'entry without permission'), aliases: ['擅入', '擅自进入'] }),
    ],
    violable: true,
  },
  {
    number: '1.22',
    title: { 'zh-CN': '库存与周五盘点', en: 'Stock and the Friday stocktake' },
    text: {
      'zh-CN':
        '出入库要准，每周五盘点。账实不符要查清并改正，改不了就追责并写报告，找不到别的责任人由管理员全赔；没有及时发现上报，每次100元。',
      en: 'Stock is counted every Friday. A discrepancy is corrected, or someone is found responsible and a report filed; else the keeper compensates in full. Not finding or not reporting it costs ¥100.',
    },
    appliesTo: ['keeper'],
    tiers: [
      fined(100, { label: named('没有及时发现或上报', 'not found or not reported') }),
      open({
        key: 'compensation',
        compensates: true,
        label: named('全额赔偿', 'full compensation'),
        aliases: ['赔偿'],
      }),
    ],
    violable: true,
  },
  {
    number: '1.23',
    title: { 'zh-CN': '单据数据准确', en: 'Correct order and stock data' },
    text: {
      'zh-CN': '会用订单和库房软件，进、发、退货的明细先核对，再准确录入；抽查出错，每次50元。',
      en: 'Master the order and warehouse software, check the details and enter them correctly. An error found in a spot check costs ¥50.',
    },
    appliesTo: ['logistics'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.24',
    title: { 'zh-CN': '先收到退货再退款', en: 'Refund only after the goods are back' },
    text: {
      'zh-CN': '物流确认货已回库或放进采购退货区，并告知售后，才可以退款；提前退款每次50元。',
      en: 'A refund waits until logistics confirms the goods are back in stock or in the purchase-return area and after-sales is told. An early refund costs ¥50.',
    },
    appliesTo: ['presales'],
    tiers: [fined(50)],
    violable: true,
  },
  {
    number: '1.25',
    title: { 'zh-CN': '退款只由主管放行', en: 'Only the supervisor releases refunds' },
    text: {
      'zh-CN': '无论哪家店，退货退款都只由主管一人确认，别人不得代办。',
      en: 'On every shop, returns and refunds are released by the supervisor and by nobody else.',
    },
    appliesTo: 'everyone',
    tiers: [recorded()],
    violable: true,
  },
  {
    number: '1.26',
    title: { 'zh-CN': '店铺维权与扣分', en: 'Shop claims and penalty points' },
    text: {
      'zh-CN': '熟悉各店规则并与平台对接；出现赔付或扣分要马上查、马上报，拖延每次100元。',
      en: 'Know each shop’s rules and its contacts. Rights claims and penalty points are investigated and reported in time; ¥100 for each that is not.',
    },
    appliesTo: ['operations'],
    tiers: [fined(100)],
    violable: true,
  },
  {
    number: '1.27',
    title: { 'zh-CN': '不卖没有库存的货', en: 'No selling without stock' },
    text: {
      'zh-CN': '店里的商品和库房对得上，并配合管理员进货；缺货还在卖的，每个单品50元。',
      en: 'What the shop offers matches the warehouse. Selling without stock costs ¥50 per item (SKU).',
    },
    appliesTo: ['operations'],
    tiers: [fined(50, { per: 'item' })],
    violable: true,
  },
];
