/** Amounts of money as people type them among other words, before `parseYuan` reads them: the one reading lines share. */
import { type AmountUnit, parseAmount } from './money.ts';
import { NUMERAL, numeralIn } from './typedNumeral.ts';

export interface TypedMoney {
  /** As typed; '' where the text begins with no figure. */
  text: string;
  /** A currency, or a word of money, stands with it: it can only be meant as money. */
  named: boolean;
  /** Whether it stands before what it counts: `yes` in "3 个客户" and "2 hours", `perhaps` in "100 smiles", a plural or a verb. */
  counts: 'yes' | 'perhaps' | 'no';
}

/** What may be an amount and is none for certain. */
export interface PerhapsMoney {
  /** As typed. */
  text: string;
  /** In figures, as it would be read; null where that is not certain either. */
  figure: string | null;
}

const DIGITS = "\\p{Nd}[\\p{Nd}.,、'e+]*";

/**
 * The figure the text begins with, digits of other scripts and Chinese numerals included ("一百五"; a bare 三 is none);
 * `word`: a pattern of what may stand before it, "罚款?".
 */
export function moneyAt(text: string, word: string, unit: AmountUnit): TypedMoney {
  const [before, behind] = SIGNS[unit];
  const figure = new RegExp(
    `^[-\\u2212\\u2013]?(?:(?:${before}${word}) ?)?-?(?:(${NUMERAL})|${DIGITS})(?:${behind})?(?=\\s|$|[,、;](?!\\p{Nd}))`,
    'iu',
  );
  const [found = '', numeral] = figure.exec(text) ?? [];
  const named = new RegExp(
    `${unit === 'points' ? '分|point' : '[\\u00a5\\uffe5元圆块]|yuan|rmb|cny'}|${word}`,
    'iu',
  ).test(found);
  // 一、二、三 tell one thing after another; 十 and more are an amount.
  const bare = numeral !== undefined && !named && (numeralIn(numeral) ?? 0) < 10;
  const rest = text.slice(found.length);
  const counts = MEASURE.test(rest) ? 'yes' : PLURAL.test(rest) ? 'perhaps' : 'no';
  return bare ? { text: '', named: false, counts: 'no' } : { text: found, named, counts };
}

/** What stands before and behind a figure that is an amount. */
const SIGNS: Record<AmountUnit, readonly [string, string]> = {
  yuan: ['[\\u00a5\\uffe5]|rmb|cny|', ' ?(?:元整?|圆|yuan|rmb|cny)|块钱?'],
  points: ['', ' ?(?:分|points?)'],
};

const MEASURES =
  '个|位|名|次|件|款|条|单|台|箱|份|点|号|家|笔|轮|遍|张|只|包|袋|瓶|秒|周|月|年|日|天|分钟|时|刻|人|种|批|套|盒|双|组|页|字|句|项|起|倍|小时|客户|顾客|订单';

/** What a figure counts: a Chinese measure word, a unit. */
const MEASURE = new RegExp(
  `^\\s+(?:${MEASURES}|分|(?:h|min|hour|minute|day|week|month|person|people|men|women|children|percent|time|order|customer)s?(?![a-z]))`,
  'iu',
);
/** Some other plural, or what ends like one. */
const PLURAL =
  /^\s+(?!(?:this|his|its|is|was|has|does|always|less|as|across|pass|business|thanks)(?![a-z]))[a-z]+s(?![a-z])/iu;

const TENS = 'ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ONES = 'one two three four five six seven eight nine'.split(' ');
const SPOKEN = new RegExp(
  `^(?:(?:(an?|${ONES.join('|')}) )?(hundred|thousand)|(${TENS.join('|')}))(?![\\p{L}\\p{N}-])`,
  'iu',
);
const CURRENCY = '(?: ?(?:元|圆|yuan|rmb|cny|kuai)|块钱?)?';
/** Money of other countries, and thousands cut short. */
const FOREIGN = /^(?:(?:us)?[$€£] ?(\d[\d.,]*)|(\d[\d.,]*) ?(?:dollars?|usd|bucks|euros?|美元|美金|刀)(?![a-z]))/iu;
const SHORTENED = /^(\d+(?:\.\d+)?)(k|w)(?![\p{L}\p{N}])/iu;
const ROUGH = /^(?:好?几|上|数)?[十百千万两一二三四五六七八九0-9]+[多来余几]?[十百千万]* ?(?:元|块钱?)/u;

