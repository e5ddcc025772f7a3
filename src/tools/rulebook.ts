/** `npm run rulebook`: writes the department's regulation as a file, checks such a file, and brings one into a department that has a regulation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { plain } from '../features/post/views.ts';
import { changeLines } from '../features/rulebook/amendment/views.ts';
import type { Article } from '../features/rulebook/article.ts';
import {
  asksForStart,
  type Brought,
  type ChangedSetting,
  isEmpty,
  type Plan,
} from '../features/rulebook/import/rules.ts';
import { importRulebook } from '../features/rulebook/import/workflow.ts';
import { valueText } from '../features/rulebook/settingViews.ts';
import { articleLabel, boundText, faultLines, figureOf } from '../features/rulebook/views.ts';
import { rulebookOn } from '../features/rulebook/workflow.ts';
import { writeRulebook } from '../features/rulebook/written.ts';
import { type Rulebook, readRulebook } from '../features/rulebook/yaml.ts';
import { features } from '../features.ts';
import { type CivilDate, isCivilDate, todayOf } from '../kernel/civil.ts';
import { fen } from '../kernel/money.ts';
import { amountText } from '../locales/amount.ts';
import { type Reader, readerOf } from '../locales/reader.ts';
import type { Level } from '../member/post.ts';
import { interpretingBy, speechOf } from '../office/collected.ts';
import { fail, officeFor, say, settings, toolLocale, toolWords, withDatabase } from './terminal.ts';

const { rulebook: words } = toolWords();
const interpreting = interpretingBy(features);

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(words.usage, 2);

switch (wish.what) {
  case 'check':
    check(wish.file);
    break;
  case 'import':
    await bring(wish);
    break;
  default:
    await exportTo(wish.file);
}

function check(file: string): void {
  const { sections } = rightOf(file);
  const articles = sections.flatMap(section => section.articles);
  say(words.right(file, sections.length, articles.length, articles.filter(({ found }) => found === 'filed').length));
}

/** The rulebook in a file; what is wrong with it ends the process. */
function rightOf(file: string): Rulebook {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    fail(`${words.unreadable(file, (fault as Error).message)}\n`, 1);
  }
  const reader = readerOf(speechOf(features), toolLocale(), settings().settings.zone);
  const lines = faultLines(text, interpreting, reader);
  const read = readRulebook(text, 'en', interpreting);
  if ('faults' in read) fail(`${words.wrong(file)}\n${lines.map(line => `  - ${line}\n`).join('')}`, 1);
  return read;
}

async function bring({ file, from, really }: { file: string; from: CivilDate | null; really: boolean }): Promise<void> {
  const rulebook = rightOf(file);
  await withDatabase(async (database, config) => {
    const office = officeFor(database, config);
    const reader = readerOf({ ...office.speech, unit: rulebook.unit }, toolLocale(), config.settings.zone);
    const hasCases = async (tx: { case: { count(): Promise<number> } }) => (await tx.case.count()) > 0;
    const done = await importRulebook(office, rulebook, { from, really, hasCases });
    if (done === null) fail(`${words.none}\n`, 1);
    if ('why' in done) {
      const { past, coming, unit } = words.notBrought;
      if (done.why === 'past') fail(`${past(from ?? done.today, done.today)}\n`, 1);
      fail(`${done.why === 'unit' ? unit : coming(done.number, done.from)}\n`, 1);
    }
    const { plan, entered, asked, overtaken } = done;
    if (isEmpty(plan)) {
      say(words.same(file));
      return;
    }
    say([entered ? words.brought(plan.from) : words.would(plan.from), ...planLines(plan, reader)].join('\n'));
    if (overtaken.length > 0) say(words.overtaken(reader.t.common.joinNames(overtaken)));
    if (!entered) say(words.notYet);
    else if (asked > 0) say(words.asked(asked));
    if (entered && asksForStart(plan)) say(words.restart);
  });
}

/** What the file changes, a line a change. */
function planLines({ added, changed, gone, settings, whole }: Plan, reader: Reader): string[] {
  const { title, authority, unit } = whole;
  return [
    ...(title === undefined ? [] : [words.title(title.before[reader.locale], title.after[reader.locale])]),
    ...(unit === undefined ? [] : [words.unit(unit.before, unit.after)]),
    ...(authority === undefined
      ? []
      : [words.levels(levelsText(authority.before, reader), levelsText(authority.after, reader))]),
    ...added.map(({ after }) => words.added(wholeText(after, reader))),
    ...changed.flatMap(one => [words.changed(articleLabel(one.after, reader)), ...changedLines(one, reader)]),
    ...gone.map(article => words.gone(articleLabel(article, reader))),
    ...settings.map(one => settingLine(one, reader)),
  ].map(line => `  ${line}`);
}

/** 'manager, supervisor ≤ ¥300; president'. */
function levelsText(levels: readonly Level[], reader: Reader): string {
  const { posts } = reader.t.post;
  return levels
    .map(({ posts: held, upTo }) => {
      const names = held.map(post => posts[post]).join(', ');
      return upTo === null ? names : `${names} ≤ ${amountText(fen(upTo), reader)}`;
    })
    .join('; ');
}

function wholeText(article: Article, reader: Reader): string {
  const parts = [articleLabel(article, reader), figureOf(article, reader), boundText(article.appliesTo, reader)];
  return parts.filter(part => part !== '').join(' · ');
}

function changedLines({ before, after }: Brought, reader: Reader): string[] {
  const lines = before === null ? [] : changeLines(before, after, reader);
  return (lines.length > 0 ? lines : [words.otherParts]).map(line => `  ${plain(line)}`);
}

function settingLine({ name, article, before, after }: ChangedSetting, reader: Reader): string {
  const [old, now] = [before, after].map(one => (one === undefined ? words.notSet : valueText(one.value, reader)));
  return words.setting(name, article, old ?? '', now ?? '');
}

async function exportTo(file: string | null): Promise<void> {
  await withDatabase(async (database, config) => {
    const rulebook = await rulebookOn(database.read, todayOf(officeFor(database, config)));
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
  | { what: 'import'; file: string; from: CivilDate | null; really: boolean }
  | null {
  const [first, second, ...more] = rest;
  if (what === 'check' && first !== undefined && second === undefined) return { what, file: first };
  if (what === 'import') return importOf(rest);
  if (what !== 'export' || more.length > 0) return null;
  if (first === undefined) return { what, file: null };
  return first === '--to' && second !== undefined ? { what, file: second } : null;
}

function importOf(given: readonly string[]) {
  const rest = given.filter(word => word !== '--yes');
  const at = rest.indexOf('--from');
  const [, from = null] = at < 0 ? [] : rest.splice(at, 2);
  const [file, ...more] = rest;
  if (file === undefined || file.startsWith('-') || more.length > 0) return null;
  if (at >= 0 && (from === null || !isCivilDate(from))) return null;
  return { what: 'import' as const, file, from, really: rest.length + (at < 0 ? 0 : 2) < given.length };
}
