/** Whole numbers written in Chinese: 三, 十二, 两百, 一百五 (150), 三千零五, 1千, 二〇二六. */

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

/** One or several of the characters; "1千" begins with a figure. A pattern's source, for the patterns of others. */
export const NUMERAL = '(?:[0-9]{0,4}[零〇一二两三四五六七八九十百千万]+[0-9零〇一二两三四五六七八九十百千万]*)';

const NUMERAL_AT = new RegExp(`^${NUMERAL}`, 'u');

export interface TypedNumeral {
  /** Characters of the text it takes. */
  length: number;
  value: number;
}

/** The number the text begins with; undefined for none, and for what is no one number ("三五", "三四百"). */
export function numeralAt(text: string): TypedNumeral | undefined {
  const typed = NUMERAL_AT.exec(text)?.[0] ?? '';
  const value = numeralIn(typed);
  return value === undefined ? undefined : { length: typed.length, value };
}

/** The number the whole text is. Figures alone are none of these. */
export function numeralIn(text: string): number | undefined {
  const typed = text.replace(/〇/gu, '零').replace(/两/gu, '二');
  if (!/[零一二三四五六七八九十百千万]/u.test(typed)) return undefined;
  // Digit by digit, as years are written; two digits side by side are a few ("三五个").
  if (/^[零一二三四五六七八九]{3,6}$/u.test(typed) && (typed.length === 4 || /^[^零].*零/u.test(typed)))
    return Number([...typed].map(sign => DIGITS.indexOf(sign)).join(''));
  const [, before, after = ''] = /^(.+)万(.*)$/u.exec(typed) ?? [];
  if (before === undefined) return belowTenThousand(typed);
  const [high, low] = [belowTenThousand(before), after === '' ? 0 : belowTenThousand(after, 10_000)];
  return high === undefined || low === undefined || high === 0 ? undefined : high * 10_000 + low;
}

/** Ten at the most times ten, a hundred, a thousand, each once and downwards; `under`: the unit it stands behind. */
function belowTenThousand(text: string, under?: number): number | undefined {
  let [sum, last, rest, skipped] = [0, under ?? Number.POSITIVE_INFINITY, text, false];
  while (rest !== '') {
    if (rest.startsWith('零') && (sum > 0 || under !== undefined) && rest.length > 1) {
      [rest, skipped] = [rest.slice(1), true];
      continue;
    }
    const [whole = '', figure = '', unit] = /^([0-9]{1,4}|[零一二三四五六七八九])?([十百千])?/u.exec(rest) ?? [];
    if (whole === '') return undefined;
    const digit = figure === '' ? 1 : /^[0-9]/u.test(figure) ? Number(figure) : DIGITS.indexOf(figure);
    // 百 without a figure is no number; 十 is one, first of all.
    if (figure === '' && (unit !== '十' || sum > 0)) return undefined;
    if (unit !== undefined && (digit === 0 || digit > 9 || (UNITS[unit] ?? 0) >= last)) return undefined;
    if (unit === undefined && rest !== whole) return undefined;
    // 一百五 is 150, 一百零五 is 105.
    const scale =
      unit === undefined ? (skipped || last === Number.POSITIVE_INFINITY ? 1 : last / 10) : (UNITS[unit] ?? 1);
    if (unit === undefined && sum + (under ?? 0) > 0 && digit > 9) return undefined;
    [sum, last, rest, skipped] = [sum + digit * scale, scale, rest.slice(whole.length), false];
  }
  return text === '' ? undefined : sum;
}
