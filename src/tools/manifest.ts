/** `npm run manifest`: prints the Slack app manifest, for Socket Mode or with `--http <url>` for HTTP. */
import { commands } from '../../commands/index.ts';
import { features } from '../features.ts';
import { speechOf } from '../office/collected.ts';
import { manifestOf, type Transport } from '../slack/manifest.ts';
import { fail, settings, toolWords } from './terminal.ts';

const { manifest: words } = toolWords();
const transport = transportOf(process.argv.slice(2));
if (transport === null) fail(`${words.usage}\n`, 2);
const { settings: department, commandNames } = settings({}, words.settingsWrong);
const { languages } = speechOf(features, commandNames.onSlack);
process.stdout.write(
  `${JSON.stringify(manifestOf(commands, languages, transport, department.locale, commandNames.onSlack), null, 2)}\n`,
);

function transportOf([flag, address, ...rest]: string[]): Transport | null {
  if (flag === undefined) return { mode: 'socket' };
  if (flag !== '--http' || address === undefined || rest.length > 0 || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.pathname === '/slack/events' ? { mode: 'http', url: url.href } : null;
}
