/** Starts the bot; the only file that acts on import. */
import { existsSync } from 'node:fs';
import { startApplication } from './app.ts';
import { readConfig } from './config.ts';
import { makeLog } from './log.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readConfig(process.env);
if ('faults' in read) {
  process.stderr.write(
    `Tiaoli cannot start with these settings:\n${read.faults.map(fault => `  - ${fault}\n`).join('')}`,
  );
  process.stderr.write('Each setting is explained in .env.example.\n');
  process.exit(2);
}

const log = makeLog(read.config.logLevel, line => process.stderr.write(`${line}\n`));
// A fault nobody caught must not take the department down in the middle of its day.
process.on('unhandledRejection', fault =>
  log.error('unhandled', { error: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
);

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
  process.stderr.write(`Tiaoli could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  log.error('start.failed', { error: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  process.exit(1);
}
