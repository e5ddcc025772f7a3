/** The values an element starts with: their formats, and that they agree with the element's options and bounds. */
import { type Extra, isObject, note, type Rule, shaped, string, whole } from './rule.ts';

/** A day that exists, written YYYY-MM-DD. */
export const date: Rule = shaped(string(10), isDay, 'must be a valid date in the format YYYY-MM-DD');

/** A time of day from 00:00 to 23:59, written HH:mm. */
export const time: Rule = shaped(
  string(5),
  value => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value),
  'must be a valid time in the format HH:mm',
);

/** A moment in seconds since 1970, of exactly ten digits. */
export const dateTime: Rule = whole(1_000_000_000, 9_999_999_999);

/** A number written out, as `number_input` wants its values. */
export const numeral: Rule = shaped(
  string(100),
  value => /^-?\d+(?:\.\d+)?$/u.test(value),
  'must be a string that holds a number',
);

/** The chosen option or options must be among those offered, and those must be given one way only. */
export function selection(field: 'initial_option' | 'initial_options'): Extra {
  return (value, place) => {
    const { options, option_groups: groups } = value;
    if (options === undefined && groups === undefined) note(place, 'missing required field: options');
    if (options !== undefined && groups !== undefined) note(place, 'must define only one of: options, option_groups');
    const chosen = field === 'initial_option' ? [value.initial_option] : items(value.initial_options);
    const offered = new Set([...items(options), ...items(groups).flatMap(optionsOf)].map(key));
    for (const [index, one] of chosen.entries()) {
      if (!isObject(one) || offered.has(key(one))) continue;
      note(place, 'must be one of the options', field === 'initial_option' ? field : `${field}/${index}`);
    }
  };
}

/** `number_input`: the least is not above the greatest, the first value lies between, decimals only if allowed. */
export const numbers: Extra = (value, place) => {
  const [first, least, greatest] = [value.initial_value, value.min_value, value.max_value].map(asNumber);
  if (isAbove(least, greatest)) note(place, 'must not be greater than `max_value`', 'min_value');
  if (isAbove(least, first) || isAbove(first, greatest))
    note(place, 'must be between `min_value` and `max_value`', 'initial_value');
  if (value.is_decimal_allowed !== false) return;
  for (const field of ['initial_value', 'min_value', 'max_value']) {
    const given = value[field];
    if (typeof given === 'string' && given.includes('.')) note(place, 'must be a whole number', field);
  }
};

/** `plain_text_input`: the least length is not above the greatest, and the first value is not longer than that. */
export const lengths: Extra = (value, place) => {
  const { initial_value: first, min_length: least, max_length: greatest } = value;
  if (typeof greatest !== 'number') return;
  if (typeof least === 'number' && least > greatest) note(place, 'must not be greater than `max_length`', 'min_length');
  if (typeof first === 'string' && first.length > greatest)
    note(place, `must be less than ${greatest + 1} characters`, 'initial_value');
};

const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const optionsOf = (group: unknown): unknown[] => (isObject(group) ? items(group.options) : []);

/** Two options are the same when what is sent and what is shown are the same. */
function key(option: unknown): string {
  if (!isObject(option)) return '';
  return JSON.stringify([plainly(option.value), isObject(option.text) ? plainly(option.text.text) : null]);
}

const plainly = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function asNumber(value: unknown): number | undefined {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

const isAbove = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && a > b;

function isDay(value: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/u.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const moment = new Date(Date.UTC(year, month - 1, day));
  return moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
}
