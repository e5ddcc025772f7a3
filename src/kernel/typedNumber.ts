/** Numbers of requests, cases and notes as the bot writes them and as people type them after it. */
import { halfWidth } from './halfWidth.ts';

export interface TypedNumber {
  /** Characters of the text it takes. */
  length: number;
  number: number;
}

/** The number the text begins with: 12, #12, No. 12, number 12, 12号, 第 12 号, 编号 12, in full width too; of at most 9 digits. */
export function numberAt(text: string): TypedNumber | undefined {
  const found = /^\s*(?:(?:number|no|nr)[.:]?|编号:?|[#№])?\s*第?\s*#?([0-9]{1,9})(?![0-9])(?:\s*号)?/iu.exec(
    halfWidth(text),
  );
  return found?.[1] === undefined ? undefined : { length: found[0].length, number: Number(found[1]) };
}

/** The number the whole text is; undefined for anything else, and for 0. */
export function numberIn(text: string): number | undefined {
  const found = numberAt(text);
  return found && found.number > 0 && text.slice(found.length).trim() === '' ? found.number : undefined;
}
