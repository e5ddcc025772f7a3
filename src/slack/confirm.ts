/** Lines whose effect is immediate: what was understood is shown, and done when who typed them confirms it. */
import type { ModalView } from '@slack/types';
import { todayOf } from '../kernel/civil.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Reader } from '../locales/reader.ts';
import type { KeptLine } from '../office/office.ts';
import { modalOf, spoken } from './answer.ts';
import { actions, button, context, plain, section, textIn, textInput } from './button.ts';
import type { ButtonCall, Call, Command, ModalAnswer, ModalCall, Said } from './command.ts';
import type { Door } from './door.ts';

const CONFIRM = 'line.confirm';
const CHANGE = 'line.change';
const LINE = 'line.text';

/** Runs a typed line; where its effect would be immediate, the answer asks to confirm it. */
export function runLine(door: Door, declared: Command, call: Call, text: string): Promise<Said | Refusal | undefined> {
  const line = { memberId: call.me.id, command: declared.name, line: text, shown: '', at: call.office.clock.now() };
  return asked(door, call, line, null);
}

/** The buttons of those answers, by action_id. */
export function lineButtons(door: Door): NonNullable<Command['buttons']> {
  return {
    async [CONFIRM](call: ButtonCall) {
      const line = await door.reception.lines.find(call.value, call.me.id);
      if (isRefusal(line)) return line;
      const said = await asked(door, call, line, call.value);
      return said === undefined || isRefusal(said) ? said : { ...said, replaces: true };
    },
    async [CHANGE](call: ButtonCall) {
      const line = await door.reception.lines.find(call.value, call.me.id);
      if (isRefusal(line)) return line;
      const change = commandOf(door, line)?.change;
      if (change === undefined) await call.open(lineForm(line, call.value, call.reader));
      else return change({ ...call, ...typed(door, call, line, null) }, call.value);
    },
  };
}

/** The forms in which a line is typed anew and confirmed, by callback_id. */
export function lineModals(door: Door): NonNullable<Command['modals']> {
  return {
    async 'line.form'(call: ModalCall): Promise<ModalAnswer> {
      const line = await door.reception.lines.find(call.metadata, call.me.id);
      if (isRefusal(line)) return { refusal: line, at: LINE };
      const said = await run(door, call, { ...line, line: textIn(call.values, LINE).trim() }, null);
      if (isRefusal(said)) return { refusal: said, at: LINE };
      await door.reception.lines.drop(call.metadata, call.me.id);
      return said === undefined
        ? undefined
        : { update: await sure(door, call, { ...line, line: textIn(call.values, LINE).trim() }, said) };
    },
    async 'line.sure'(call: ModalCall): Promise<ModalAnswer> {
      const line = await door.reception.lines.find(call.metadata, call.me.id);
      const said = isRefusal(line) ? line : await run(door, call, line, call.metadata);
      if (said === undefined) return;
      if (!isRefusal(line) && !isRefusal(said)) return { update: await sure(door, call, line, said) };
      return { update: modalOf(spoken(said, call.reader) ?? { text: '' }, call.reader) };
    },
  };
}

/** What the line answers, with the two buttons where it asks. */
async function asked(
  door: Door,
  call: Call,
  line: KeptLine,
  token: string | null,
): Promise<Said | Refusal | undefined> {
  const said = await run(door, call, line, token);
  if (said === undefined || isRefusal(said) || said.asks !== true) return said;
  const { common } = call.reader.t;
  const value = await door.reception.lines.keep({ ...line, shown: said.text });
  const title = token === null ? common.confirmTitle : common.confirmChanged;
  const deeds = actions(
    'line.deed',
    button(CONFIRM, common.confirm, value, { style: 'primary' }),
    button(CHANGE, common.change, value),
  );
  return {
    text: `${title}\n${said.text}`,
    blocks: [section(title), ...(said.blocks ?? [section(said.text)]), context(common.confirmHint), deeds],
  };
}

async function run(door: Door, call: Call, line: KeptLine, token: string | null): Promise<Said | Refusal | undefined> {
  const declared = commandOf(door, line);
  if (declared === undefined) return { text: call.reader.t.common.unknownCommand(line.command) };
  const said = await declared.run({ ...call, ...typed(door, call, line, token) });
  if (token === null || said === undefined || !(isRefusal(said) || said.asks === true)) return said;
  // Of two clicks at once the second meets what the first did: it is told that, not asked again.
  const present = await door.reception.lines.find(token, call.me.id);
  return isRefusal(present) ? present : said;
}

/** Its name is the house's, whatever it was typed as. */
function commandOf({ commands }: Door, line: KeptLine): Command | undefined {
  return commands.find(({ name }) => name === line.command);
}

function typed({ reception }: Door, { office, me }: Call, line: KeptLine, token: string | null) {
  return {
    text: line.line,
    typedOn: todayOf(office, line.at),
    // What would be done now, if it is another thing than what was read, was not agreed to.
    agreed: (understood: Said) =>
      token === null || understood.text !== line.shown ? null : reception.lines.once(token, me.id),
  };
}

/** In the form: what was understood, to be confirmed by sending it; or what the line answered. */
async function sure(door: Door, call: Call, line: KeptLine, said: Said): Promise<ModalView> {
  const view = modalOf(said, call.reader);
  if (said.asks !== true) return view;
  const token = await door.reception.lines.keep({ ...line, shown: said.text });
  const { common } = call.reader.t;
  const blocks = [section(common.confirmTitle), ...view.blocks];
  const [submit, close] = [plain(common.confirm, 24), plain(common.cancel, 24)];
  return { ...view, callback_id: 'line.sure', private_metadata: token, submit, close, blocks };
}

function lineForm({ command, line }: KeptLine, token: string, { t: { common } }: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: 'line.form',
    private_metadata: token,
    title: plain(common.change, 24),
    submit: plain(common.next, 24),
    close: plain(common.cancel, 24),
    blocks: [textInput({ id: LINE, label: common.lineLabel(command), max: 3000, initial: line, focus: true })],
  };
}
