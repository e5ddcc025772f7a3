/** The ledger through the door: a month of several people, signed by two, exported once, and put right in a later month. */
import { get } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportMonth, signMonth } from '../../../src/features/ledger/workflow.ts';
import { memberOf } from '../../../src/member/store.ts';
import { AT_ONCE, type Department, openDepartment } from '../../support/department.ts';

let department: Department;
beforeAll(async () => {
  // A Thursday; the first working day of 2027 is Monday, 4 January.
  department = await openDepartment({
    at: '2026-12-31T14:00',
    environment: { ...AT_ONCE, LEDGER_MONTHLY_CAP: '250', FINE_WORD: 'negative-incentive' },
  });
  for (const user of ['president', 'presales2']) await as(user).locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
/** What the ledger said to somebody in direct messages. */
const ledgers = async (user: string) =>
  (await as(user).messages()).map(({ text }) => text).filter(text => /^(?:台账|Ledger) · /.test(text));
const lastIn = async (user: string) => (await as(user).messages()).at(-1)?.text;
const entries = () => department.application.office.database.read.ledgerEntry.count();
const months = () => department.application.office.database.read.ledgerMonth.findMany({ orderBy: { month: 'asc' } });

const LAW =
  '负激励每人每月最多计 250元，超出的结转下月。台账只作记录，不代扣也不发放。据报道，用人单位能否因违规扣钱，各地规定不一。据报道，赔偿每月不超过工资的 20%，余额不低于最低工资。这不是法律意见。';
const LAW_EN =
  'Negative incentives are charged up to ¥250 a month for each person; the rest is carried over. The ledger only records; it pays and deducts nothing. Whether an employer may take money for a breach is reported to differ by region. Compensation is reported as at most 20% of a month’s wage, and never below the minimum wage. This is no legal advice.';

const DECEMBER = [
  '• <@UKEEPER1> · 赔偿 150元 · 合计 -150元 · 违规第 3 号',
  '• <@UPRESALES1> · 负激励 350元 · 本月计 250元 · 结转下月 100元 · 合计 -250元 · 违规第 1、2 号',
  '• <@UPRESALES2> · 负激励 50元 · 奖励 100元 · 合计 50元 · 违规第 4 号，表扬第 1 号',
  '*共 3 人* · 负激励 400元 · 奖励 100元 · 赔偿 150元 · 本月计 300元 · 结转下月 100元 · 合计 -350元',
];

describe('a month that runs', () => {
  it('is empty at first', async () => {
    expect(await as('manager').command('/ledger')).toBe('2026-12 的台账没有内容。');
    expect(await as('presales2').command('/ledger')).toBe('There is nothing of yours in the ledger of 2026-12.');
    expect(await as('presales1').command('/me')).not.toContain('台账');
  });

  it('shows manager and president everybody: what the cap leaves is carried over, compensation stands apart', async () => {
    await as('manager').does('/violation @presales1 1.1 200 没有计划');
    await as('manager').does('/violation @presales1 1.1 150 昨天 没有计划');
    await as('manager').does('/violation @keeper1 1.22 赔偿 150 少货');
    await as('manager').does('/violation @presales2 1.4 chat');
    await as('manager').does('/praise @presales2 100 零差评');
    const shown = await as('manager').command('/ledger 本月');
    expect(shown.split('\n')).toEqual(['台账 · 2026-12 · 未签字', ...DECEMBER, LAW]);
    expect(JSON.stringify(await as('manager').last('department'))).not.toContain('ledger.sign');
    expect((await as('president').command('/ledger 2026-12')).split('\n')).toEqual([
      'Ledger · 2026-12 · not signed',
      '• <@UKEEPER1> · compensation ¥150 · balance -¥150 · case 3',
      '• <@UPRESALES1> · negative incentives ¥350 · charged this month ¥250 · carried over ¥100 · balance -¥250 · case 1, 2',
      '• <@UPRESALES2> · negative incentives ¥50 · incentives ¥100 · balance ¥50 · case 4, praise 1',
      '*3 people* · negative incentives ¥400 · incentives ¥100 · compensation ¥150 · charged this month ¥300 · carried over ¥100 · balance -¥350',
      LAW_EN,
    ]);
  });

  it('shows everybody else their own lines alone', async () => {
    expect((await as('presales1').command('/ledger')).split('\n')).toEqual([
      '我的台账 · 2026-12',
      '• 违规第 1 号 · 负激励 200元',
      '• 违规第 2 号 · 负激励 150元',
      '负激励 350元 · 本月计 250元 · 结转下月 100元 · 合计 -250元',
      '负激励每人每月最多计 250元，超出的结转下月。',
    ]);
    expect((await as('presales2').command('/ledger')).split('\n')).toEqual([
      'My ledger · 2026-12',
      '• case 4 · negative incentive ¥50',
      '• praise 1 · incentive ¥100',
      'negative incentives ¥50 · incentives ¥100 · balance ¥50',
      'Negative incentives are charged up to ¥250 a month for each person; the rest is carried over.',
    ]);
    for (const user of ['supervisor', 'deputy', 'assistant'])
      expect(await as(user).command('/ledger')).toBe('2026-12 你的台账没有内容。');
    expect(await as('presales2').command('/me')).toContain(
      '\nLedger\n• 2026-12 · negative incentives ¥50 · incentives ¥100 · balance ¥50\n`/ledger` shows the lines.\n',
    );
  });

  it('refuses what is no month, and one that has not come', async () => {
    expect(await as('manager').command('/ledger 13月')).toBe(
      '“13月”不是月份。请写成 2026-12，例如 `/ledger 2026-12`。',
    );
    expect(await as('president').command('/ledger 2027-01')).toBe(
      '2027-01 has not come yet. The latest month to look at is this one: `/ledger 2026-12`.',
    );
  });

  it('is signed by nobody before it is over', async () => {
    expect(await sign('manager', '2026-12', '')).toMatchObject({ code: 'ledger.notOver' });
  });
});

describe('signing', () => {
  it('is asked of the manager alone, on the morning of the first working day', async () => {
    await department.travel('2027-01-04T09:59');
    expect(await ledgers('manager')).toEqual([]);
    await department.travel('10:01');
    expect(await ledgers('manager')).toEqual([['台账 · 2026-12 · 未签字', ...DECEMBER, LAW].join('\n')]);
    for (const user of ['president', 'deputy', 'presales1']) expect(await ledgers(user)).toEqual([]);
  });

  it('takes the list that was shown: one that changed meanwhile is shown anew', async () => {
    const stale = (await as('manager').messages()).findLast(({ text }) => text.startsWith('台账'));
    await undo('manager', 'case:4');
    await as('manager').press('ledger.sign', { ts: stale?.ts ?? '' });
    expect(await lastIn('manager')).toBe('2026-12 的台账刚有变化，这次没有签字。请用 `/ledger 2026-12` 看过再签。');
    expect(await months()).toEqual([]);
    expect((await ledgers('manager')).at(-1)?.split('\n')[3]).toBe(
      '• <@UPRESALES2> · 奖励 100元 · 合计 100元 · 表扬第 1 号',
    );
  });

  it('is for the manager first, whoever presses', async () => {
    const mark = await markOf('manager');
    expect(await sign('president', '2026-12', mark)).toMatchObject({ code: 'ledger.managerFirst' });
    for (const user of ['deputy', 'presales1'])
      expect(await sign(user, '2026-12', mark)).toMatchObject({ code: 'ledger.maySign' });
    expect(await months()).toEqual([]);
  });

  it('goes on to the president, who signs the same lines; a second press says who was first', async () => {
    const mark = await markOf('manager');
    await as('manager').press('ledger.sign');
    expect((await ledgers('manager')).map(text => text.split('\n')[0])).toEqual([
      '台账 · 2026-12 · 经理已签，待总裁签字',
    ]);
    expect((await ledgers('president')).map(text => text.split('\n'))).toEqual([
      [
        'Ledger · 2026-12 · signed by the manager, waiting for the president',
        '• <@UKEEPER1> · compensation ¥150 · balance -¥150 · case 3',
        '• <@UPRESALES1> · negative incentives ¥350 · charged this month ¥250 · carried over ¥100 · balance -¥250 · case 1, 2',
        '• <@UPRESALES2> · incentives ¥100 · balance ¥100 · praise 1',
        '*3 people* · negative incentives ¥350 · incentives ¥100 · compensation ¥150 · charged this month ¥250 · carried over ¥100 · balance -¥300',
        'Signed by the manager <@UMANAGER>, 2027-01-04 10:01',
        LAW_EN,
      ],
    ]);
    expect(await sign('manager', '2026-12', mark)).toEqual({
      code: 'ledger.signedAlready',
      params: { month: '2026-12', by: 'UMANAGER', at: '2027-01-04 10:01' },
    });
    expect(await entries()).toBe(5);
  });

  it('freezes the month: what is decided and undone since goes into the next', async () => {
    await as('manager').does('/violation @keeper1 1.4 聊天');
    await undo('manager', 'case:1');
    expect((await as('manager').command('/ledger 上月')).split('\n').slice(1, 3)).toEqual([DECEMBER[0], DECEMBER[1]]);
    expect((await as('manager').command('/ledger')).split('\n').slice(0, 4)).toEqual([
      '台账 · 2027-01 · 未签字',
      '• <@UKEEPER1> · 负激励 50元 · 合计 -50元 · 违规第 5 号',
      '• <@UPRESALES1> · 负激励 -200元 · 上月结转 100元 · 本月计 -100元 · 合计 100元 · 冲销违规第 1 号',
      '*共 2 人* · 负激励 -150元 · 上月结转 100元 · 本月计 -50元 · 合计 50元',
    ]);
    expect((await as('presales1').command('/ledger')).split('\n').slice(0, 3)).toEqual([
      '我的台账 · 2027-01',
      '• 违规第 1 号 · 负激励 -200元（冲销以前月份）',
      '负激励 -200元 · 上月结转 100元 · 本月计 -100元 · 合计 100元',
    ]);
    const { office } = department.application;
    const codes: unknown[] = [];
    for (const id of ['UMANAGER', 'UPRESALES1']) {
      const me = await memberOf(office.database.read, id);
      if (me !== null) codes.push(await exportMonth(office, me, '2026-12'));
    }
    expect(codes).toMatchObject([{ code: 'ledger.notSigned' }, { code: 'ledger.mayExport' }]);
  });
});

describe('the export', () => {
  it('is the manager’s once the president signed', async () => {
    await as('president').press('ledger.sign');
    expect((await ledgers('president')).at(-1)?.split('\n').slice(5, 7)).toEqual([
      'Signed by the manager <@UMANAGER>, 2027-01-04 10:01',
      'Signed by the president <@UPRESIDENT>, 2027-01-04 10:01',
    ]);
    expect((await ledgers('manager')).at(-1)?.split('\n')[0]).toBe('台账 · 2026-12 · 已签字，未导出');
    expect(JSON.stringify(await as('manager').last())).toContain('"action_id":"ledger.export"');
  });

  it('is a file in direct messages: by person, with the numbers, in the department’s language', async () => {
    await as('manager').press('ledger.export');
    expect(await lastIn('manager')).toBe('已导出 2026-12 的台账，文件在你和我的私聊里。');
    expect(await rowsOf('manager')).toEqual([
      [
        ...['姓名', '月份', '负激励（元）', '奖励（元）', '赔偿（元）', '上月结转（元）', '结转下月（元）'],
        ...['合计（元）', '违规编号', '表扬编号'],
      ],
      ['库房管理员', '2026-12', '0', '0', '150', '0', '0', '-150', '3', ''],
      ['售前客服一', '2026-12', '350', '0', '0', '0', '100', '-250', '1, 2', ''],
      ['售前客服二', '2026-12', '0', '100', '0', '0', '0', '100', '', '1'],
    ]);
  });

  it('is one: pressed again it says when and by whom, and gives the same', async () => {
    const before = await rowsOf('manager');
    expect(await exported('president', '2026-12')).toBe(
      'The ledger of 2026-12 was exported by <@UMANAGER>, 2027-01-04 10:01. The same file is in your messages with me again.',
    );
    expect(await rowsOf('president')).toEqual(before);
    const [month, ...more] = await months();
    expect([month?.state, month?.checkedBy, month?.signedBy, month?.exportedBy, more]).toEqual([
      ...['exported', 'UMANAGER', 'UPRESIDENT', 'UMANAGER'],
      [],
    ]);
    const { record } = department.application.office.database.read;
    const said = await record.findMany({ where: { noun: 'ledger' }, orderBy: { seq: 'asc' } });
    expect(said.map(({ actor, deed, nounId }) => `${actor} ${deed} ${nounId}`)).toEqual([
      'UMANAGER ledger.kept 2026-12',
      'UPRESIDENT ledger.signed 2026-12',
      'UMANAGER ledger.exported 2026-12',
    ]);
    expect(await entries()).toBe(5);
  });

  it('stays as it is: what is voided after it is taken back in the month in which that was done', async () => {
    const before = await rowsOf('manager');
    await undo('manager', 'case:2');
    expect((await as('presales1').command('/ledger')).split('\n').slice(1, 4)).toEqual([
      '• 违规第 1 号 · 负激励 -200元（冲销以前月份）',
      '• 违规第 2 号 · 负激励 -150元（冲销以前月份）',
      '负激励 -350元 · 上月结转 100元 · 本月计 -250元 · 合计 250元',
    ]);
    expect(await exported('manager', '2026-12')).toContain('于 2027-01-04 10:01 导出');
    expect(await rowsOf('manager')).toEqual(before);
    expect(await entries()).toBe(5);
  });
});

/** Presses *Sign* by the deed itself, as somebody who forged the button. */
async function sign(user: string, month: string, mark: string) {
  const { office } = department.application;
  const me = await memberOf(office.database.read, `U${user.toUpperCase()}`);
  if (me === null) throw new Error(`there is no ${user}`);
  return signMonth(office, me, month, mark);
}

/** The mark on the last *Sign* somebody sees. */
async function markOf(user: string): Promise<string> {
  const text = JSON.stringify((await as(user).messages()).flatMap(({ blocks }) => blocks ?? []));
  return /"action_id":"ledger\.sign".*?"value":"\d{4}-\d\d:(\w+)"/.exec(text)?.[1] ?? '';
}

/** Asks for the month, and presses *Export* there. */
async function exported(user: string, month: string): Promise<string> {
  await as(user).command(`/ledger ${month}`);
  const { ts } = await as(user).last('department');
  await as(user).press('ledger.export', { channel: 'department', ts });
  return (await as(user).last('department')).text;
}

async function undo(user: string, value: string): Promise<void> {
  await as(user).command('/approvals decided');
  await as(user).press('approval.takeBack', { channel: 'department', value });
  await as(user).submit({ 'approval.undoWhy': '看错了人' });
  await as(user).close();
}

/** The cells of the last file somebody was given, row by row. */
async function rowsOf(user: string): Promise<string[][]> {
  const files = (await as(user).messages()).flatMap(message => ('files' in message ? (message.files as object[]) : []));
  const url = (files.at(-1) as { url_private_download?: string } | undefined)?.url_private_download ?? '';
  const parts = unzipped(await downloaded(url));
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>/gs)].map(
    ([, text = '']) => text,
  );
  const sheet = [...parts].find(([name]) => name.startsWith('xl/worksheets/sheet'))?.[1] ?? '';
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = Array(10).fill('');
    for (const [, column = 'A', attributes = '', inner = ''] of row.matchAll(
      /<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const value = /<v>(.*?)<\/v>|<t[^>]*>(.*?)<\/t>/s.exec(inner);
      const text = value?.[1] ?? value?.[2] ?? '';
      cells[column.charCodeAt(0) - 65] = attributes.includes('t="s"') ? (shared[Number(text)] ?? '') : text;
    }
    return cells;
  });
}

/** As a person's browser loads it. */
function downloaded(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'sec-fetch-site': 'none' } }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}

/** The files in a zip archive, read by its directory. */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const begins = zip.readUInt32LE(at + 42);
    const from = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28);
    const bytes = zip.subarray(from, from + packed);
    const content = zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), content.toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
}
