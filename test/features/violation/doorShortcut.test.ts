/** "File a case" on a message: the form with its author and words, the message kept as evidence; or told why not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../../support/department.ts';
import { shown } from '../../support/shown.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00' }); // a Tuesday
});
afterAll(async () => {
  const complaints = department.log.filter(({ level }) => level === 'error' || level === 'warn');
  await department.close();
  expect(complaints).toEqual([]);
});

const as = (user: string) => department.as(user);
/** Somebody writes in the channel, and the user chooses the shortcut on it; what the user then reads there. */
async function chosen(user: string, writer: string | null, text = ''): Promise<string> {
  if (writer !== null) await as(writer).say(text, 'department');
  const seen = await as(user).messages('department');
  const on = writer === null ? seen.findLast(({ text: said }) => said.includes(text)) : seen.at(-1);
  const answer = await department.call('/human/shortcut', {
    user,
    callback_id: 'violation.fromMessage',
    channel: 'department',
    ts: on?.ts,
  });
  expect(answer.ok).toBe(true);
  await department.application.settled();
  const last = (await as(user).messages('department')).at(-1);
  return last?.ephemeral === true ? last.text : '';
}

describe('on a colleague’s message', () => {
  it.each<['zh-CN' | 'en-US', string, string, RegExp]>([
    ['zh-CN', 'presales1', '消息原文：“今晚打牌 & 喝酒 <吧>”', /证据：\n• <https?:\/\/[^|]+\|<@UPRESALES1> 的消息>/u],
    [
      'en-US',
      'presales2',
      'The message: “今晚打牌 & 喝酒 <吧>”',
      /Evidence:\n• <https?:\/\/[^|]+\|a message> of <@UPRESALES2>/u,
    ],
  ])('opens the form with author and words, and keeps the message (%s)', async (locale, author, facts, evidence) => {
    await as('manager').locale(locale);
    expect(await chosen('manager', author, '今晚打牌 & 喝酒 <吧>')).toBe('');
    const view = await as('manager').view();
    const form = JSON.stringify(view);
    expect(form).toContain(`"initial_users":["U${author.toUpperCase()}"]`);
    expect(form).toContain(JSON.stringify(facts).slice(1, -1));
    await as('manager').options('violation.article', '1.4');
    await as('manager').press('violation.article', { view: view?.id ?? '', selected: '1.4' });
    // Drawn anew it still knows the message.
    expect(shown(await as('manager').view())).toContain(`<@U${author.toUpperCase()}>`);
    const sent = await as('manager').submit({});
    expect(sent.errors).toBeUndefined();
    const number = /(?:第|No\.) ?(\d+)/u.exec(shown(sent.view))?.[1] ?? '';
    expect(await as('manager').command(`/violation show ${number}`)).toMatch(evidence);
    await as('manager').close();
    await as('manager').locale('zh-CN');
  });

  it('shows the accused the message in the hearing, with the link', async () => {
    expect(shown(await as('presales1').last())).toMatch(/证据：\n• <https?:\/\/[^|]+\|<@UPRESALES1> 的消息>/u);
  });

  it('clips a long one, and marks it', async () => {
    await chosen('manager', 'presales3', '长'.repeat(900));
    const form = JSON.stringify(await as('manager').view());
    expect(form).toContain(`“${'长'.repeat(499)}…”`);
    await as('manager').close();
  });
});

describe('what the message says', () => {
  it('names whom it mentions, as the accused reads it', async () => {
    await chosen('manager', 'presales3', '@presales1 来打牌');
    expect(JSON.stringify(await as('manager').view())).toMatch(/消息原文：“@售前客服一[^”]* 来打牌/u);
    await as('manager').close();
  });

  it('is judged by the day on which it was written', async () => {
    await as('presales4').say('今天也打牌', 'department');
    await department.travel('2026-12-02T09:00');
    await chosen('manager', null, '今天也打牌');
    expect(JSON.stringify(await as('manager').view())).toContain('"initial_date":"2026-12-01"');
    await as('manager').close();
  });

  it('of the president is refused at once, in both languages', async () => {
    expect(await chosen('manager', 'president', '打牌')).toBe('部门条例不约束总裁，请选部门里的同事。');
    await as('supervisor').locale('en-US');
    expect(await chosen('supervisor', null, '打牌')).toContain('president');
  });
});

describe('refused in words', () => {
  it.each<['zh-CN' | 'en-US', string, string | null, string, string]>([
    ['zh-CN', 'manager', 'manager', '我写的', '不能对自己提出违规'],
    ['en-US', 'manager', 'manager', 'mine', 'Nobody files a case against themselves'],
  ])('one’s own message (%s)', async (locale, user, writer, text, answer) => {
    await as(user).locale(locale);
    expect(await chosen(user, writer, text)).toContain(answer);
    expect(await as(user).view()).toBeNull();
    await as(user).locale('zh-CN');
  });

  it.each<['zh-CN' | 'en-US', string]>([
    ['zh-CN', '这条消息是应用发的，不是同事写的。请在同事的消息上提出，或用 `/violation`。'],
    ['en-US', 'An app wrote this message, not a colleague. Choose a colleague’s message, or type `/violation`.'],
  ])('a message of the bot (%s)', async (locale, answer) => {
    await as('presales1').locale(locale);
    const ts = (await as('presales1').messages()).findLast(({ ephemeral }) => ephemeral !== true)?.ts;
    const at = { user: 'presales1', callback_id: 'violation.fromMessage', channel: 'tiaoli', ts };
    await department.call('/human/shortcut', at);
    await department.application.settled();
    expect((await as('presales1').last()).text).toBe(answer);
    expect(await as('presales1').view()).toBeNull();
  });
});
