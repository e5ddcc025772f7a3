/** `npm run rulebook -- import` as an administrator types it, into a department that has a regulation. */
import type { SpawnSyncReturns } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { appoint } from '../../src/features/post/appoint.ts';
import { createAmendment } from '../../src/features/rulebook/amendment/store.ts';
import { inForceOn } from '../../src/features/rulebook/rules.ts';
import { loadRulebook, rulebookIn, rulebookOn } from '../../src/features/rulebook/workflow.ts';
import { writeRulebook } from '../../src/features/rulebook/written.ts';
import { readRulebook } from '../../src/features/rulebook/yaml.ts';
import { addDays, civilOf } from '../../src/kernel/civil.ts';
import { saveIdentity } from '../../src/member/store.ts';
import { checkRows } from '../../src/store/rowCheck.ts';
import { type Console, openConsole } from '../support/console.ts';
import { openOffice } from '../support/office.ts';
import { articles, interpreting, REGULATION } from '../support/rulebook.ts';
import { recorded } from '../support/speech.ts';

const today = civilOf(new Date(), 'Asia/Shanghai').date;
const later = addDays(today, 10);
/** Whom 1.4 binds, and whom alone 1.9 does. */
const PEOPLE = [
  ['U0MANAGER', 'manager'],
  ['U0SELLER', 'presales'],
  ['U0KEEPER', 'keeper'],
] as const;

let admin: Console;
let file: string;
beforeAll(async () => {
  admin = await openConsole('rulebookImport');
  file = join(admin.folder, 'next.yaml');
  const { office, close } = await openOffice();
  await admin.inDatabase(async database => {
    const now = office.wallClock.now();
    await loadRulebook({ database, wallClock: { now: () => now }, interpreting }, null);
    for (const [id] of PEOPLE) {
      const flags = { deactivated: false, guest: false, bot: false, external: false };
      const person = { id, name: id, handle: id.toLowerCase(), locale: 'en' as const, zone: 'Asia/Shanghai' };
      await saveIdentity(database.read, { ...person, ...flags }, now);
    }
    const firsts = PEOPLE.map(([memberId, post]) => ({ memberId, post }));
    await appoint({ ...office, database, clock: { now: () => now } }, firsts, 'seed');
    await database.read.outbox.deleteMany({});
  });
  await close();
});
afterAll(() => admin?.close());

const type = (line: string, more?: Record<string, string>): SpawnSyncReturns<string> =>
  admin.type('rulebook', `import ${line}`, more);
const answerOf = ({ status, stdout, stderr }: SpawnSyncReturns<string>) =>
  [status, stdout, stderr].map(text =>
    String(text).replaceAll(file, 'FILE').replaceAll(later, 'LATER').replaceAll(today, 'TODAY'),
  );

/** Writes the regulation with these changes into the file. */
function write(...changes: [string | RegExp, string][]): void {
  let text = readFileSync(REGULATION, 'utf8');
  for (const [before, after] of changes) {
    const changed = text.replace(before, after);
    if (changed === text) throw new Error(`${before} is not in the regulation`);
    text = changed;
  }
  writeFileSync(file, text);
}

const articleOf = (number: string) =>
  new RegExp(`      - number: "${number.replace('.', '\\.')}"[\\s\\S]*?(?=      - number: |  - number: )`);
const NEW = `      - number: "1.33"
        title: { zh-CN: 关灯, en: Lights out }
        text: { zh-CN: 最后走的人关灯。, en: Whoever leaves last turns off the lights. }
        binds: [keeper]
        tiers:
          - fine: 20
  - number: 2
`;

it('says of the same file that nothing is to be changed', () => {
  write();
  expect(answerOf(type(file))).toMatchInlineSnapshot(`
    [
      "0",
      "FILE says what is in force already. Nothing is to be changed.
    ",
      "",
    ]
  `);
});

