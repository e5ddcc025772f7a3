/** The head of the record's chain as leaders read it: a number and a hash, nobody's name and nothing anybody wrote. */
import type { Button } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import { button, context, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { PostedHead } from './messages.ts';
import { headValue, shortHash } from './rules.ts';

export const SHOW_HEAD = 'record.head';

/** One short line. */
export function headLine(head: PostedHead, { t: { record: words } }: Reader): string {
  return words.head(head.number, shortHash(head));
}

/** Shows the whole value, which the button itself carries. */
export function headButton(head: PostedHead, { t: { record: words } }: Reader): Button {
  return button(SHOW_HEAD, words.showHead, headValue(head));
}

/** The whole value, and how it is compared. */
export function headSaid({ number, hash }: PostedHead, { t: { record: words } }: Reader): Said {
  const text = words.wholeHead(number);
  return {
    text: `${text}\n${hash}\n${words.headHint}`,
    blocks: [section(`:link: ${text}\n\`${hash}\``), context(words.headHint)],
  };
}
