/** Starts the bot; acts on import, as only it and `manifest.ts` do. */
import { existsSync } from 'node:fs';
import { startApplication } from './app.ts';
import { readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { startFailure } from './startup/failure.ts';
import { startupLocale, startupWords } from './startup/words.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const locale = startupLocale(process.env);
const { start: words } = startupWords(locale);
// Whoever starts the department to try it meets people in it; a start for a test, or another program's, is alone.
const read = readConfig({ WORKSPACE_COLLEAGUES: 'true', ...process.env }, locale);
if ('faults' in read) {
  complain(`${words.settingsWrong}\n${read.faults.map(fault => `  - ${fault}`).join('\n')}`);
  complain(words.settingsExplained);
  process.exit(2);
}

const log = makeLog(read.config.logLevel, complain);
// A fault nobody caught must not take the department down in the middle of its day.
process.on('unhandledRejection', fault => log.error('unhandled', { error: traceOf(fault) }));

try {
  const application = await startApplication(read.config, { log });
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stop.began', { signal });
    // Whatever hangs, the process ends; nothing acknowledged depends on what is still to come.
    setTimeout(() => process.exit(1), 10_000).unref();
    void application.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.stdout.write(`Tiaoli is ready: ${application.url ?? 'connected to Slack'}\n`);
} catch (fault) {
  complain(words.failed(startFailure(fault, read.config, locale)));
  log.info('start.failed', { error: traceOf(fault) });
  process.exit(1);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function traceOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
