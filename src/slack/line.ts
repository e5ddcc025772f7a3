/** Slash commands, as they are typed. */

import { answerUrl } from './answer.ts';
import { hasChart } from './chart.ts';
import type { Said } from './command.ts';
import { callOf, type Door } from './door.ts';
import { sendable } from './messenger.ts';
import { runTyped } from './run.ts';
import { typedLine } from './typed.ts';

/** Listens to every slash command; one that nobody declared is answered too, or Slack would show its own error. */
export function listenToLines(door: Door): void {
  const { app, desk, office, responseHosts } = door;

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
          return {
            answer: await runTyped(door, command.command, typedLine(command.text ?? '').trim(), call),
            keep: true,
          };
        },
      },
      later => void (later && answerUrl(command.response_url, later, responseHosts, office.log)),
    );
    if (said === undefined) return ack();
    // In the acknowledgement nobody would see that it is refused.
    if (hasChart(said)) {
      await ack();
      await answerUrl(command.response_url, said, responseHosts, office.log);
      return;
    }
    const { text, blocks } = sendable(said, command.command, office.log);
    await ack({ response_type: 'ephemeral', text, ...(blocks ? { blocks } : {}) });
  });
}
