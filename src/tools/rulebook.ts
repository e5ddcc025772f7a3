/** `npm run rulebook`: writes the department's regulation as a file another department can begin with, and checks such a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { faultLines } from '../features/rulebook/views.ts';
import { rulebookOn } from '../features/rulebook/workflow.ts';
import { writeRulebook } from '../features/rulebook/written.ts';
import { readRulebook } from '../features/rulebook/yaml.ts';
import { features } from '../features.ts';
import { todayOf } from '../kernel/civil.ts';
import { readerOf } from '../locales/reader.ts';
import { interpretingBy, speechOf } from '../office/collected.ts';
import { fail, say, settings, toolLocale, toolWords, withDatabase } from './terminal.ts';

const { rulebook: words } = toolWords();
const interpreting = interpretingBy(features);

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(words.usage, 2);

if (wish.what === 'check') check(wish.file);
else await exportTo(wish.file);

function check(file: string): void {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    fail(`${words.unreadable(file, (fault as Error).message)}\n`, 1);
  }
  const reader = readerOf(speechOf(features), toolLocale(), settings().settings.zone);
  const lines = faultLines(text, interpreting, reader);
  if (lines.length > 0) fail(`${words.wrong(file)}\n${lines.map(line => `  - ${line}\n`).join('')}`, 1);
  const read = readRulebook(text, 'en', interpreting);
  const sections = 'faults' in read ? [] : read.sections;
  const articles = sections.flatMap(section => section.articles);
  say(words.right(file, sections.length, articles.length, articles.filter(({ found }) => found === 'filed').length));
}

async function exportTo(file: string | null): Promise<void> {
  await withDatabase(async ({ read }, { settings }) => {
    const rulebook = await rulebookOn(read, todayOf({ clock: systemClock, settings }));
    if (rulebook === null) fail(`${words.none}\n`, 1);
    const text = writeRulebook(rulebook);
    if (file === null) {
      say(text.trimEnd());
      return;
    }
    try {
      writeFileSync(file, text, { flag: 'wx' });
    } catch (fault) {
      fail(`${words.unwritten(file, (fault as Error).message)}\n`, 1);
    }
    say(words.done(file));
  });
}

function wishOf([what, ...rest]: string[]):
  | { what: 'check'; file: string }
  | { what: 'export'; file: string | null }
  | null {
  const [first, second, ...more] = rest;
  if (what === 'check' && first !== undefined && second === undefined) return { what, file: first };
  if (what !== 'export' || more.length > 0) return null;
  if (first === undefined) return { what, file: null };
  return first === '--to' && second !== undefined ? { what, file: second } : null;
}
