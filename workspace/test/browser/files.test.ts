/** Files on the page, in a real browser: chosen for a form and with a message, by mouse and keyboard, drawn, and taken away. */
import { createRequire } from 'node:module';
import type { App } from '@slack/bolt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Bench, input, modal, openWithApp } from '../bench.ts';
import { isWithoutBrowser, openBrowser } from './browser.ts';

/** A picture of 40 by 20 points. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAIAAABwJOjsAAAAJElEQVR4nGMQz/AfEMQwavGoxaMWj1o8avGoxaMWj1o8ciwGAMYyg9/UdCSWAAAAAElFTkSuQmCC',
  'base64',
);
const picture = { name: 'damage.png', mimeType: 'image/png', buffer: PICTURE };
const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('two\nlines') };
const FORM = modal('report', [
  input('photo', { type: 'file_input', action_id: 'photo', filetypes: ['png', 'jpg'], max_files: 1 }),
]);

describe.skipIf(isWithoutBrowser)('files on the page', () => {
  let bench: Bench;
  let browser: Browser;
  let sent: unknown;

  const wire = (app: App): void => {
    app.command('/report', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: FORM });
    });
    app.view('report', async ({ ack, view }) => {
      sent = view.state.values.photo?.photo?.files?.map(file => file.name);
      await ack();
    });
  };

  beforeAll(async () => {
    bench = await openWithApp(wire);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.stop();
  });

  async function visit(place: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    onTestFinished(async () => {
      await context.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(`${bench.workspace.url}/#/${place}`);
    await page.locator('#composer-0').waitFor();
    return page;
  }

  test('a form takes the right files, and says what is wrong with others', async () => {
    const page = await visit('carol/general');
    await page.locator('#composer-0').fill('/report');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'report' });
    const field = form.getByLabel('photo', { exact: true });
    expect(await field.getAttribute('accept')).toBe('.png,.jpg');
    await field.setInputFiles(text);
    await form.getByText('notes.txt').waitFor();
    await form.getByRole('button', { name: 'OK' }).click();
    await form.getByText('Please upload only files of these types: png, jpg.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    // What is wrong is before the person: from the field, the next stop is the button that takes the file away.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await form.getByText('notes.txt').waitFor({ state: 'detached' });
    await field.setInputFiles(picture);
    await form.getByText('damage.png').waitFor();
    await form.getByRole('button', { name: 'OK' }).click();
    await form.waitFor({ state: 'detached' });
    expect(sent).toEqual(['damage.png']);
  });

  test('files go with a message or alone, and everyone there sees and reads them', async () => {
    const page = await visit('carol/general');
    const alice = await visit('alice/general');
    await page.getByLabel('Attach files').setInputFiles([picture, text]);
    await page.getByRole('button', { name: 'Remove notes.txt' }).waitFor();
    await page.locator('#composer-0').fill('Here they are');
    await page.keyboard.press('Enter');
    const message = alice.getByRole('article').filter({ hasText: 'Here they are' });
    const drawn = message.getByRole('img', { name: 'damage.png' });
    await drawn.waitFor();
    const width =
      'document.querySelector(".file-picture img").decode().then(() => document.querySelector(".file-picture img").naturalWidth)';
    expect(await alice.evaluate(width)).toBe(40);
    await message.getByText('Plain Text · 9 B').waitFor();
    const [read] = await Promise.all([
      alice.waitForEvent('download'),
      message.getByRole('link', { name: 'notes.txt' }).click(),
    ]);
    expect(read.suggestedFilename()).toBe('notes.txt');
    expect(await page.getByRole('list', { name: 'Chosen files' }).count()).toBe(0);
    await alice.evaluate((createRequire(import.meta.url)('axe-core') as { source: string }).source);
    const { violations } = (await alice.evaluate('axe.run()')) as { violations: { id: string }[] };
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('a file the app deleted is said to be gone', async () => {
    const { channels } = await bench.page.get('/human/channels?user=carol');
    const channel_id = [...(channels ?? [])].find(({ name }) => name === 'support')?.id ?? '';
    await bench.client.filesUploadV2({ channel_id, file: PICTURE, filename: 'chart.png', initial_comment: 'A chart' });
    const page = await visit('carol/support');
    await page.getByRole('img', { name: 'chart.png' }).waitFor();
    const { files } = await bench.client.files.list({});
    await bench.client.files.delete({ file: files?.find(({ name }) => name === 'chart.png')?.id ?? '' });
    await page.getByText('This file was deleted.').waitFor();
  });
});
