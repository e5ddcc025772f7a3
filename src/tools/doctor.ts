/** `npm run doctor`: says what is wrong and what to do; with `-- --live` it also has a message checked and posts one. */
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { features } from '../features.ts';
import { examine, misconfigured, told } from '../health/doctor.ts';
import { redact } from '../log.ts';
import { recordedBy, unchainedBy } from '../office/collected.ts';
import { fail, toolLocale, toolWords } from './terminal.ts';

const [option, ...rest] = process.argv.slice(2);
if ((option !== undefined && option !== '--live') || rest.length > 0) {
  fail(`${toolWords().doctor.usage}\n`, 2);
}
const locale = toolLocale();
const read = readConfig(process.env, locale);
if ('faults' in read) {
  process.stdout.write(`${misconfigured(read.faults, locale)}\n`);
  process.exit(1);
}
const findings = await examine(read.config, systemClock, {
  live: option === '--live',
  unchained: unchainedBy(features),
  recorded: recordedBy(features),
});
process.stdout.write(`${redact(told(findings, read.config.settings.locale))}\n`);
process.exitCode = findings.some(({ level }) => level === 'fault') ? 1 : 0;
