/** Lists: of lines that may be many, and of people, who are named in them and not called. */
import { clip, neutral } from '@tiaoli/block-kit';
import { nameFor, type Reader } from '../locales/reader.ts';

/** A person's name in a list, safe in mrkdwn: a mention would call everybody who stands in it. */
export function listed(name: string, reader: Reader): string {
  return neutral(clip(nameFor(name, reader), 24));
}

/** The first of them, and how many more there are. */
export function firstOf(lines: readonly string[], most: number, { t }: Reader): string[] {
  const left = lines.length - most;
  return left > 0 ? [...lines.slice(0, most), t.common.more(left)] : [...lines];
}
