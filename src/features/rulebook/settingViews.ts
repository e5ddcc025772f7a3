/** The settings beside an article as people read them: how the article is read, with the figures in force. */
import { neutral } from '@tiaoli/block-kit';
import type { Reader } from '../../locales/reader.ts';
import { readingOf, type SettingInForce } from './setting.ts';

/** A heading and a line a setting; nothing where none stands beside the article. */
export function readingLines(settings: readonly SettingInForce[], reader: Reader): string[] {
  const { rulebook: words } = reader.t;
  if (settings.length === 0) return [];
  return [`*${words.readings}*`, ...settings.map(each => `• ${neutral(readingLine(each, reader))}`)];
}

function readingLine(setting: SettingInForce, reader: Reader): string {
  const { rulebook: words, common } = reader.t;
  const said = readingOf(setting, reader.locale, common.colon, value => valueText(value, reader));
  return 'instead' in setting ? `${said}${words.setElsewhere(valueText(setting.instead, reader))}` : said;
}

/** A value of a setting: a figure, an hour, yes or no, several of them. */
export function valueText(value: unknown, reader: Reader): string {
  const { rulebook: words, common } = reader.t;
  if (value === null) return words.noBound;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : common.joinNames(value.map(String));
  if (typeof value === 'object') return common.joinNames(Object.values(value).map(String));
  return String(value);
}
