/** Somebody's own record, section by section, for `/me` and the Home tab. */
import type { KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { day, person, type Reader } from '../../locales/reader.ts';
import { context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { postNames } from '../post/views.ts';
import type { OwnRecord } from './messages.ts';

/** Names of those who can give a post. */
const MOST_NAMES = 5;

/** The whole record; sections only where there is something to say. */
export function ownRecordSaid(record: OwnRecord, sections: readonly string[][], reader: Reader): Said {
  const { me: words } = reader.t;
  const title = words.title(day(record.today, reader));
  const who = [words.posts(postNames(record.posts, reader))];
  if (record.leaderId !== null) who.push(words.leader(person(record.leaderId)));
  const parts = sections.length === 0 ? [[words.empty]] : sections;
  const foot = `${words.tips}\n${words.onlyYou}`;
  const blocks: KnownBlock[] = [header(title), context(who.join(' · '))];
  for (const lines of parts) blocks.push(...chunks(lines, 2_900).map(section));
  blocks.push(context(foot));
  return { text: [title, who.join(' · '), ...parts.flat(), foot].join('\n').replaceAll('*', ''), blocks };
}

/** The Home tab of somebody without a post: who can give them one. */
export function welcomeSaid(givers: readonly string[], reader: Reader): Said {
  const { me: words, common } = reader.t;
  const names = common.joinNames(givers.slice(0, MOST_NAMES).map(person));
  const text = names === '' ? words.noPostYet : words.noPost(names);
  return { text: `${words.welcome}\n${text}`, blocks: [header(words.welcome), section(text), context(words.tips)] };
}
