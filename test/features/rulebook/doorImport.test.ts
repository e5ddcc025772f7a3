/** A file brought in, as people meet it: asked to read what binds them, and what has ended beside the article. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importRulebook } from '../../../src/features/rulebook/import/workflow.ts';
import { yuan } from '../../../src/kernel/money.ts';
import { type Department, openDepartment } from '../../support/department.ts';
import { rulebook } from '../../support/rulebook.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-04T10:00' }); // a Friday
  await department.as('presales1').locale('en-US');
});
afterAll(() => department.close());

const toldOf = async (user: string) =>
  (await department.as(user).messages()).map(shown).filter(text => text.startsWith(':scroll:'));

it('asks those it binds, shows what ended, and refuses what is no longer in force', async () => {
  const sections = rulebook.sections.map(section => ({
    ...section,
    articles: section.articles.flatMap(one => {
      if (one.number === '1.7') return [];
      if (one.number !== '1.9') return [one];
      return [{ ...one, tiers: one.tiers.map(tier => ({ ...tier, amount: yuan(70) })) }];
    }),
  }));
  const { office } = department.application;
  const wanted = { from: null, really: true, hasCases: async () => false };
  expect(await importRulebook(office, { ...rulebook, sections }, wanted)).toMatchObject({ entered: true, asked: 4 });
  await department.application.settled();
  expect(await toldOf('manager')).toEqual([]);
  expect(await toldOf('presales1')).toMatchInlineSnapshot();
  expect(await toldOf('presales2')).toMatchInlineSnapshot();
  await department.as('presales1').press('rulebook.read');
  expect((await department.as('presales1').command('/rules 1.9')).split('\n').slice(-3)).toMatchInlineSnapshot();
  expect(await department.as('presales1').command('/rules 1.7')).toMatchInlineSnapshot();
  expect(await department.as('supervisor').command('/rules 1.7')).toMatchInlineSnapshot();
  expect(await department.as('supervisor').command('/rules 修改 1.7')).toMatchInlineSnapshot();
  expect(await department.as('supervisor').command('/violation @presales3 1.7 今天越级')).toMatchInlineSnapshot();
  for (const user of ['presales2', 'presales3', 'presales4']) await department.as(user).press('rulebook.read');
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
