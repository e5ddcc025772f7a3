/** `/help` as people read it: every command from its declaration, or one with all its forms. */
import type { KnownBlock } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import { context, header, section } from '../../slack/button.ts';
import type { Command, Said } from '../../slack/command.ts';

/** Every command with what it is for and its first forms; `notice` stands above, for people without a post. */
export function helpForAll(commands: readonly Command[], notice: string, reader: Reader): Said {
  const { help: words } = reader.t;
  const blocks: KnownBlock[] = [header(words.title)];
  if (notice !== '') blocks.push(section(notice));
  blocks.push(section(words.intro));
  for (const command of commands) blocks.push(section(oneCommand(command, reader, 3)));
  blocks.push(context(words.onlyFirst));
  return {
    text: [notice, words.title, ...commands.map(command => oneLine(command, reader))].filter(Boolean).join('\n'),
    blocks,
  };
}

/** One command with every form. */
export function helpForOne(command: Command, reader: Reader): Said {
  const text = oneCommand(command, reader, Number.POSITIVE_INFINITY);
  return { text, blocks: [section(text)] };
}

function oneLine({ name, words }: Command, { t }: Reader): string {
  return `${name} — ${t.commands[words].summary}`;
}

function oneCommand(command: Command, reader: Reader, most: number): string {
  const { usages } = reader.t.commands[command.words];
  const shown = usages.slice(0, most).map(({ line, does }) => `\`${line}\`  ${does}`);
  const rest = usages.length - shown.length;
  return [
    `*${command.name}* — ${reader.t.commands[command.words].summary}`,
    ...shown,
    ...(rest > 0 ? [reader.t.common.more(rest)] : []),
  ].join('\n');
}