it('says what a file would change, and changes nothing', async () => {
  write(
    ['fine: 50', 'fine: 60'],
    [articleOf('1.7'), ''],
    ['  - number: 2\n', NEW],
    ['upTo: 300', 'upTo: 500'],
    ['en: Internal regulation of the e-commerce department', 'en: Regulation'],
  );
  await admin.inDatabase(async ({ read }) => {
    await createAmendment(read, {
      ...{ number: '1.7', baseVersion: 1, wordingOnly: true, askedFrom: today, why: 'x', proposerId: 'U0MANAGER' },
      body: { title: { 'zh-CN': '甲', en: 'A' }, text: { 'zh-CN': '乙', en: 'B' }, tiers: [] },
      proposedAt: new Date(),
    });
  });
  expect(answerOf(type(`${file} --from ${later}`))).toMatchInlineSnapshot(`
    [
      "0",
      "Would be changed from LATER on:
      title: Internal regulation of the e-commerce department → Regulation
      who decides: department manager, supervisor ≤ ¥300; president → department manager, supervisor ≤ ¥500; president
      new: 1.33 Lights out · ¥20 each time · warehouse keeper
      changed: 1.4 Working hours are for work
        What a breach costs: ¥50 each time → ¥60 each time
      no longer in force: 1.7 Coordination goes through the leader
    Amendments of 1.7 wait for the president. They begin from the version before and cannot be signed then.
    Nothing is changed yet; repeat with --yes. Title, settings and who decides then change at once.
    ",
      "",
    ]
  `);
  expect(answerOf(type(`--from ${later} ${file}`, undefined))[1]).toContain('Nothing is changed yet;');
  await admin.inDatabase(async ({ read }) => {
    expect(await read.articleVersion.count()).toBe(articles.length);
  });
});

it('enters it from that day on: on the record, with the people it binds asked to read it', async () => {
  expect(answerOf(type(`${file} --from ${later} --yes`))).toMatchInlineSnapshot(`
    [
      "0",
      "Changed from LATER on:
      title: Internal regulation of the e-commerce department → Regulation
      who decides: department manager, supervisor ≤ ¥300; president → department manager, supervisor ≤ ¥500; president
      new: 1.33 Lights out · ¥20 each time · warehouse keeper
      changed: 1.4 Working hours are for work
        What a breach costs: ¥50 each time → ¥60 each time
      no longer in force: 1.7 Coordination goes through the leader
    Amendments of 1.7 wait for the president. They begin from the version before and cannot be signed then.
    It is on the record. 3 people are asked to read what binds them, once the bot runs.
    Restart the bot: it reads settings, who decides and the unit at its start.
    ",
      "",
    ]
  `);
  await admin.inDatabase(async ({ read }) => {
    const book = await rulebookIn(read);
    const shape = (day: string) =>
      inForceOn(book, day)
        .filter(({ number }) => ['1.4', '1.7', '1.33'].includes(number))
        .map(({ number, version, tiers }) => `${number} v${version} ${tiers[0]?.amount}`);
    expect(shape(today)).toMatchInlineSnapshot(`
      [
        "1.4 v1 5000",
        "1.7 v1 null",
      ]
    `);
    expect(shape(later)).toMatchInlineSnapshot(`
      [
        "1.4 v2 6000",
        "1.33 v1 2000",
      ]
    `);
    const entries = await read.record.findMany({ where: { actor: 'console' }, orderBy: { seq: 'asc' } });
    expect(
      entries.map(({ deed, nounId, after }) => `${deed} ${nounId} ${JSON.stringify(after)}`.replaceAll(later, 'LATER')),
    ).toMatchInlineSnapshot(`
      [
        "article.amended 1.33 {"figures":["plain: 2000"],"version":1,"inForceFrom":"LATER"}",
        "amendment.imported 2 {"state":"signed","number":"1.33","figures":["plain: 2000"],"version":1,"askedFrom":"LATER","decidedBy":"console","baseVersion":1,"inForceFrom":"LATER","wordingOnly":false}",
        "amendment.asked 2 {"asked":["U0KEEPER"]}",
        "article.amended 1.4 {"figures":["plain: 6000"],"version":2,"inForceFrom":"LATER"}",
        "amendment.imported 3 {"state":"signed","number":"1.4","figures":["plain: 6000"],"version":2,"askedFrom":"LATER","decidedBy":"console","baseVersion":1,"inForceFrom":"LATER","wordingOnly":false}",
        "amendment.asked 3 {"asked":["U0KEEPER","U0MANAGER","U0SELLER"]}",
        "article.amended 1.7 {"figures":["ended"],"version":2,"inForceFrom":"LATER"}",
        "rulebook.imported 1 {"title":{"en":"Regulation","zh-CN":"电子商务内部管理条例"},"authority":[{"upTo":50000,"posts":["manager","supervisor"],"staffOnly":["supervisor"]},{"upTo":null,"posts":["president"],"staffOnly":[]}]}",
      ]
    `);
    const messages = await read.outbox.findMany({ orderBy: { id: 'asc' } });
    expect(messages.map(({ notice, recipient }) => `${notice} ${recipient}`)).toMatchInlineSnapshot(`
      [
        "rulebook.toRead U0KEEPER",
        "rulebook.toRead U0KEEPER",
        "rulebook.toRead U0MANAGER",
        "rulebook.toRead U0SELLER",
      ]
    `);
    expect((await read.rulebook.findFirstOrThrow()).authority).toMatchObject([{ upTo: 50000 }, { upTo: null }]);
    // The amendment set up above has no entry of its own.
    await read.amendment.deleteMany({ where: { state: 'pending' } });
    expect(await checkRows(read, recorded)).toBeNull();
  });
});

