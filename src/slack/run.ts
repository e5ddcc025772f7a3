/** Runs a line that names a command, however it came: typed after a slash, written to the bot, or behind a button. */
import { type CivilDate, todayOf } from '../kernel/civil.ts';
import { LOCALES } from '../kernel/locale.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { dayWithin } from '../kernel/typedDay.ts';
import type { Reader } from '../locales/reader.ts';
import { standingOf } from '../member/rules.ts';
import { spoken } from './answer.ts';
import { actions, button, section } from './button.ts';
import type { Call, Command, Said } from './command.ts';
import { runLine } from './confirm.ts';
import type { Door } from './door.ts';
import { type Heard, heard, type Spoken, spokenAs } from './heard.ts';
import { usageSaid } from './usage.ts';

/** Longer command lines are refused; long texts belong in a form. */
const LINE_MAX = 4_000;

/** After any command, these ask how it is used. */
const ASKED_FOR_HELP = new Set(['help', '帮助', '用法', '?', '？']);

/** What the entry means by itself. */
const HELP = '/help';

/** Begins the action_id of the buttons behind which a line waits; their value is the command and what follows it. */
export const RUN = 'command.run.';

/** Slack takes no longer value; a longer line opens the empty form. */
const VALUE_MAX = 2_000;

/** Runs what was typed as a slash command: `name` with its slash, and what follows it. */
export async function runTyped(door: Door, name: string, text: string, call: Call): Promise<Said | undefined> {
  if (door.register.entries.has(name)) {
    const meant = meantBy(door, text === '' ? HELP : text, call);
    return 'command' in meant ? spoken(await run(door, meant.command, meant.text, call), call.reader) : meant;
  }
  const command = door.register.commands.get(name);
  if (command === undefined) return { text: call.reader.t.common.unknownCommand(name) };
  return spoken(await run(door, command, text, call), call.reader);
}

/** What a written line came to. */
export interface Outcome {
  said: Said | undefined;
  /** Whether it was perhaps done, or waits for a confirmation; not where it was refused or not understood. */
  taken: boolean;
}

/** Runs what was written to the bot, where nothing can open a form: then a button is answered that can. */
export async function runWritten(door: Door, text: string, call: Call): Promise<Outcome> {
  const bare = text.toLowerCase().replace(/[\s,.!?，。！？~]+$/u, '');
  const greets = LOCALES.some(locale => door.office.speech.languages[locale].common.greetings.includes(bare));
  if (bare === '' || greets) return { said: { text: call.reader.t.common.hello }, taken: false };
  const meant = meantBy(door, text, call);
  if (!('command' in meant)) return { said: meant, taken: false };
  let wanted = false;
  const open = async () => {
    wanted = true;
  };
  const result = await run(door, meant.command, meant.text, { ...call, open });
  if (result !== undefined || !wanted) return { said: spoken(result, call.reader), taken: !isRefusal(result) };
  const { t, called } = call.reader;
  const { name } = meant.command;
  const line = `${name} ${meant.text}`.trim();
  const value = line.length > VALUE_MAX ? name : line;
  const said = withButtons(t.common.formBehind(`\`${called(name)}\``), [{ name, value }], call.reader);
  return { said, taken: false };
}

/** Runs the line behind a button, by whoever pressed it: now a form can be opened. */
export async function runBehind(door: Door, value: string, call: Call): Promise<Said | undefined> {
  const [, name = '', text = ''] = /^(\S+) ?([\s\S]*)$/.exec(value) ?? [];
  const command = door.commands.find(declared => declared.name === name);
  if (command === undefined) return { text: call.reader.t.common.unknownButton };
  return spoken(await run(door, command, text, call), call.reader);
}

async function run(door: Door, command: Command, text: string, call: Call): Promise<Said | Refusal | undefined> {
  const { me, reader } = call;
  if (text.length > LINE_MAX) return { text: reader.t.common.tooLong(LINE_MAX, command.name) };
  const standing = standingOf(me);
  if (standing !== true && command.open !== true) return standing;
  if (ASKED_FOR_HELP.has(text.toLowerCase())) return usageSaid(command, reader, standing === true ? me : undefined);
  return runLine(door, command, call, text);
}

/** The command a line begins with and the rest of it, or an answer with the likeliest ones, each with its button. */
function meantBy(door: Door, text: string, { office, reader }: Call): { command: Command; text: string } | Said {
  const meant = heard(text, vocabularyOf(door));
  if (meant.what !== 'line') return offered(door, meant, text, todayOf(office), reader);
  const command = door.commands.find(({ name }) => name === meant.command);
  return command === undefined
    ? { text: reader.t.common.unknownCommand(meant.command) }
    : { command, text: meant.text };
}

/** A day that was spoken of waits behind the button of a form that asks for one. */
function offered(
  { commands }: Door,
  meant: Exclude<Heard, { what: 'line' }>,
  text: string,
  today: CivilDate,
  reader: Reader,
): Said {
  const date = dayWithin(text, today, 'ahead');
  const lineOf = (name: string) => {
    const rest =
      date === undefined || date < today ? undefined : commands.find(one => one.name === name)?.formOn?.(date);
    return rest === undefined ? name : `${name} ${rest}`;
  };
  const names = meant.commands.map(name => `\`${reader.called(name)}\``);
  const { perhaps, notUnderstood } = reader.t.common;
  return withButtons(
    meant.what === 'mentioned' ? perhaps(names) : notUnderstood(text, names),
    meant.commands.map(name => ({ name, value: lineOf(name) })),
    reader,
  );
}

function withButtons(text: string, lines: { name: string; value: string }[], { t, called }: Reader): Said {
  const buttons = lines.map(({ name, value }) => button(`${RUN}${name.slice(1)}`, t.common.open(called(name)), value));
  return { text, blocks: [section(text), actions('command.run', ...buttons)] };
}

/** The words by which every command is called: what can be typed for it, and what its feature names in each language. */
function vocabularyOf({ commands, register, office }: Door): Spoken[] {
  return commands.map(command =>
    spokenAs(
      command.name,
      [...register.commands].filter(([, found]) => found === command).map(([typed]) => typed.slice(1)),
      LOCALES.map(locale => office.speech.languages[locale].commands[command.words]),
    ),
  );
}
