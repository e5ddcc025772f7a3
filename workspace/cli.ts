/** `npx tiaoli-workspace`, and `npm run workspace` here: starts the local workspace alone, for any other Slack app, and prints what that app needs to find it. */
import { hasOwnAddress } from './core/app/addresses.ts';
import { readManifest } from './core/app/manifest.ts';
import { HELP, Mistake, type Wish, wishOf } from './options.ts';
import { startWorkspace, type Workspace } from './workspace.ts';

try {
  const wish = wishOf(process.argv.slice(2));
  if (wish === undefined) process.stdout.write(HELP);
  else await run(wish);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(fault instanceof Mistake ? 2 : 1);
}

async function run({ deliver, ...wish }: Wish): Promise<void> {
  const { addresses, socketMode } = readManifest(wish.manifest);
  const delivery = deliver !== undefined || (!socketMode && hasOwnAddress(addresses)) ? 'http' : 'socket';
  const workspace = await startWorkspace({ ...wish, delivery, elsewhere: 'name another with --data' }).catch(fault => {
    throw fault.code === 'EADDRINUSE'
      ? new Error(`Port ${wish.port} is taken by another program; stop it, or choose another with --port.`)
      : fault;
  });
  if (deliver !== undefined) workspace.deliverTo(deliver);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await workspace.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(environmentOf(workspace));
}

/** Lines to paste into the environment of an app, or into its `.env` file; what is no setting is a comment. */
function environmentOf({ url, apiUrl, appToken, signingSecret, teams }: Workspace): string {
  const tokens = teams.flatMap(({ id, name, botToken }, index) => [
    ...(teams.length > 1 ? [`# The app in the team ${name}`] : []),
    `SLACK_BOT_TOKEN${index === 0 ? '' : `_${id}`}=${botToken}`,
  ]);
  const lines = [
    `# The local workspace is ready; its page: ${url}`,
    `SLACK_API_URL=${apiUrl}`,
    `SLACK_APP_TOKEN=${appToken}`,
    `SLACK_SIGNING_SECRET=${signingSecret}`,
    ...tokens,
  ];
  return `${lines.join('\n')}\n`;
}
