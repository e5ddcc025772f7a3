/** A department that reads the regulation in its own way: settings beside the articles, through the door. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carrySettings, settingsIn } from '../../../src/features/rulebook/workflow.ts';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';
import { openOffice, type TestOffice } from '../../support/office.ts';
import { interpreting, REGULATION, rulebook } from '../../support/rulebook.ts';

/** Ours, with other figures. */
function readingOtherwise(text: string): string {
  const changed = [
    ['caseThreshold', 'value: 3', 'value: 2'],
    ['hearingWorkdays', 'value: 2', 'value: 0'],
    ['appealWorkdays', 'value: 5', 'value: 0'],
    ['meetingTimes', 'morning: "08:00"', 'morning: "08:15"'],
  ];
  return changed.reduce((all, [name = '', from = '', to = '']) => {
    const [before, after] = all.split(`${name}:\n`);
    if (after === undefined) throw new Error(`there is no ${name}`);
    return `${before}${name}:\n${after.replace(from, to)}`;
  }, text);
}

describe('a regulation with figures of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-settings-'));
  let department: Department;
  const as = (user: string) => department.as(user);
  beforeAll(async () => {
    const file = join(folder, 'otherwise.yaml');
    writeFileSync(file, readingOtherwise(readFileSync(REGULATION, 'utf8')));
    department = await openDepartment({
      at: '2026-12-01T20:00',
      database: { kind: 'memory' },
      environment: { RULEBOOK_FILE: file, NOTICE_THRESHOLD: '2', WEEKLY_MEETING: '09:00' },
    });
    await as('manager').locale('en-US');
  });
  afterAll(async () => {
    await department.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows them beside their article, in both languages', async () => {
    expect((await as('presales1').does('/rules 1.32')).split('\n')).toEqual([
      '1.32 累计三次',
      '*1.32 累计三次* （不按违规处理）',
      '1.1至1.31各条合起来满3次，由领导提出调岗或开除的建议，总裁决定。',
      '_调岗或开除（由总裁决定）_',
      '约束：所有人 · 一 工作制度 · 原条例 一、32 · 条款第 1 版，2015-01-01 起生效',
      '*本部门的读法*',
      '• 生效的违规满 2 次，就提出一次建议。',
      '• 违规计入的月数：不限',
    ]);
    expect((await as('manager').does('/rules 1.32')).split('\n').slice(5)).toEqual([
      '*How it is read here*',
      '• A proposal falls due with each full 2 final cases.',
      '• Months a case counts for: no limit',
    ]);
  });

  it('says where the environment sets something else', async () => {
    expect((await as('presales1').does('/rules 8.3')).split('\n').at(-1)).toBe(
      '• 生效的通报批评满 2 次，就提出一次建议。（管理员另设，条例写的是 3）',
    );
    expect((await as('manager').does('/rules 8.3')).split('\n').at(-1)).toBe(
      '• A proposal falls due with each full 2 final notices. (set by the administrator; the regulation says 3)',
    );
    expect((await as('manager').does('/rules 2.1')).split('\n').slice(-2)).toEqual([
      '• Weekly meeting 09:00, morning meeting 08:15, wrap-up 15:00. (set by the administrator; the regulation says 08:00)',
      '• When Monday is off, the weekly meeting moves to the first working day of its week: yes',
    ]);
  });

  it('is lived by: decided at once, and proposed with the second case', async () => {
    await as('supervisor').does('/violation @presales1 1.4 闲聊');
    expect(await as('president').does('/violation list @presales1')).not.toContain('1.32');
    await as('supervisor').does('/violation @presales1 1.5 50 没汇报');
    expect(await as('president').does('/violation list @presales1')).toContain('1.32');
  });
});

describe('a department from before its settings', () => {
  let test: TestOffice;
  beforeAll(async () => {
    test = await openOffice();
  });
  afterAll(async () => {
    await test.close();
  });
  const carry = (named: string | null = null) =>
    carrySettings({ ...test.office, interpreting }, named, [
      { setting: 'caseThreshold', variable: 'CASE_THRESHOLD', value: 5 },
      { setting: 'noticeThreshold', variable: 'NOTICE_THRESHOLD', value: 3 },
    ]);
  const forget = async () => {
    await test.office.database.read.rulebookSetting.deleteMany();
    await test.office.database.read.rulebook.update({ where: { id: 1 }, data: { settingsAt: null } });
  };

  it('keeps those it has', async () => {
    expect(await carry()).toBeNull();
    expect(await settingsIn(test.office.database.read)).toEqual(rulebook.settings);
  });

  it('takes those of its file, with what its environment sets instead, once', async () => {
    await forget();
    expect(await carry()).toEqual({
      entered: rulebook.settings.map(({ name }) => name),
      fromEnvironment: ['caseThreshold'],
    });
    const values = Object.fromEntries((await settingsIn(test.office.database.read)).map(one => [one.name, one.value]));
    expect([values.caseThreshold, values.noticeThreshold, values.caseWindowMonths]).toEqual([5, 3, null]);
    expect(await carry()).toBeNull();
  });

  it('takes none from the file of another regulation, nor from one that is gone', async () => {
    await forget();
    expect(await carry(join(import.meta.dirname, 'shop.yaml'))).toBeNull();
    expect(await carry('/nowhere/regulation.yaml')).toBeNull();
    expect(await settingsIn(test.office.database.read)).toEqual([]);
    expect(await carry()).not.toBeNull();
  });
});

it('one that decides at once by its environment does so whatever the regulation says', async () => {
  const department = await openDepartment({ at: '2026-12-01T20:00', environment: AT_ONCE });
  try {
    expect(department.application.office.settings.hearingWorkdays).toBe(0);
    expect((await department.as('presales1').does('/rules 8.4')).split('\n').at(-1)).toBe(
      '• 决定以后 0 个工作日内可以申诉，由总裁复议。（管理员另设，条例写的是 5）',
    );
  } finally {
    await department.close();
  }
});
