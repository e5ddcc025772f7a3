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
  expect(await toldOf('presales1')).toMatchInlineSnapshot(`
    [
      ":scroll: The regulation has changed: 1.9 Online by the service roster
    Please read it and confirm.
    In force from 2026-12-04 (Fri)
    *What a breach costs: Tmall*
    Old: ¥200 each time
    *New:* ¥70 each time
    *What a breach costs: JD*
    Old: ¥200 each time
    *New:* ¥70 each time
    *What a breach costs: other shops*
    Old: ¥50 each time
    *New:* ¥70 each time
    [I have read it]",
    ]
  `);
  expect(await toldOf('presales2')).toMatchInlineSnapshot(`
    [
      ":scroll: 条例有修改：1.9 客服按班表在线
    请读过以后确认。
    2026-12-04(周五) 起生效
    *违反的后果：天猫*
    原：每次 200元
    *新：* 每次 70元
    *违反的后果：京东*
    原：每次 200元
    *新：* 每次 70元
    *违反的后果：其他店铺*
    原：每次 50元
    *新：* 每次 70元
    [我已读过]",
    ]
  `);
  await department.as('presales1').press('rulebook.read');
  expect((await department.as('presales1').command('/rules 1.9')).split('\n').slice(-3)).toMatchInlineSnapshot(`
    [
      "Version 2 of the article, in force since 2026-12-04: All accounts the roster assigns are online in the assigned hours. Each absence costs ¥200 on Tmall or JD and ¥50 on other shops. _Tmall ¥70 each time · JD ¥70 each time · other shops ¥70 each time_",
      "brought in from a file on 2026-12-04 10:00",
      "Version 1 of the article, in force since 2015-01-01: All accounts the roster assigns are online in the assigned hours. Each absence costs ¥200 on Tmall or JD and ¥50 on other shops. _Tmall ¥200 each time · JD ¥200 each time · other shops ¥50 each time_",
    ]
  `);
  expect(await department.as('presales1').command('/rules 1.7')).toMatchInlineSnapshot(`
    "1.7 Coordination goes through the leader
    *1.7 Coordination goes through the leader*
    Peers give each other no orders. Help from another post is asked of the leader, who assigns it; whoever is assigned cooperates.
    _on record; an amount may be added_
    Binds: everyone · 一 Work rules · In the original: 一、7 · No longer in force from 2026-12-04 on
    *Its versions*
    No longer in force from 2026-12-04 on
    Version 1 of the article, in force since 2015-01-01: Peers give each other no orders. Help from another post is asked of the leader, who assigns it; whoever is assigned cooperates. _on record; an amount may be added_"
  `);
  expect(await department.as('supervisor').command('/rules 1.7')).toMatchInlineSnapshot(`
    "1.7 跨岗协调找领导
    *1.7 跨岗协调找领导*
    同级之间互不派活；需要别的岗位帮忙时请领导安排，被安排的人认真配合。
    _记录在案，可另定金额_
    约束：所有人 · 一 工作制度 · 原条例 一、7 · 2026-12-04 起不再生效
    *历次修改*
    2026-12-04 起不再生效
    条款第 1 版，2015-01-01 起生效：同级之间互不派活；需要别的岗位帮忙时请领导安排，被安排的人认真配合。 _记录在案，可另定金额_"
  `);
  expect(await department.as('supervisor').command('/rules 修改 1.7')).toMatchInlineSnapshot(
    `"第 1.7 条从 2026-12-04 起不再生效，不能修改。现行条款见 \`/rules\`。"`,
  );
  expect(await department.as('supervisor').command('/violation @presales3 1.7 今天越级')).toMatchInlineSnapshot(
    `"第 1.7 条从 2026-12-04 起不再生效。请换一条，或核对日期。"`,
  );
  for (const user of ['presales2', 'presales3', 'presales4']) await department.as(user).press('rulebook.read');
  expect(department.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
