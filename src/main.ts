/** Starts the bot; acts on import, as only it and `manifest.ts` do. */
import { existsSync } from 'node:fs';
import { startApplication } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { makeLog } from './log.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
// Whoever starts the department to try it meets people in it; a start for a test, or another program's, is alone.
const read = readConfig({ WORKSPACE_COLLEAGUES: 'true', ...process.env });
if ('faults' in read) {
  complain(`Tiaoli cannot start with these settings:\n${read.faults.map(fault => `  - ${fault}`).join('\n')}`);
  complain('Each setting is explained in .env.example.');
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
  complain(`Tiaoli could not start: ${sentenceOf(fault, read.config)}`);
  log.info('start.failed', { error: traceOf(fault) });
  process.exit(1);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What whoever started it can put right. */
function sentenceOf(fault: unknown, { port, dataDir }: Config): string {
  const { code, message } = fault as { code?: unknown; message?: unknown };
  if (code === 'EADDRINUSE') return `port ${port} is taken by another program. Stop it, or set PORT to another port.`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC')
    return `${String(message)}. Make room, allow writing, or set DATA_DIR (now ${dataDir}) to another folder.`;
  return String(message ?? fault);
}

function traceOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
