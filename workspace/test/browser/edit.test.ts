/** One's own messages on the page: reworded and taken back by mouse and by the keyboard alone, seen by everybody at once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';

describe.skipIf(isWithoutBrowser)('one’s own messages', () => {
  let looked: Looked;
  const heard: string[] = [];
  beforeAll(async () => {
    const events = ['message.channels', 'message.groups', ...MANIFEST.settings.event_subscriptions.bot_events];
    looked = await openLooked(
      app => {
        wire(app, []);
        app.event('message', async ({ event }) => {
          if (event.subtype === 'message_changed' && event.message.subtype === undefined)
            heard.push(`changed to ${event.message.text}`);
          if (event.subtype === 'message_deleted') heard.push(`deleted ${event.deleted_ts}`);
        });
      },
      {
        manifest: {
          ...MANIFEST,
          oauth_config: {
            scopes: { bot: [...MANIFEST.oauth_config.scopes.bot, 'channels:history', 'groups:history'] },
          },
          settings: { ...MANIFEST.settings, event_subscriptions: { bot_events: events } },
        },
      },
    );
  });
  afterAll(() => looked?.stop());

  const post = async (user: string, channel: string, text: string, more = {}): Promise<string> =>
    String((await looked.bench.page.post('/human/message', { user, channel, text, ...more })).ts);
  const at = (page: Page, ts: string) => page.locator(`[data-ts="${ts}"]`).first();
  const focused = (page: Page) => expect.poll(() => page.evaluate<string>(FOCUSED));

  test('are reworded by mouse, with names offered; everybody and the app see it at once', async () => {
    const ts = await post('carol', 'random', 'ask @dave about *lunch*');
    const page = await looked.visit('carol/random/alice/random');
    const [mine, theirs] = [0, 1].map(pane => page.locator('.pane').nth(pane).locator(`[data-ts="${ts}"]`));
    await mine?.hover();
    await mine?.getByRole('button', { name: 'Edit message' }).click();
    const field = page.getByRole('textbox', { name: 'Edit message' });
    expect(await field.inputValue()).toBe('ask @dave about *lunch*');
    await page.keyboard.type(' and tell @al');
    await page.getByRole('option', { name: 'Alice' }).click();
    await mine?.getByRole('button', { name: 'Save' }).click();
    await theirs?.getByText('ask @Dave about lunch and tell @Alice').waitFor();
    for (const one of [mine, theirs])
      await expect.poll(() => one?.locator('.text').innerText()).toBe('ask @Dave about lunch and tell @Alice (edited)');
    await expect.poll(() => heard).toContain('changed to ask <@UDAVE> about *lunch* and tell <@UALICE>');
    expect(await page.locator('.editor').count()).toBe(0);
  });

  test('are walked and reworded by the keyboard alone; Escape leaves all as it was', async () => {
    const first = await post('dave', 'support', 'the first');
    const second = await post('dave', 'support', 'the secnod');
    const others = await post('alice', 'support', 'not yours');
    const page = await looked.visit('dave/support');
    await at(page, others).waitFor();
    await page.locator('#composer-0').focus();
    await page.keyboard.type('a draft');
    // Around the page and back into the pane one is at its messages.
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    await focused(page).toBe('#support');
    await page.keyboard.press('ArrowUp');
    await focused(page).toBe(others);
    // Nothing is done to what another said.
    for (const key of ['e', 'Delete', 'Backspace']) await page.keyboard.press(key);
    await focused(page).toBe(others);
    await page.keyboard.press('ArrowUp');
    await focused(page).toBe(second);
    await page.keyboard.press('e');
    await focused(page).toBe('Edit message');
    await page.keyboard.type('?');
    await page.keyboard.press('Escape');
    await focused(page).toBe(second);
    await expect.poll(() => at(page, second).locator('.text').innerText()).toBe('the secnod');
    await page.keyboard.press('e');
    await focused(page).toBe('Edit message');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('the second');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('and last');
    await page.keyboard.press('Enter');
    await at(page, second).getByText('(edited)').waitFor();
    await focused(page).toBe(second);
    await expect.poll(() => at(page, second).locator('.text').innerText()).toBe('the second\nand last (edited)');
    await page.keyboard.press('Home');
    await focused(page).toBe(first);
    await page.keyboard.press('End');
    await focused(page).toBe(others);
    await page.keyboard.press('ArrowDown');
    await focused(page).toBe(others);
    expect(await page.locator('#composer-0').inputValue()).toBe('a draft');
    await looked.bench.workspace.settled();
    expect(heard.filter(line => line.includes('sec'))).toEqual(['changed to the second\nand last']);
  });

  test('the last of them is edited from the empty field by Ctrl+Up; Up alone recalls what was typed', async () => {
    const page = await looked.visit('heidi/support');
    const field = page.locator('#composer-0');
    await field.focus();
    await page.keyboard.press('Control+ArrowUp');
    expect(await page.locator('.editor').count()).toBe(0);
    await page.keyboard.type('said by heidi');
    await page.keyboard.press('Enter');
    const said = page.getByRole('article').filter({ hasText: 'said by heidi' });
    await said.waitFor();
    await page.keyboard.type('x');
    await page.keyboard.press('Control+ArrowUp');
    expect(await page.locator('.editor').count()).toBe(0);
    await field.fill('');
    await page.keyboard.press('Control+ArrowUp');
    await focused(page).toBe('Edit message');
    await page.keyboard.type(' again');
    await page.keyboard.press('Enter');
    await page.getByText('said by heidi again').waitFor();
    await focused(page).toMatch(/^Message #support/);
    await page.keyboard.press('ArrowUp');
    expect(await field.inputValue()).toBe('said by heidi');
  });

  test('in a thread, too: Escape ends the edit and not the thread', async () => {
    const ts = await post('carol', 'support', 'a question');
    const reply = await post('carol', 'support', 'an answer', { thread_ts: ts });
    const page = await looked.visit('carol/support');
    await at(page, ts).focus();
    await page.keyboard.press('ArrowRight');
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.waitFor();
    await focused(page).toBe('Reply…');
    await thread.locator(`[data-ts="${reply}"]`).waitFor();
    await page.keyboard.press('Control+ArrowUp');
    await focused(page).toBe('Edit message');
    await page.keyboard.press('Escape');
    await focused(page).toBe('Reply…');
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.type('!');
    await page.keyboard.press('Enter');
    await thread.locator(`[data-ts="${reply}"]`).getByText('an answer! (edited)').waitFor();
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'detached' });
    for (const key of ['Enter', 't']) {
      await at(page, ts).focus();
      await page.keyboard.press(key);
      await focused(page).toBe('Reply…');
      await page.keyboard.press('Escape');
      await thread.waitFor({ state: 'detached' });
    }
  });

  test('what was begun waits while one looks elsewhere, and what is refused stays in its field', async () => {
    const ts = await post('frank', 'random', 'half done');
    const page = await looked.visit('frank/random');
    await at(page, ts).focus();
    await page.keyboard.press('e');
    await page.keyboard.type(' and more');
    await page.getByRole('button', { name: 'general' }).click();
    await page.getByRole('heading', { name: '#general' }).waitFor();
    await page.getByRole('button', { name: 'random' }).click();
    const field = page.getByRole('textbox', { name: 'Edit message' });
    await field.waitFor();
    expect(await field.inputValue()).toBe('half done and more');
    page.removeAllListeners('console');
    await field.fill('x'.repeat(12_001));
    await field.press('Enter');
    await page.getByText('A message has 12000 characters at most, not 12001.').waitFor();
    expect(await field.inputValue()).toHaveLength(12_001);
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
    await expect.poll(() => at(page, ts).locator('.text').innerText()).toBe('half done');
  });

  test('are taken back by the keyboard alone, after a question, and are gone for everybody', async () => {
    const before = await post('grace', 'planning', 'stays');
    const ts = await post('grace', 'planning', 'see @alice, *now*');
    const last = await post('alice', 'planning', 'stays too');
    const page = await looked.visit('grace/planning/alice/planning');
    const [mine, theirs] = [page.locator('.pane').first(), page.locator('.pane').nth(1)];
    const said = mine.locator(`[data-ts="${ts}"]`);
    await said.focus();
    await page.keyboard.press('Delete');
    const asked = mine.getByRole('dialog', { name: 'Delete message' });
    await asked.waitFor();
    await expect.poll(() => asked.getByRole('blockquote').innerText()).toBe('see @Alice, now');
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await focused(page).toBe(ts);
    await page.keyboard.press('Backspace');
    await asked.waitFor();
    await focused(page).toBe('Cancel');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    for (const pane of [mine, theirs]) await pane.locator(`[data-ts="${ts}"]`).waitFor({ state: 'detached' });
    await focused(page).toBe(last);
    await expect.poll(() => heard).toContain(`deleted ${ts}`);

    // Whoever leaves nothing of a message takes it back.
    await mine.locator(`[data-ts="${before}"]`).focus();
    await page.keyboard.press('e');
    await focused(page).toBe('Edit message');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await asked.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await mine.locator(`[data-ts="${before}"]`).waitFor({ state: 'detached' });
  });

  test('leave a mark above their replies, and whoever reads a thread that goes is told', async () => {
    const ts = await post('heidi', 'random', 'with an answer');
    const reply = await post('alice', 'random', 'the answer', { thread_ts: ts });
    const alone = await post('heidi', 'random', 'without');
    const page = await looked.visit('heidi/random/alice/random');
    const [mine, theirs] = [page.locator('.pane').first(), page.locator('.pane').nth(1)];
    const remove = async (which: string): Promise<void> => {
      await mine.locator(`[data-ts="${which}"]`).focus();
      await page.keyboard.press('Delete');
      await mine.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    };
    await theirs.locator(`[data-ts="${alone}"]`).focus();
    await page.keyboard.press('t');
    const thread = theirs.getByRole('region', { name: 'Thread' });
    await thread.getByText('without').waitFor();
    await remove(alone);
    await thread.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Notifications' }).getByText('This message was deleted.').waitFor();

    await theirs.locator(`[data-ts="${ts}"]`).focus();
    await page.keyboard.press('t');
    await thread.getByText('the answer').waitFor();
    await remove(ts);
    await thread.getByText('This message was deleted.').waitFor();
    await thread.getByText('the answer').waitFor();
    await focused(page).toBe(ts);
    // The mark, too, leads to the replies.
    await page.keyboard.press('t');
    await mine.getByRole('region', { name: 'Thread' }).locator(`[data-ts="${reply}"]`).waitFor();
  });

  test('alone offer it: not another’s, nor the app’s, nor what one alone sees', async () => {
    const { channel } = await looked.bench.page.post('/human/message', { user: 'alice', channel: 'random', text: '…' });
    const { ts: app = '' } = await looked.bench.client.chat.postMessage({ channel: String(channel), text: 'the app' });
    await looked.bench.page.post('/human/command', { user: 'kevin', channel, command: '/hello', text: '' });
    const page = await looked.visit('kevin/random');
    await page.getByText('Only visible to you').waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Delete) message/ }).count()).toBe(0);
    expect(await at(page, app).getByRole('toolbar').count()).toBe(1);
    const quiet = page.locator('.message.ephemeral');
    await quiet.focus();
    for (const key of ['e', 'r', 't', 'Delete']) await page.keyboard.press(key);
    expect(await page.locator('.editor, .popup, dialog, .thread').count()).toBe(0);
  });
});

/** The timestamp of the message that has the focus, else the name or text of what has it. */
const FOCUSED = `(() => {
  const { activeElement } = document;
  return activeElement.dataset.ts ?? activeElement.ariaLabel ?? activeElement.textContent;
})()`;
