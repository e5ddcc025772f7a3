/** `npm run manifest`: prints the Slack app manifest, for Socket Mode or with `--http <url>` for HTTP. */
import { existsSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import { readConfig } from '../config.ts';
import { features } from '../features.ts';
import { speechOf } from '../office/collected.ts';
import { manifestOf, type Transport } from '../slack/manifest.ts';

const transport = transportOf(process.argv.slice(2));
if (transport === null) {
  process.stderr.write(
    'Give no argument for Socket Mode, or the address Slack shall deliver to: npm run manifest -- --http https://bot.example.com/slack/events\n',
  );
  process.exit(2);
}
if (existsSync('.env')) process.loadEnvFile('.env');
const read = readConfig(process.env);
if ('faults' in read) {
  process.stderr.write(
    `With these settings there is no manifest:\n${read.faults.map(fault => `  - ${fault}\n`).join('')}`,
  );
  process.exit(2);
}
const { settings, commandNames } = read.config;
const { languages } = speechOf(features, commandNames.onSlack);
process.stdout.write(
  `${JSON.stringify(manifestOf(commands, languages, transport, settings.locale, commandNames.onSlack), null, 2)}\n`,
);

function transportOf([flag, address, ...rest]: string[]): Transport | null {
  if (flag === undefined) return { mode: 'socket' };
  if (flag !== '--http' || address === undefined || rest.length > 0 || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.pathname === '/slack/events' ? { mode: 'http', url: url.href } : null;
}
