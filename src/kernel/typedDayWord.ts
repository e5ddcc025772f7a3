/** Words that mean a day, and words of time that mean none for certain. */
import { addDays, type CivilDate, civilDate } from './civil.ts';
import { figureOf, MONTH_NAME, type Side, type TypedDay, yearOf } from './typedDate.ts';
import { NUMERAL } from './typedNumeral.ts';

const DAYS_AWAY: readonly (readonly [RegExp, number])[] = [
  [/^(?:the )?day\s+after\s+tomorrow(?![\p{L}\p{N}'’])/u, 2],
  [/^(?:the )?day\s+before\s+yesterday(?![\p{L}\p{N}'’])/u, -2],
  [/^today(?![\p{L}\p{N}'’])|^今(?:[天日]|儿个?|(?=早))/u, 0],
  [/^(?:tomorrow|tmrw?)(?![\p{L}\p{N}'’])|^明(?:[天日]|儿个?|(?=早))/u, 1],
  [/^(?:yesterday|last night)(?![\p{L}\p{N}'’])|^昨(?:[天日]|儿个?|(?=[早晚夜]))/u, -1],
  [/^大后[天日儿]/u, 3],
  [/^后(?:[天日]|儿个?)/u, 2],
  [/^大前[天日儿]/u, -3],
  [/^前(?:[天日]|儿个?)/u, -2],
];

const ENGLISH_FIGURES = 'one two three four five six seven eight nine ten'.split(' ');
const SOME = `([0-9]{1,3}|a|${ENGLISH_FIGURES.join('|')})`;
const AGO = [
  new RegExp(`^(${NUMERAL}|[0-9]{1,3}) ?天(?:以|之)?前`, 'u'),
  new RegExp(`^${SOME} days? ago(?![\\p{L}\\p{N}])`, 'u'),
];
/** Said of what happened it is how long something took: "三天后才回复". */
const FROM_NOW = [
  new RegExp(`^(${NUMERAL}|[0-9]{1,3}) ?天(?:以|之)?后`, 'u'),
  new RegExp(`^(?:in ${SOME} days?|${SOME} days? from now)(?![\\p{L}\\p{N}])`, 'u'),
];

/** Holidays of one day that lie on the same date every year: month and day. */
const HOLIDAYS: readonly (readonly [RegExp, number, number])[] = [
  [/^元旦节?|^new year[’']?s day(?![\p{L}\p{N}])/u, 1, 1],
  [/^(?:三八)?妇女节|^三八节/u, 3, 8],
  [/^(?:五一)?(?:国际)?劳动节|^五一(?!班|节)|^may day(?![\p{L}\p{N}])/u, 5, 1],
  [/^(?:六一)?儿童节|^六一(?!班)/u, 6, 1],
  [/^国庆节|^national day(?![\p{L}\p{N}])/u, 10, 1],
  [/^双(?:十一|11)(?!月)|^singles[’']? day(?![\p{L}\p{N}])/u, 11, 11],
  [/^双(?:十二|12)(?!月)/u, 12, 12],
  [/^平安夜|^christmas eve(?![\p{L}\p{N}])/u, 12, 24],
  [/^圣诞节?(?!夜|老人|树)|^christmas(?: day)?(?![\p{L}\p{N}'’])/u, 12, 25],
  [/^new year[’']?s eve(?![\p{L}\p{N}])/u, 12, 31],
];

/** The day a word at the beginning means; the text is in half width and lower case. */
export function dayWordAt(said: string, today: CivilDate, side: Side): TypedDay | undefined {
  for (const [pattern, away] of DAYS_AWAY) {
    const found = pattern.exec(said);
    if (found) return { length: found[0].length, date: addDays(today, away), form: 'word' };
  }
  return daysAwayAt(said, today, side) ?? holidayAt(said, today, side);
}

function daysAwayAt(said: string, today: CivilDate, side: Side): TypedDay | undefined {
  for (const [patterns, step] of [
    [AGO, -1],
    [side === 'ahead' ? FROM_NOW : [], 1],
  ] as const) {
    for (const pattern of patterns) {
      const found = pattern.exec(said);
      const many = someOf(found?.[1] ?? found?.[2] ?? '');
      if (found && many > 0 && many < 1_000)
        return { length: found[0].length, date: addDays(today, step * many), form: 'word' };
    }
  }
  return undefined;
}

function someOf(text: string): number {
  return text === 'a' ? 1 : ENGLISH_FIGURES.indexOf(text) + 1 || figureOf(text);
}

function holidayAt(said: string, today: CivilDate, side: Side): TypedDay | undefined {
  const [, before = ''] = /^(前年|去年|今年|明年)的?/u.exec(said) ?? [];
  const name = said.slice(/^(?:前年|去年|今年|明年)的?/u.exec(said)?.[0].length ?? 0);
  for (const [pattern, month, date] of HOLIDAYS) {
    const found = pattern.exec(name);
    if (!found) continue;
    const thisYear = Number(today.slice(0, 4));
    const said_ = yearOf(before, thisYear);
    const years =
      said_ === undefined ? (side === 'past' ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1]) : [said_];
    const days = years.flatMap(year => civilDate(year, month, date) ?? []);
    const day = days.find(each => said_ !== undefined || (side === 'past' ? each <= today : each >= today));
    return { length: said.length - name.length + found[0].length, date: day ?? null, form: 'loose' };
  }
  return undefined;
}

/** What may stand between a word of time and what it is said of: "上周的报表", "12月以来". */
export const BELONGS = /^(?:[的以之起前后内]|份的|[’']s)/u;

const CHINESE_TIME = new RegExp(
  [
    '(?:前年|去年)(?:年[初底中]|夏天|冬天|春天|秋天)?',
    '(?:上{1,2}|下{1,2})个?(?:月[初底末中]?|周末|星期|礼拜|周)',
    '上?周末',
    '(?:年[初底]|月[初底末])(?!总结|盘点|结)',
    `(?:好?几|半个?|${NUMERAL}个?|[0-9]{1,3} ?个?)(?:天|日|周|星期|礼拜|个?月|年)(?:以|之)?前`,
    '前(?:几|两|三|些|一)[天日周]|前(?:一)?阵子?|前段时间|头一?天|那天|某天',
    '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份|[初底末中]旬?|[上下]旬)?',
    '大年(?:初[一二三四五六七]|三十)|除夕|春节|元宵节?|清明节?|端午节?|七夕|中秋节?|重阳节?|国庆|十一(?:期间|假期|长假)',
    '(?:618|六一八)(?![0-9元块])',
  ]
    .map(each => `^(?:${each})`)
    .join('|'),
  'u',
);

const ENGLISH_TIME = new RegExp(
  [
    '(?:on )?(?:the )?(?:last|previous|past) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)',
    `(?:about |some |around )?(?:[0-9]{1,3}|an?|${ENGLISH_FIGURES.join('|')}|(?:a |the )?(?:few|couple(?: of)?)|several|some|many) (?:days?|weeks?|months?|years?) (?:ago|back)`,
    '(?:on |over )?(?:the|this) weekend',
    'the other day|earlier this (?:week|month|year)|the day before',
    '(?:on )?(?:the )?[0-9]{1,2}(?:st|nd|rd|th)(?! (?:time|floor|call|day|customer|order|line|shop|desk|row|person|one))',
    `in ${MONTH_NAME}(?: 20[0-4][0-9])?`,
    `(?:(?:early|mid|late)[ -])?(?!may|mar(?:ch)?(?![a-z]))${MONTH_NAME}(?: 20[0-4][0-9])?`,
    '(?:on |over )?(?:chinese |lunar )?new year|spring festival|(?:on )?labou?r day|(?:over |at )?easter|thanksgiving|mid-autumn(?: festival)?',
  ]
    .map(each => `^(?:${each})(?![\\p{L}\\p{N}'’])`)
    .join('|'),
  'u',
);

/** How much of the text are words of another time than now that name no certain day: 上周, 12月, "last month", "a week ago". */
export function timeWordAt(said: string): number {
  const found = (CHINESE_TIME.exec(said) ?? ENGLISH_TIME.exec(said))?.[0] ?? '';
  return BELONGS.test(said.slice(found.length)) ? 0 : found.length;
}
