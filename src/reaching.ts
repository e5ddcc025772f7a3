/** The part of the assembly that knows how Slack is reached. */
import type { Workspace } from '@tiaoli/workspace';
import type { Config } from './config.ts';
import type { Transport } from './slack/connect.ts';

/** The tokens, the way deliveries come and where calls go: Slack's, or those of the workspace in this process. */
export function slackOf(
  { slack, slackApiUrl, port }: Config,
  localTransport: Transport['mode'] | undefined,
  workspace: Workspace | null,
): SlackWay {
  if (slack.mode === 'socket')
    return { token: slack.botToken, transport: { mode: 'socket', appToken: slack.appToken }, slackApiUrl };
  if (slack.mode === 'http') {
    const { botToken: token, signingSecret } = slack;
    return { token, transport: { mode: 'http', signingSecret, port, host: undefined }, slackApiUrl };
  }
  if (workspace === null) throw new Error('The local workspace is not open.');
  const { botToken: token, appToken, signingSecret, apiUrl } = workspace;
  const transport: Transport =
    localTransport === 'http'
      ? { mode: 'http', signingSecret, port: 0, host: '127.0.0.1' }
      : { mode: 'socket', appToken };
  return { token, transport, slackApiUrl: apiUrl };
}

interface SlackWay {
  token: string;
  transport: Transport;
  slackApiUrl: string | undefined;
}
