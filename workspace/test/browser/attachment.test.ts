/** Messages with older attachments, pins and plain text, drawn in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, openWorkspace } from '../bench.ts';
import { isWithoutBrowser, openBrowser } from './browser.ts';

describe.skipIf(isWithoutBrowser)('a message', () => {
  let bench: Bench;
  let browser: Browser;

  beforeAll(async () => {
    bench = await openWorkspace();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.stop();
  });

  test('shows every field of an attachment, that it is pinned, and text as it is', async () => {
    const attachment = {
      color: 'danger',
      pretext: 'Before *it*',
      author_name: 'Ann & Bob',
      title: 'A title',
      title_link: 'https://example.com/',
      text: 'The _text_',
      fields: [
        { title: 'Level', value: '*high*', short: true },
        { title: 'Place', value: 'here', short: true },
      ],
      footer: 'The foot',
      ts: '1700000000',
    };
    const { channel = '', ts = '' } = await bench.client.chat.postMessage({
      channel: '#support',
      text: '*as it is*',
      mrkdwn: false,
      attachments: [attachment, { fallback: 'Only a fallback' }],
    });
    await bench.client.pins.add({ channel, timestamp: ts });
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${bench.workspace.url}/#/carol/support`);
    const drawn = page.getByRole('article');
    await drawn.getByText('Pinned').waitFor();
    await drawn.getByText('*as it is*').waitFor();
    const [first, second] = await drawn.locator('.attachment').allInnerTexts();
    expect(first?.split('\n').map(line => line.trim())).toEqual([
      'Ann & Bob',
      'A title',
      'The text',
      'Level',
      'high',
      'Place',
      'here',
      expect.stringMatching(/^The foot · .*2023/),
    ]);
    expect(second).toBe('Only a fallback');
    expect(await drawn.getByRole('link', { name: 'A title' }).getAttribute('href')).toBe('https://example.com/');
    await context.close();
  });

  test('that was deleted says so above its replies, in the words of the language', async () => {
    const { channel = '', ts = '' } = await bench.client.chat.postMessage({ channel: '#support', text: 'soon gone' });
    await bench.client.chat.postMessage({ channel, thread_ts: ts, text: 'stays' });
    await bench.client.chat.delete({ channel, ts });
    const context = await browser.newContext({ locale: 'zh-CN' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${bench.workspace.url}/#/dave/support`);
    const mark = page.getByRole('article').filter({ hasText: '此消息已删除。' });
    await mark.getByRole('button').click();
    await page.locator('.thread').getByText('stays').waitFor();
    await page.locator('.thread').getByText('此消息已删除。').waitFor();
    await context.close();
  });
});
