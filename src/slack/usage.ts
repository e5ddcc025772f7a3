/** How a command is used, drawn from what it declares: for `/help`, and after any command for "help". */
import type { Usage } from '../locales/command.ts';
import type { Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import { section } from './button.ts';
import type { Command, Said } from './command.ts';

/** One command with every form the person may type; with every form when nobody is given. */
export function usageSaid(command: Command, reader: Reader, me?: Member): Said {
  const text = usageOf(command, reader, Number.POSITIVE_INFINITY, me);
  return { text, blocks: [section(text)] };
}

/** Its name, what it is for, and at most so many of the forms the person may type. */
export function usageOf(command: Command, reader: Reader, most: number, me?: Member): string {
  const usages = usagesFor(reader.t.commands[command.words].usages, me);
  const shown = usages.slice(0, most).map(({ line, does }) => `\`${line}\`  ${does}`);
  const rest = usages.length - shown.length;
  return [
    `*${reader.called(command.name)}* — ${reader.t.commands[command.words].summary}`,
    ...shown,
    ...(rest > 0 ? [reader.t.common.more(rest)] : []),
  ].join('\n');
}

/** The forms the person may type; all of them when nobody is given. */
export function usagesFor(usages: readonly Usage[], me?: Member): readonly Usage[] {
  return usages.filter(({ who }) => me === undefined || who === undefined || me.posts.some(post => who.includes(post)));
}
