/** Amounts of money as people type them among other words, before `parseYuan` reads them: the one reading lines share. */

import type { AmountUnit } from './money.ts';

export interface TypedMoney {
  /** As typed; '' where the text begins with no figure. */
  text: string;
  /** A currency, or a word of money, stands with it: it can only be meant as money. */
  named: boolean;
  /** Whether it stands before what it counts: `yes` in "3 个客户" and "2 hours", `perhaps` in "100 smiles", a plural or a verb. */
  counts: 'yes' | 'perhaps' | 'no';
}

/** The figure the text begins with, digits of other scripts included; `word`: a pattern of what may stand before it, "罚款?". */
export function moneyAt(text: string, word: string, unit: AmountUnit): TypedMoney {
  const [before, behind] = SIGNS[unit];
  const figure = new RegExp(
    `^[-\\u2212\\u2013]?(?:(?:${before}${word}) ?)?-?\\p{Nd}[\\p{Nd}.,、'e+]*(?:${behind})?(?=\\s|$|[,、;](?!\\p{Nd}))`,
    'iu',
  );
  const [found = ''] = figure.exec(text) ?? [];
  const named = new RegExp(
    `${unit === 'points' ? '分|point' : '[\\u00a5\\uffe5元块]|yuan|rmb|cny'}|${word}`,
    'iu',
  ).test(found);
  const rest = text.slice(found.length);
  return { text: found, named, counts: MEASURE.test(rest) ? 'yes' : PLURAL.test(rest) ? 'perhaps' : 'no' };
}

/** What stands before and behind a figure that is an amount. */
const SIGNS: Record<AmountUnit, readonly [string, string]> = {
  yuan: ['[\\u00a5\\uffe5]|rmb|cny|', ' ?(?:元|yuan|rmb|cny)|块钱?'],
  points: ['', ' ?(?:分|points?)'],
};

/** What a figure counts: a Chinese measure word, a unit. */
const MEASURE =
  /^\s+(?:[个名位次件款条单台箱份点号家笔轮遍张只包袋瓶秒周月年日天分时刻人种批套盒双组页字句项起倍]|小时|客户|顾客|订单|(?:h|min|hour|minute|day|week|month|person|people|men|women|children|percent|time|order|customer)s?(?![a-z]))/iu;
/** Some other plural, or what ends like one. */
const PLURAL =
  /^\s+(?!(?:this|his|its|is|was|has|does|always|less|as|across|pass|business|thanks)(?![a-z]))[a-z]+s(?![a-z])/iu;
