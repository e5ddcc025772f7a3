/** `/rules`, and cases judged by the version of their day, through the door; and a department with a regulation of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findArticle } from '../../../src/features/rulebook/rules.ts';
import { enterVersions } from '../../../src/features/rulebook/store.ts';
import { StartFailure } from '../../../src/startup/failure.ts';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';
import { articles, rulebook } from '../../support/rulebook.ts';

describe('the regulation of the department', () => {
  let department: Department;
  const as = (user: string) => department.as(user);
  beforeAll(async () => {
    department = await openDepartment({ at: '2026-12-01T20:00', environment: AT_ONCE });
    await as('manager').locale('en-US');
  });
  afterAll(async () => {
    const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
    await department.close();
    expect(complaints).toEqual([]);
  });

  it('is read article by article, in both languages', async () => {
    expect(await as('presales1').does('/rules 第1.21条')).toBe(
      [
        '1.21 库房出入',
        `*1.21 库房出入*\n${findArticle('1.21', articles)?.text['zh-CN']}`,
        '_没锁门 每次 50元 · 没锁门且无人看守 每次 200元 · 擅自进出 每次 50元_',
        '约束：所有人 · 一 工作制度 · 原条例 一、21 · 条款第 1 版，2015-01-01 起生效',
      ].join('\n'),
    );
    expect(await as('manager').does('/rules 2.5')).toBe(
      [
        '2.5 Convening and moving meetings',
        `*2.5 ${findArticle('2.5', articles)?.title.en}* (not filed as a violation)`,
        findArticle('2.5', articles)?.text.en,
        'Binds: department manager, deputy manager · 二 Meetings · In the original: 二、4 · Version 1 of the article, in force since 2015-01-01',
      ].join('\n'),
    );
  });

  it('is searched by words, by post and by its own numbers', async () => {
    const found = async (user: string, query: string) =>
      [...(await as(user).does(`/rules ${query}`)).matchAll(/^\*?(\d[\d.]*)[ *]/gmu)].map(([, number]) => number);
    expect(await found('presales1', '迟到')).toEqual(['1.8', '3.1']);
    expect(await found('manager', 'late')).toContain('1.8');
    expect(await found('presales1', '库房管理员')).toContain('1.22');
    expect(await found('manager', 'warehouse keeper')).toContain('1.22');
    expect(await found('presales1', '三、2.1')).toEqual(['3.2.1']);
    expect(await found('presales1', '二、3')).toEqual(['2.3', '2.4']);
    expect(await as('manager').does('/rules zebra')).toBe(
      'No article speaks of “zebra”. Try another word, for example `/rules online`.',
    );
    expect(await as('presales1').does(`/rules ${'长'.repeat(3_000)}`)).toContain('没有找到与“');
    const all = await as('presales1').does('/rules');
    // A title, the names of the sections, the hint.
    expect(all.split('\n')).toHaveLength(1 + rulebook.sections.length + articles.length + 1);
    expect(all.split('\n').slice(0, 3)).toEqual([
      '条例条款 · 找到 64 条',
      '*一 工作制度*',
      '1.1 计划、过程与结果 · 金额由提出人拟定',
    ]);
  });

  it('judges a case by the version of its day, and shows it', async () => {
    const first = findArticle('1.4', articles);
    if (first === undefined) throw new Error('1.4 is gone');
    const [tier] = first.tiers;
    if (tier === undefined) throw new Error('1.4 costs nothing');
    const second = {
      ...first,
      version: 2,
      inForceFrom: '2026-12-01',
      text: { 'zh-CN': '上班时间只做工作，每次80元。', en: 'Working hours are for work; ¥80 each time.' },
      tiers: [{ ...tier, amount: 8_000 as typeof tier.amount }],
    };
    const { database, clock } = department.application.office;
    await database.transaction(tx => enterVersions(tx, [second], clock.now()));

    expect(await as('supervisor').does('/violation @presales1 1.4 昨天 闲聊')).toContain('50元');
    expect(await as('supervisor').does('/violation @presales2 1.4 闲聊')).toContain('80元');
    expect(await as('supervisor').does('/violation @presales3 1.4 昨天 80 闲聊')).toContain('固定为每次 50元');
    expect(await as('supervisor').does('/violation @presales3 1.4 50 闲聊')).toContain('固定为每次 80元');
    const read = async (user: string) => (await as(user).last()).text;
    expect(await read('presales1')).toContain(`${first.text['zh-CN']}\n_条款第 1 版，2015-01-01 起生效_`);
    expect(await read('presales2')).toContain('上班时间只做工作，每次80元。\n_条款第 2 版，2026-12-01 起生效_');
    expect(await as('supervisor').does('/violation show 1')).toContain('_条款第 1 版，2015-01-01 起生效_');
    expect(await as('presales1').does('/rules 1.4')).toBe(
      [
        '1.4 上班时间只做工作',
        '*1.4 上班时间只做工作*\n上班时间只做工作，每次80元。\n_每次 80元_',
        '约束：所有人 · 一 工作制度 · 原条例 一、4 · 条款第 2 版，2026-12-01 起生效',
        '*历次修改*',
        '条款第 2 版，2026-12-01 起生效：上班时间只做工作，每次80元。 _每次 80元_',
        `条款第 1 版，2015-01-01 起生效：${first.text['zh-CN']} _每次 50元_`,
      ].join('\n'),
    );
  });

  it('knows an article only from the day on which it is in force', async () => {
    const [any] = articles;
    if (any === undefined) throw new Error('no articles');
    const { database, clock } = department.application.office;
    const later = { ...any, number: '1.40', inForceFrom: '2026-12-01' };
    await database.transaction(tx => enterVersions(tx, [later], clock.now()));
    expect(await as('supervisor').does('/violation @presales1 1.40 昨天 0 无计划')).toBe(
      '第 1.40 条从 2026-12-01 起生效，2026-11-30 的事不能按它处理。请核对日期，或换一条。',
    );
    expect(await as('manager').does('/violation @presales1 1.40 yesterday 0 no plan')).toBe(
      'Article 1.40 is in force from 2026-12-01 on, so nothing of 2026-11-30 is judged by it. Check the date, or choose another article.',
    );
    expect(await as('supervisor').does('/violation @presales1 1.40 0 无计划')).toContain('已记为第');
  });
});

describe('another department', () => {
  const shop = join(import.meta.dirname, 'shop.yaml');
  const open = (file: string) =>
    openDepartment({
      at: '2026-12-01T20:00',
      database: { kind: 'memory' },
      environment: { ...AT_ONCE, RULEBOOK_FILE: file },
    });

  it('lives by its own regulation, without a line of code changed', async () => {
    const department = await open(shop);
    const as = (user: string) => department.as(user);
    try {
      expect((await as('presales1').does('/rules')).split('\n').slice(1)).toEqual([
        '*1.1 准时开门*',
        '准时开门，迟到一次扣10分。',
        '_每次 10 分_',
        '*1.2 招呼客人*',
        '客人进门要招呼。',
        '_记录在案，可另定金额_',
        '*1.3 店面整洁*',
        '收工前把店面收拾好；一年内再犯，一次比一次重。',
        '_12个月内第1次：通报批评 1 次；第2次：50 分；第3次起：100 分 + 通报批评 1 次_',
        '*4.1 对账*',
        '每天对账；差一点的记录，多了照赔。',
        '_少量 记录在案，可另定金额 · 较多 照损失赔偿_',
        '*4.2 交钥匙* （不按违规处理）',
        '交接班时当面交钥匙。',
      ]);
      expect(await as('supervisor').does('/violation @presales1 1.1 开门晚了')).toContain('1.1 准时开门，10 分。');
      expect(await as('supervisor').does('/violation @keeper1 1.1 开门晚了')).toContain('只约束售前客服');
      expect(await as('supervisor').does('/violation @keeper1 1.2 没招呼')).toContain('不约束库房管理员');
      expect(await as('supervisor').does('/violation @presales2 4.1 差了2元')).toContain('少量、较多');
      expect(await as('supervisor').does('/violation @presales2 4.1 较多 40 差了40元')).toContain(
        '4.1 对账（较多），40 分。',
      );
      expect(await as('supervisor').does('/violation @presales2 1.9 京东 缺席')).toContain('条例里没有“1.9”这一条');
      // Nothing follows from counting: no article of theirs says so.
      await as('supervisor').does('/violation @presales1 1.1 昨天 开门晚了');
      await as('supervisor').does('/violation @presales1 1.2 没招呼');
      expect(await as('supervisor').does('/violation list')).toContain('没有');
    } finally {
      await department.close();
    }
  });

  it('counts points, in both languages, and knows no money', async () => {
    const department = await open(shop);
    const as = (user: string) => department.as(user);
    try {
      await as('manager').locale('en-US');
      expect(await as('manager').does('/violation @presales1 1.1 opened late')).toContain(
        '1.1 Open on time, 10 points.',
      );
      expect(await as('manager').does('/violation @presales1 1.1 20 opened late')).toContain(
        'Article 1.1 is fixed at 10 points each time',
      );
      expect(await as('supervisor').does('/violation @presales2 1.2 20.5分 没招呼')).toContain(
        '请用数字写分数，例如 50。',
      );
      expect(await as('supervisor').does('/violation @presales2 1.2 没招呼')).toContain('不扣分');
      // What was typed stays as it is.
      expect(await as('supervisor').does('/violation @presales3 1.2 20分 客人丢了50元，说要罚款')).toContain('20 分');
      const { text } = await as('presales3').last();
      expect(text).toContain('客人丢了50元，说要罚款');
      expect(await as('supervisor').does('/praise @presales3 30分 找回了50元')).toContain('30 分');
      expect((await as('presales3').last()).text).toContain('30 分');
      const page = await as('presales3').does('/me');
      expect(page).toContain('20 分');
      for (const said of [
        page,
        await as('supervisor').does('/violation help'),
        await as('supervisor').does('/praise help'),
      ])
        expect(said.replace('客人丢了50元，说要罚款', '').replace('找回了50元', '')).not.toMatch(/元|罚款/u);
      expect(await as('manager').does('/praise help')).not.toMatch(/yuan|¥/u);
    } finally {
      await department.close();
    }
  });

  it('is told what is wrong in its file, line by line, and does not start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tiaoli-rulebook-'));
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, 'title: { zh-CN: 甲, en: a }\ninForceFrom: yesterday\nsections: []\n');
    try {
      const failure = await open(file).catch((fault: unknown) => fault);
      expect(failure).toBeInstanceOf(StartFailure);
      if (!(failure instanceof StartFailure)) return;
      expect(failure.sentenceIn('en')).toBe(
        [
          `The rulebook ${file} cannot be used. Put this right and start again:`,
          '  line 2: inForceFrom: Invalid ISO date',
          '  line 3: sections: Too small: expected array to have >=1 items',
        ].join('\n'),
      );
      expect(failure.sentenceIn('zh-CN').split('\n')[0]).toBe(`条例文件 ${file} 不能用，请改正后再启动：`);
      const missing = await open(join(folder, 'none.yaml')).catch((fault: unknown) => fault);
      expect((missing as StartFailure).sentenceIn('en')).toContain('none.yaml cannot be read: ENOENT');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
