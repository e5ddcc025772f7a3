/** What may be typed behind `npx tiaoli-workspace` or `npm run workspace --`, and the sentence for what may not. */
import { parseArgs } from 'node:util';
import { SEED_NAMES, type SeedName } from './core/seed/seeds.ts';
import { readManifestFile } from './manifest-file.ts';

/** What was typed is not right. */
export class Mistake extends Error {}

/** Not 3000, where Bolt apps that are delivered to by HTTP listen unless told otherwise. */
const USUAL_PORT = '3100';

export interface Wish {
  port: number;
  directory?: string;
  manifest?: unknown;
  seed?: SeedName;
  deliver?: string;
}

/** What `--help` prints. */
export const HELP = `A small Slack on this machine. Prints the settings an app needs to be on it, and the address of its page.

  npx tiaoli-workspace [options]

  --port N          the port of page and API; ${USUAL_PORT} unless given, 0 takes any free one
  --data DIR        keep messages and tokens there; without it they end with the process
  --manifest FILE   hold the app to its manifest, JSON or YAML; without it everything is open
  --seed NAME       who is there: ${SEED_NAMES.join(' or ')}
  --deliver URL     deliver by signed HTTP to that address instead of Socket Mode
  --help            this

It ends on Ctrl+C.
`;

/** Reads what was typed; undefined when help was asked for. Throws a `Mistake` with a sentence. */
export function wishOf(args: string[]): Wish | undefined {
  const { port, data, manifest, seed, deliver, help } = valuesOf(args);
  if (help) return undefined;
  return {
    port: portOf(port ?? USUAL_PORT),
    ...(data !== undefined && { directory: data }),
    ...(manifest !== undefined && { manifest: manifestIn(manifest) }),
    ...(seed !== undefined && { seed: seedCalled(seed) }),
    ...(deliver !== undefined && { deliver: addressOf(deliver) }),
  };
}

function valuesOf(args: string[]) {
  const option = { type: 'string' } as const;
  const options = { port: option, data: option, manifest: option, seed: option, deliver: option };
  const names = `--${Object.keys(options).join(', --')}, --help`;
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (fault) {
    // Node adds advice for cases that are none here.
    const [sentence = ''] = (fault as Error).message.split(/\. |\n/);
    throw new Mistake(`${sentence.replace(/\.$/, '')}; the options are ${names}.`);
  }
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Mistake(`--port must be a number from 0 (any free one) to 65535, not "${text}".`);
}

function seedCalled(text: string): SeedName {
  const seed = SEED_NAMES.find(name => name === text);
  if (seed === undefined) throw new Mistake(`--seed must be ${SEED_NAMES.join(' or ')}, not "${text}".`);
  return seed;
}

function addressOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Mistake(`--deliver must be the address the app listens on, such as http://127.0.0.1:3000/slack/events.`);
}

function manifestIn(path: string): unknown {
  try {
    return readManifestFile(path);
  } catch (fault) {
    throw new Mistake((fault as Error).message);
  }
}
