/** `npm run doctor`: says what is wrong and what to do; with `-- --live` it also has a message checked and posts one. */
import { existsSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { features } from '../features.ts';
import { examine, told } from '../health/doctor.ts';
import { redact } from '../log.ts';
import { recordedBy, unchainedBy } from '../office/collected.ts';

const [option, ...rest] = process.argv.slice(2);
if ((option !== undefined && option !== '--live') || rest.length > 0) {
  process.stderr.write('npm run doctor, or npm run doctor -- --live\n');
  process.exit(2);
}
if (existsSync('.env')) process.loadEnvFile('.env');
const read = readConfig(process.env);
if ('faults' in read) {
  const lines = read.faults.map(fault => `FAULT  configuration: ${fault}`);
  process.stdout.write(`${[...lines, '      → .env.example explains each setting.'].join('\n')}\n`);
  process.exit(1);
}
const findings = await examine(read.config, systemClock, {
  live: option === '--live',
  unchained: unchainedBy(features),
  recorded: recordedBy(features),
});
process.stdout.write(`${redact(told(findings, read.config.settings.locale))}\n`);
process.exitCode = findings.some(({ level }) => level === 'fault') ? 1 : 0;
