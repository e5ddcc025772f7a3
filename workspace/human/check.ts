/** Checks the fields of a modal as Slack's client does before anything is sent: required, length, form, bounds. */

import { isOneOf } from '../core/file/file-type.ts';
import { asText, type JsonObject, objectsOf } from '../core/json.ts';
import { isStateful, type Placed, placedElements } from '../core/view/elements.ts';
import { isEmptyValue, typedText } from '../core/view/values.ts';
import type { View } from '../core/view/views.ts';
import { say, type TextKey } from './texts.ts';

/** What a file input takes when it says nothing else. */
const MOST_FILES = 10;
const MOST_MEGABYTES = 10;

/** What is wrong with the view's values, by block_id; empty when nothing is. */
export function checkValues(view: View, locale: string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const placed of placedElements(view.blocks)) {
    if (placed.block.type !== 'input' || !isStateful(placed)) continue;
    const value = view.state.values[placed.block_id]?.[placed.action_id] ?? {};
    const wrong = isEmptyValue(value) ? missing(placed) : badForm(placed, value);
    if (wrong) errors[placed.block_id] = say(locale, ...wrong);
  }
  return errors;
}

type Wrong = [key: TextKey, n?: string | number] | undefined;

function missing({ block }: Placed): Wrong {
  return block.optional === true ? undefined : ['required'];
}

function badForm({ type, element }: Placed, value: JsonObject): Wrong {
  const text = typedText(value);
  switch (type) {
    case 'plain_text_input':
      return badLength(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : ['email'];
    case 'url_text_input':
      return /^https?:\/\/[^\s.]+\S*$/i.test(text) && URL.canParse(text) ? undefined : ['url'];
    case 'number_input':
      return badNumber(element, text);
    case 'file_input':
      return badFiles(element, objectsOf(value.files));
    default:
      return undefined;
  }
}

function badFiles({ max_files, filetypes }: JsonObject, files: JsonObject[]): Wrong {
  const most = typeof max_files === 'number' ? max_files : MOST_FILES;
  if (files.length > most) return ['tooManyFiles', most];
  const allowed = Array.isArray(filetypes) ? filetypes.map(asText) : [];
  if (allowed.length > 0 && files.some(({ name }) => !isOneOf(asText(name), allowed)))
    return ['fileTypes', allowed.join(', ')];
  return files.some(({ size }) => Number(size) > MOST_MEGABYTES * 1024 * 1024)
    ? ['fileSize', MOST_MEGABYTES]
    : undefined;
}

function badLength({ min_length, max_length }: JsonObject, text: string): Wrong {
  const least = typeof min_length === 'number' ? min_length : 0;
  const most = typeof max_length === 'number' ? max_length : 3000;
  if (text.length < least) return ['tooShort', least];
  return text.length > most ? ['tooLong', most] : undefined;
}

function badNumber({ is_decimal_allowed, min_value, max_value }: JsonObject, text: string): Wrong {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return ['number'];
  if (is_decimal_allowed !== true && text.includes('.')) return ['integer'];
  if (asText(min_value) !== '' && Number(text) < Number(min_value)) return ['least', asText(min_value)];
  return asText(max_value) !== '' && Number(text) > Number(max_value) ? ['most', asText(max_value)] : undefined;
}
