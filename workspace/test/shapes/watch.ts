/** An app that writes down everything that reaches it, and every answer to its calls, as they come over the wire. */
import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';
import { type Answer, type Bench, openWorkspace } from '../bench.ts';
import { httpApp } from '../http-app.ts';

export type Door = 'socket' | 'http';

/** What an app answers a delivery with; it may do something first, such as open a form. */
export type Handler = (body: Answer) => Promise<object | undefined>;

/** A workspace with an app that watches. */
export interface Watch extends Bench {
  /** What arrived, by kind and title (`method auth.test`, `interaction block_actions (modal)`). */
  arrivals: Map<string, unknown[]>;
  /** Speaks with the app's own token instead of the bot's. */
  asApp: WebClient;
  handler: Handler;
}

/** The workspace with everything difficult about a team, and an app behind this door; `stop` ends both. */
export async function openWatch(door: Door, handler: (watch: Watch) => Handler): Promise<Watch> {
  // However slow the machine is, a trigger lasts until it is used.
  const bench = await openWorkspace({ seed: 'difficult', delivery: door, elapsed: () => 0 });
  const arrivals = new Map<string, unknown[]>();
  const note = (title: string, value: unknown): void => {
    arrivals.set(title, [...(arrivals.get(title) ?? []), value]);
  };
  const clientWith = (token: string): WebClient =>
    new WebClient(token, {
      slackApiUrl: bench.workspace.apiUrl,
      logLevel: LogLevel.ERROR,
      retryConfig: { retries: 0 },
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        const method = String(input).replace(bench.workspace.apiUrl, '');
        // Files go to an address of their own, which is no method.
        if (!method.startsWith('http')) note(`method ${method}`, await response.clone().json());
        return response;
      },
    });
  const { botToken, appToken } = bench.workspace;
  const watch: Watch = {
    ...bench,
    client: clientWith(botToken),
    asApp: clientWith(appToken),
    arrivals,
    handler: async () => undefined,
  };
  watch.handler = handler(watch);
  const receive = async (body: Answer): Promise<object | undefined> => {
    note(titleOf(body), body);
    return watch.handler(body);
  };
  const disconnect = await (door === 'socket' ? bySocket : byHttp)(bench, receive);
  watch.stop = async () => {
    await disconnect();
    await bench.stop();
  };
  return watch;
}

async function bySocket({ workspace }: Bench, receive: Handler): Promise<() => Promise<unknown>> {
  const { appToken, apiUrl } = workspace;
  const clientOptions = { slackApiUrl: apiUrl };
  const client = new SocketModeClient({ appToken, logLevel: LogLevel.ERROR, clientPingTimeout: 20_000, clientOptions });
  client.on('slack_event', async ({ ack, body }: { ack(answer?: object): Promise<void>; body: Answer }) =>
    ack(await receive(body)),
  );
  await client.start();
  return () => client.disconnect();
}

async function byHttp({ workspace }: Bench, receive: Handler): Promise<() => Promise<unknown>> {
  const app = await httpApp(async ({ body }, response) => {
    const form = new URLSearchParams(body);
    const told = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(form);
    const answer = await receive(told.payload === undefined ? told : JSON.parse(told.payload));
    response.setHeader('content-type', 'application/json');
    response.end(answer && JSON.stringify(answer));
  });
  workspace.deliverTo(app.url);
  await workspace.settled(60);
  return () => app.stop();
}

/** The kind and title under which the shape of what arrived is recorded. */
function titleOf(body: Answer): string {
  const { event } = body;
  if (event) {
    const { type, subtype } = event;
    // Only a message is told apart by its subtype.
    return type === 'message' && subtype ? `event message/${subtype}` : `event ${type}`;
  }
  if (body.command) return 'interaction slash_commands';
  const variant = variantOf(body);
  return variant === undefined ? `interaction ${body.type}` : `interaction ${body.type} (${variant})`;
}

function variantOf({ type, container, view }: Answer): string | undefined {
  if (type !== 'block_actions' && type !== 'block_suggestion') return undefined;
  if (container?.type === 'message_attachment') return 'attachment';
  if (view) return view.type === 'home' ? 'Home tab' : 'modal';
  return (container?.is_ephemeral as unknown) === true ? 'ephemeral message' : 'message';
}
