/** Checks the pictures in blocks that come from files of the workspace. */
import { mayAppSee } from '../file/file.ts';
import { isPicture } from '../file/file-type.ts';
import { asText, isObject, type JsonObject } from '../json.ts';
import { type Call, MethodError } from './method.ts';

/** Throws `invalid_blocks` when a picture in the blocks is to come from a Slack file that is no picture the app may read. */
export function checkSlackFiles(call: Call, blocks: readonly JsonObject[]): void {
  const wrong = pointers(call, blocks, '/blocks');
  if (wrong.length === 0) return;
  const errors = wrong.map(pointer => `invalid slack file [json-pointer:${pointer}]`);
  const messages = errors.map(text => `[ERROR] ${text}`);
  throw new MethodError('invalid_blocks', { errors, response_metadata: { messages } });
}

function pointers(call: Call, value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => pointers(call, item, `${at}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== 'slack_file' || !isObject(inner)) return pointers(call, inner, `${at}/${key}`);
    const id = asText(inner.id) || (/\b(F[0-9A-Z]{8,})\b/.exec(asText(inner.url))?.[1] ?? '');
    const file = call.core.state.files.get(id);
    const isGood = file && !file.deleted && isPicture(file) && mayAppSee(call.core, file);
    return isGood ? [] : [`${at}/${key}`];
  });
}
