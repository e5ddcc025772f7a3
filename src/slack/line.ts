/** Slash commands, as they are typed. */

import { standingOf } from '../member/rules.ts';
import { answerUrl, spoken } from './answer.ts';
import type { Call, Said } from './command.ts';
import { callOf, type Door } from './door.ts';
import { sendable } from './messenger.ts';
import { typedLine } from './typed.ts';
import { usageSaid } from './usage.ts';

/** Longer command lines are refused; long texts belong in a form. */
const LINE_MAX = 4_000;

/** After any command, these ask how it is used. */
const ASKED_FOR_HELP = new Set(['help', '帮助', '用法', '?', '？']);

/** Listens to every slash command; one that nobody declared is answered too, or Slack would show its own error. */
export function listenToLines(door: Door): void {
  const { app, desk, office, register, responseHosts } = door;

  app.command(/.*/, async ({ ack, command, client, body }) => {
    const said = await desk.take<Said | undefined>(
      {
        key: `command:${command.trigger_id}`,
        what: command.command,
        from: { team: body.team_id, app: body.api_app_id },
        userId: command.user_id,
        sentence: text => ({ text }),
        async work(me, reader) {
          const { channel_id: channelId, trigger_id: triggerId } = command;
          const call = callOf(door, client, { me, reader, channelId, triggerId });
          return { answer: await run(command.command, typedLine(command.text ?? '').trim(), call), keep: true };
        },
      },
      later => void (later && answerUrl(command.response_url, later, responseHosts, office.log)),
    );
    if (said === undefined) return ack();
    const { text, blocks } = sendable(said, command.command, office.log);
    await ack({ response_type: 'ephemeral', text, ...(blocks ? { blocks } : {}) });
  });

  async function run(name: string, text: string, call: Call): Promise<Said | undefined> {
    const { me, reader } = call;
    const declared = register.commands.get(name);
    if (declared === undefined) return { text: reader.t.common.unknownCommand(name) };
    if (text.length > LINE_MAX) return { text: reader.t.common.tooLong(LINE_MAX, name) };
    const standing = standingOf(me);
    if (standing !== true && declared.open !== true) return spoken(standing, reader);
    if (ASKED_FOR_HELP.has(text.toLowerCase())) return usageSaid(declared, reader, standing === true ? me : undefined);
    return spoken(await declared.run({ ...call, text }), reader);
  }
}
