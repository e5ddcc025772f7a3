/** The head of the record's chain as leaders read it: a number and a hash, nobody's name and nothing anybody wrote. */

import { day } from '../../locales/reader.ts';
import { context, section } from '../../slack/button.ts';
import type { Drawings } from '../../slack/drawing.ts';
import type { RecordMessages } from './messages.ts';

export const recordDrawings: Drawings<keyof RecordMessages> = {
  'record.head'({ date, number, hash }, reader) {
    const { record: words } = reader.t;
    const text = words.head(day(date, reader), number);
    return { text: `${text}\n${hash}`, blocks: [section(`:link: ${text}\n\`${hash}\``), context(words.headHint)] };
  },
};
