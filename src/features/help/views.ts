/** `/help` as people read it: every command from its declaration, or one with all its forms. */
import type { KnownBlock } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import type { Member } from '../../member/rules.ts';
import { context, header, section } from '../../slack/button.ts';
import type { Command, Said } from '../../slack/command.ts';
import { usageOf } from '../../slack/usage.ts';

/** Every command with what it is for and its first forms; `notice` stands above, for people without a post. */
export function helpForAll(commands: readonly Command[], notice: string, reader: Reader, me?: Member): Said {
  const { help: words } = reader.t;
  const blocks: KnownBlock[] = [header(words.title)];
  if (notice !== '') blocks.push(section(notice));
  blocks.push(section(words.intro));
  for (const command of commands) blocks.push(section(usageOf(command, reader, 3, me)));
  blocks.push(context(words.onlyFirst), context(words.alsoByEntry));
  return {
    text: [notice, words.title, ...commands.map(command => oneLine(command, reader))].filter(Boolean).join('\n'),
    blocks,
  };
}

function oneLine({ name, words }: Command, { t, called }: Reader): string {
  return `${called(name)} — ${t.commands[words].summary}`;
}
