/** The whole bot in the local workspace, believing a clock set far ahead after seconds instead of minutes. */

import { startApplication } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';

const read = readConfig(process.env);
if ('faults' in read) throw new Error(read.faults.join('\n'));
const application = await startApplication(read.config, {
  log: makeLog('info', line => process.stderr.write(`${line}\n`)),
  clock: { now: systemClock.now, set: () => Promise.reject(new Error('This clock is set from outside.')) },
  forgetful: true,
  holdMs: 15_000,
});
process.on('SIGTERM', () => void application.stop().then(() => process.exit(0)));
process.stdout.write('ready\n');
