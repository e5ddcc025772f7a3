/** What a person typed, as others read it; or that it was erased. */
import { neutral } from '@tiaoli/block-kit';
import { ERASED } from '../kernel/erasure.ts';
import type { Reader } from '../locales/reader.ts';

/** For mrkdwn: without effect, and in our own words where the time to keep it is over. */
export function wordsOf(text: string, { t }: Reader): string {
  return text === ERASED ? t.common.erased : neutral(text);
}
