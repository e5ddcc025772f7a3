/** How a command is used, drawn from what it declares: for `/help`, and after any command for "help". */
import type { Reader } from '../locales/reader.ts';
import { section } from './button.ts';
import type { Command, Said } from './command.ts';

/** One command with every form. */
export function usageSaid(command: Command, reader: Reader): Said {
  const text = usageOf(command, reader, Number.POSITIVE_INFINITY);
  return { text, blocks: [section(text)] };
}

/** Its name, what it is for, and at most so many of its forms. */
export function usageOf(command: Command, reader: Reader, most: number): string {
  const { usages } = reader.t.commands[command.words];
  const shown = usages.slice(0, most).map(({ line, does }) => `\`${line}\`  ${does}`);
  const rest = usages.length - shown.length;
  return [
    `*${reader.called(command.name)}* — ${reader.t.commands[command.words].summary}`,
    ...shown,
    ...(rest > 0 ? [reader.t.common.more(rest)] : []),
  ].join('\n');
}