/**
 * What the text begins with that may be an amount: a figure with a word right behind it ("100没有计划"), one in English words
 * ("a hundred"), of another currency ("$100"), a rough one ("几百元"). A figure that counts something is none.
 */
export function perhapsMoneyAt(text: string, word: string, unit: AmountUnit): PerhapsMoney | undefined {
  const foreign = FOREIGN.exec(text);
  if (foreign) return { text: foreign[0], figure: inFigures(foreign[1] ?? foreign[2] ?? '', unit) };
  const short = SHORTENED.exec(text);
  if (short) {
    const value = Number(short[1]) * (short[2]?.toLowerCase() === 'w' ? 10_000 : 1_000);
    return { text: short[0], figure: inFigures(String(value), unit) };
  }
  const spoken = SPOKEN.exec(text);
  if (spoken && !MEASURE.test(text.slice(spoken[0].length)) && !PLURAL.test(text.slice(spoken[0].length))) {
    const ones = Math.max(1, ONES.indexOf(spoken[1]?.toLowerCase() ?? '') + 1);
    const tens = TENS.indexOf(spoken[3]?.toLowerCase() ?? '') + 1;
    const value = tens > 0 ? tens * 10 : ones * (spoken[2]?.toLowerCase() === 'hundred' ? 100 : 1_000);
    const behind = new RegExp(`^${CURRENCY}`, 'iu').exec(text.slice(spoken[0].length))?.[0] ?? '';
    return { text: spoken[0] + behind, figure: inFigures(String(value), unit) };
  }
  const [before, behind] = SIGNS[unit];
  const glued = new RegExp(
    `^(?:(?:${before}${word}) ?)?(${NUMERAL}|[0-9]+(?:\\.[0-9]+)?)(${behind})?(?=\\p{Script=Han})(?!${MEASURES}|[多来余几折度的以是%])`,
    'iu',
  ).exec(text);
  const [whole, number = '', currency = ''] = glued ?? [];
  if (whole !== undefined && (currency !== '' || /^[0-9]/u.test(number) || (numeralIn(number) ?? 0) > 10))
    return { text: whole, figure: inFigures(number, unit) };
  const rough = unit === 'yuan' ? ROUGH.exec(text)?.[0] : undefined;
  return rough === undefined ? undefined : { text: rough, figure: null };
}

/** What words end with that may be an amount; `sure` where it stands by itself behind a word of money, "，罚100元". */
export function moneyBehind(
  text: string,
  word: string,
  unit: AmountUnit,
): (PerhapsMoney & { sure: boolean; named: boolean }) | undefined {
  const [before, behind] = SIGNS[unit];
  const found = new RegExp(
    `(?<=[\\s,，、;；。:：])((?:${word}|fined?(?: of)?) ?[:：]? ?)?((?:${before})(${NUMERAL}|[0-9]+(?:\\.[0-9]+)?)(${behind})?)[。.!！]?$`,
    'iu',
  ).exec(text);
  if (!found) return undefined;
  const [, said = '', , number = '', currency = ''] = found;
  const figure = inFigures(number, unit);
  const named = said !== '' || currency !== '' || /[\u00a5\uffe5]/u.test(found[2] ?? '');
  if (!named && (figure === null || (/^[^0-9]/u.test(number) && Number(figure) < 10))) return undefined;
  return { text: found[0], figure, named, sure: said !== '' && figure !== null };
}

/** The amount as a figure; null for what cannot be read. */
function inFigures(text: string, unit: AmountUnit): string | null {
  const read = parseAmount(text.replace(/[.,]+$/u, ''), unit);
  return 'fen' in read ? String(read.fen / 100) : null;
}