it('exports what is in force then, which reads back to the file', async () => {
  await admin.inDatabase(async ({ read }) => {
    const then = await rulebookOn(read, later);
    if (then === null) throw new Error('no rulebook');
    const written = readRulebook(writeRulebook(then), 'en', interpreting);
    const wanted = readRulebook(readFileSync(file, 'utf8'), 'en', interpreting);
    if ('faults' in written || 'faults' in wanted) throw new Error('faults');
    const bodies = ({ sections }: typeof wanted) =>
      sections.flatMap(section => section.articles.map(({ inForceFrom: _, version: __, ...body }) => body));
    expect(bodies(written)).toEqual(bodies(wanted));
  });
  expect(answerOf(type(`${file} --from ${later}`))[1]).toBe(
    'FILE says what is in force already. Nothing is to be changed.\n',
  );
});

it('brings back what ended, and refuses what would hide a version to come', () => {
  write();
  expect(answerOf(type(file))).toMatchInlineSnapshot(`
    [
      "1",
      "",
      "Article 1.4 has a version from LATER on, which this file would hide. Give --from LATER or a later day.
    ",
    ]
  `);
  expect(answerOf(type(`${file} --from ${later} --yes`))[1]).toContain('new: 1.7');
});

it('refuses a day that is over, and a file with faults', () => {
  expect(answerOf(type(`${file} --from 2020-01-01`))).toMatchInlineSnapshot(`
    [
      "1",
      "",
      "2020-01-01 is over, and cases of that day are judged as they were. Give TODAY or a later day.
    ",
    ]
  `);
  write(['fine: 50', 'fine: fifty']);
  expect(answerOf(type(file))[2]).toContain('FILE cannot be a rulebook yet:');
});

it('does not change the unit while there are cases', async () => {
  write(['unit: yuan', 'unit: points']);
  expect(answerOf(type(`${file} --from ${later}`))[1]).toContain('unit: yuan → points');
  await admin.inDatabase(async ({ read }) => {
    await read.case.create({
      data: {
        ...{
          accusedId: 'U0SELLER',
          filerId: 'U0MANAGER',
          article: '1.4',
          articleVersion: 1,
          tier: 'plain',
          date: today,
        },
        ...{ amount: 5000, notice: false, facts: 'x', state: 'final', filedAt: new Date() },
      },
    });
  });
  expect(answerOf(type(`${file} --from ${later} --yes`))).toMatchInlineSnapshot(`
    [
      "1",
      "",
      "There are cases, whose amounts are in the present unit. The unit is not changed; put it back in the file.
    ",
    ]
  `);
});

it('speaks Chinese', () => {
  const { stderr } = type('', { DEPARTMENT_LOCALE: 'zh-CN' });
  expect(stderr).toContain('npm run rulebook -- import <文件>         看这个文件会改动什么');
});

test.each(['', '--yes', 'a b', 'a --from', 'a --from tomorrow', 'a --now'])('explains itself for “%s”', line => {
  const { status, stdout, stderr } = type(line);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('npm run rulebook -- import <file>');
});
