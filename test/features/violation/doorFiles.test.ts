/** Files as evidence: put into the form or the answer, given to whoever may see the case, and to nobody else. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' }); // a Tuesday
  await as('presales2').locale('en-US');
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints.map(({ event }) => event)).toEqual(['file.unread', 'file.noInput']);
});

const as = (user: string) => department.as(user);
const lastOf = async (user: string) => shown(await as(user).last());
const kept = (caseId: number) =>
  department.application.office.database.read.caseEvidence.findMany({
    where: { caseId },
    orderBy: { id: 'asc' },
    select: { kind: true, byId: true, url: true, text: true, fileId: true },
  });

/** Somebody uploads a file from their computer: its id. */
async function upload(user: string, name: string, body: string): Promise<string> {
  const place = new URL('/human/file', department.application.url ?? '');
  place.search = String(new URLSearchParams({ user, name }));
  const answer = await fetch(place, { method: 'POST', body });
  return ((await answer.json()) as { file: { id: string } }).file.id;
}

/** The files somebody has in their direct messages with the bot, as name and content. */
async function filesOf(user: string): Promise<string[]> {
  const messages = (await as(user).messages()) as { files?: { name: string; url_private: string }[] }[];
  return Promise.all(
    messages.flatMap(({ files = [] }) =>
      files.map(async ({ name, url_private }) => `${name}: ${await browsed(url_private)}`),
    ),
  );
}

/** What a browser that shows the page gets: Node's own fetch says nothing about where it comes from. */
function browsed(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { 'sec-fetch-site': 'same-origin' } }, response => {
      text(response).then(resolve, reject);
    })
      .on('error', reject)
      .end();
  });
}

async function openForm(user: string, person: string): Promise<void> {
  await as(user).does(`/violation @${person}`);
  const view = (await as(user).view())?.id ?? '';
  await as(user).options('violation.article', '1.4');
  await as(user).press('violation.article', { view, selected: '1.4' });
}

let log = '';
describe('files in the form for a case', () => {
  it('go with the case, by name and by what Slack knows them', async () => {
    log = await upload('manager', '聊天记录 *1*.txt', 'chat');
    const table = await upload('manager', 'calls.csv', 'a,b');
    await openForm('manager', 'presales2');
    const sent = await as('manager').submit({
      'violation.facts': '上班闲聊',
      'violation.evidenceFiles': [log, table],
    });
    expect(shown(sent.view)).toContain('已记为第 1 号');
    expect(await kept(1)).toEqual([
      { kind: 'file', byId: 'UMANAGER', url: null, text: '聊天记录 *1*.txt', fileId: log },
      { kind: 'file', byId: 'UMANAGER', url: null, text: 'calls.csv', fileId: table },
    ]);
  });

  it('are named to the accused, who opens them with a button', async () => {
    expect(await lastOf('presales2')).toContain('Evidence:\n• :paperclip: 聊天记录 ＊1＊.txt\n• :paperclip: calls.csv');
    expect(await filesOf('presales2')).toEqual([]);
    await as('presales2').press('violation.files', { value: '1' });
    expect(await filesOf('presales2')).toEqual(['聊天记录 *1*.txt: chat', 'calls.csv: a,b']);
  });

  it('are given to nobody who may not see the case, whoever’s button they press', async () => {
    expect(await as('presales3').command('/violation 查看 1')).toContain('没有找到');
    await as('manager').does('/violation 查看 1');
    const { ts } = await as('manager').last('department');
    await expect(
      as('presales3').press('violation.files', { channel: 'department', ts: ts ?? '', value: '1' }),
    ).rejects.toThrow();
    expect(await filesOf('presales3')).toEqual([]);
    expect(JSON.stringify(await as('manager').messages('department'))).not.toContain('calls.csv: a,b');
  });
});

describe('files with an answer', () => {
  it('are marked as the person’s own, and opened from the card of whoever decides', async () => {
    const proof = await upload('presales2', 'proof.txt', 'was busy');
    await as('presales2').press('violation.answer', { value: '1' });
    await as('presales2').submit({ 'violation.answerText': 'I was busy.', 'violation.answerFiles': [proof] });
    expect((await kept(1)).at(-1)).toMatchObject({ kind: 'file', byId: 'UPRESALES2', fileId: proof });
    expect(await lastOf('supervisor')).toContain('• :paperclip: proof.txt（本人提供）');
    await as('supervisor').press('violation.files', { value: '1' });
    expect((await filesOf('supervisor')).at(-1)).toBe('proof.txt: was busy');
    await as('supervisor').does('/violation 查看 1');
    await as('supervisor').press('violation.files', { channel: 'department', value: '1' });
    expect((await as('supervisor').last('department')).text).toBe('第 1 号的 3 个文件已私信发给你。');
    expect(await filesOf('supervisor')).toHaveLength(6);
  });

  it('one deleted on Slack is said by its name; the others come', async () => {
    const { database } = department.application.office;
    await database.transaction(tx =>
      tx.caseEvidence.updateMany({ where: { fileId: log }, data: { fileId: 'F0GONE' } }),
    );
    await as('supervisor').press('violation.files', { value: '1' });
    expect(await filesOf('supervisor')).toHaveLength(8);
    expect((await as('supervisor').last()).text).toBe('聊天记录 ＊1＊.txt 已被提供的人从 Slack 删除。');
  });

  it('one that cannot be fetched now is said by its name', async () => {
    await department.call('/human/fault', { kind: 'error', error: 'internal_error', method: 'files.info', count: 1 });
    await as('presales2').press('violation.files', { value: '1' });
    expect((await as('presales2').last()).text).toBe(
      '聊天记录 ＊1＊.txt could not be fetched from Slack. Press again in a while, or ask your administrator.',
    );
  });
});

describe('files with an appeal', () => {
  it('and links come before the president, marked as the person’s own', async () => {
    await as('supervisor').press('approval.approve');
    const ticket = await upload('presales2', 'ticket.pdf', 'the ticket');
    await as('presales2').press('violation.appeal', { value: '1' });
    const faulty = { 'violation.appealText': 'See the ticket.', 'violation.answerEvidence': 'https:// ticket' };
    expect((await as('presales2').submit(faulty)).errors).toEqual({
      'violation.answerEvidence': '“https:// ticket” is not a whole link. Write it like https://example.com/order/1.',
    });
    const sent = await as('presales2').submit({
      'violation.appealText': 'See the ticket.',
      'violation.answerEvidence': 'https://example.com/ticket/7',
      'violation.answerFiles': [ticket],
    });
    expect(sent.errors).toBeUndefined();
    const card = await lastOf('president');
    expect(card).toContain('• <https://example.com/ticket/7|example.com/ticket/7>（本人提供）');
    expect(card).toContain('• :paperclip: ticket.pdf（本人提供）');
    await as('president').press('violation.files', { value: '1' });
    expect(await filesOf('president')).toContain('ticket.pdf: the ticket');
  });
});

describe('where the app may not take files', () => {
  it('the form comes without the input, and nothing else is missing', async () => {
    await department.call('/human/fault', { kind: 'error', error: 'missing_scope', method: 'views.open', count: 1 });
    await as('manager').does('/violation @presales3');
    const view = JSON.stringify(await as('manager').view());
    expect(view).toContain('violation.evidence"');
    expect(view).not.toContain('file_input');
  });
});
