/** Every input of Block Kit, filled in by a person in a real browser, arrives at the app as Slack would send it; every block is drawn. */
import type { App } from '@slack/bolt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, input, modal, openWithApp } from '../bench.ts';
import { isWithoutBrowser, openBrowser } from './browser.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const options = ['One', 'Two', 'Three'].map(text => ({ text: plain(text), value: text.toLowerCase() }));
const optional = { optional: true };

const INPUTS = modal('everything', [
  input('line', { type: 'plain_text_input', action_id: 'a', max_length: 20 }),
  input('area', { type: 'plain_text_input', action_id: 'a', multiline: true }),
  input('rich', { type: 'rich_text_input', action_id: 'a' }),
  input('number', { type: 'number_input', action_id: 'a', is_decimal_allowed: false, min_value: '2' }),
  input('email', { type: 'email_text_input', action_id: 'a' }),
  input('url', { type: 'url_text_input', action_id: 'a' }),
  input('date', { type: 'datepicker', action_id: 'a' }),
  input('time', { type: 'timepicker', action_id: 'a' }),
  input('moment', { type: 'datetimepicker', action_id: 'a' }),
  input('radio', { type: 'radio_buttons', action_id: 'a', options }),
  input('checks', { type: 'checkboxes', action_id: 'a', options }),
  input('static', { type: 'static_select', action_id: 'a', option_groups: [{ label: plain('Group'), options }] }),
  input('external', { type: 'external_select', action_id: 'outside', min_query_length: 2 }),
  input('person', { type: 'users_select', action_id: 'a' }),
  input('channel', { type: 'channels_select', action_id: 'a' }),
  input('statics', { type: 'multi_static_select', action_id: 'a', options }),
  input('people', { type: 'multi_users_select', action_id: 'a' }),
  input('files', { type: 'file_input', action_id: 'a' }, optional),
]);

const rich = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'rich' }] }],
};
const cell = (text: string) => ({ type: 'raw_text', text });
const rows = [['h', 'n'].map(cell), ['b', '1'].map(cell), ['a', '2'].map(cell)];
const button = { type: 'button', action_id: 'b', text: plain('Press'), value: 'v' };
const MESSAGES: object[][] = [
  [
    { type: 'header', text: plain('Header :tada:') },
    { type: 'section', text: mrkdwn('*text*'), fields: [mrkdwn('f1'), plain('f2')], accessory: button },
    { type: 'actions', elements: [button, { type: 'overflow', action_id: 'o', options: options.slice(0, 2) }] },
    { type: 'context', elements: [mrkdwn('small')] },
    { type: 'divider' },
    rich,
    { type: 'markdown', text: '# Title\n- [x] done' },
    { type: 'table', rows },
  ],
  [
    { type: 'data_table', caption: 'Caption', rows, page_size: 1 },
    { type: 'card', title: mrkdwn('Card'), body: mrkdwn('body'), actions: [{ ...button, action_id: 'c' }] },
    { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('First') }] },
    {
      type: 'container',
      title: plain('Container'),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [{ type: 'section', text: mrkdwn('inside') }],
    },
    { type: 'plan', title: 'Plan', tasks: [{ type: 'task_card', task_id: 't', title: 'Task', status: 'complete' }] },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'f',
          positive_button: { text: plain('Good'), value: 'y' },
          negative_button: { text: plain('Bad'), value: 'n' },
        },
        { type: 'icon_button', action_id: 'i', icon: 'trash', text: plain('Delete') },
      ],
    },
  ],
];

describe.skipIf(isWithoutBrowser)('Block Kit on the page', () => {
  let bench: Bench;
  let browser: Browser;
  let page: Page;
  const acted: unknown[] = [];
  let received: Record<string, unknown> = {};

  const wire = (app: App): void => {
    app.command('/all', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: INPUTS });
    });
    app.options('outside', ({ ack, payload }) =>
      ack({ options: [{ text: plain(`Found ${payload.value}`), value: 'found' }] }),
    );
    app.view('everything', async ({ ack, view }) => {
      received = Object.fromEntries(
        Object.entries(view.state.values).map(([block, values]) => [block, Object.values(values)[0]]),
      );
      await ack({
        response_action: 'push',
        view: modal('second', [input('more', { type: 'plain_text_input', action_id: 'a' })]),
      });
    });
    app.view('second', ({ ack }) => ack({ response_action: 'clear' }));
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      acted.push(action);
    });
  };

  beforeAll(async () => {
    bench = await openWithApp(wire);
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    context.setDefaultTimeout(8_000);
    page = await context.newPage();
    await page.goto(`${bench.workspace.url}/#/carol/support`);
    await page.locator('#composer-0').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await bench?.stop();
  });

  test('what is filled in arrives, and a pushed view goes back to what was typed', async () => {
    await page.locator('#composer-0').fill('/all');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'everything' });
    const texts = {
      line: 'a line',
      area: 'two\nlines',
      rich: 'rich',
      number: '7',
      email: 'a@b.example',
      url: 'https://a.example/',
    };
    for (const [name, text] of Object.entries(texts)) await form.getByLabel(name, { exact: true }).fill(text);
    await form.getByLabel('date', { exact: true }).fill('2026-12-04');
    await form.getByLabel('time', { exact: true }).fill('07:55');
    await form.getByLabel('moment', { exact: true }).fill('2026-12-04T08:00');
    await form.getByRole('group', { name: 'radio' }).getByText('Two').click();
    await form.getByRole('group', { name: 'checks' }).getByText('Three').click();
    await form.getByRole('group', { name: 'checks' }).getByText('One').click();
    const picks = {
      static: ['Two'],
      person: ['Alice @alice'],
      channel: ['#random'],
      statics: ['Three', 'One'],
      people: ['Heidi @heidi', 'Grace @grace'],
    };
    for (const [name, wanted] of Object.entries(picks)) {
      await form.getByRole('combobox', { name, exact: true }).click();
      for (const option of wanted) await page.getByRole('option', { name: option }).click();
      await page.keyboard.press('Tab');
    }
    await form.getByRole('combobox', { name: 'external', exact: true }).click();
    await page.getByText('Type at least 2 characters').waitFor();
    await page.keyboard.type('ab');
    await page.getByRole('option', { name: 'Found ab' }).waitFor();
    await page.keyboard.press('Enter');
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
    await form.getByLabel('files').setInputFiles(file);
    await form.getByRole('button', { name: 'Remove a.txt' }).waitFor();
    await form.getByRole('button', { name: 'OK' }).click();

    const second = page.getByRole('dialog', { name: 'second' });
    await second.waitFor();
    expect(received).toMatchObject({
      line: { type: 'plain_text_input', value: 'a line' },
      area: { value: 'two\nlines' },
      rich: { rich_text_value: rich },
      number: { value: '7' },
      email: { value: 'a@b.example' },
      url: { value: 'https://a.example/' },
      date: { selected_date: '2026-12-04' },
      time: { selected_time: '07:55' },
      moment: { selected_date_time: Date.parse('2026-12-04T08:00:00+08:00') / 1000 },
      radio: { selected_option: { value: 'two' } },
      checks: { selected_options: [{ value: 'one' }, { value: 'three' }] },
      static: { selected_option: { value: 'two' } },
      external: { selected_option: { value: 'found' } },
      person: { selected_user: 'UALICE' },
      statics: { selected_options: [{ value: 'three' }, { value: 'one' }] },
      people: { selected_users: ['UHEIDI', 'UGRACE'] },
      files: { type: 'file_input', files: [{ name: 'a.txt', user: 'UCAROL' }] },
    });

    await second.getByRole('button', { name: 'Back' }).click();
    await form.waitFor();
    expect(await form.getByLabel('line', { exact: true }).inputValue()).toBe('a line');
    expect(await form.getByRole('combobox', { name: 'external', exact: true }).inputValue()).toBe('Found ab');
    await form.getByRole('button', { name: 'OK' }).click();
    await second.getByLabel('more').fill('x');
    await second.getByRole('button', { name: 'OK' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('every block of a message is drawn, and its buttons and menus tell the app', async () => {
    const { channels } = await bench.page.get('/human/channels?user=carol');
    const channel = [...(channels ?? [])].find(each => each.name === 'support')?.id ?? '';
    for (const blocks of MESSAGES)
      await bench.client.chat.postMessage({ channel, text: 'kit', blocks: blocks as never[] });
    await page.getByRole('heading', { name: /^Header/ }).waitFor();
    await page.getByText('Caption').waitFor();
    expect(await page.locator('.message .not-drawn').count()).toBe(0);

    await page.getByRole('button', { name: 'Container' }).click();
    await page.getByText('inside').waitFor();
    await page.getByText('Page 1 of 2').waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Page 2 of 2').waitFor();
    await page.getByRole('button', { name: 'Good' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Two' }).click();
    await page.getByRole('button', { name: 'Press' }).last().click();
    await bench.workspace.settled();
    expect(acted).toMatchObject([
      { type: 'feedback_buttons', value: 'y' },
      { type: 'icon_button', action_id: 'i' },
      { type: 'overflow', selected_option: { value: 'two' } },
      { type: 'button', action_id: 'c', value: 'v' },
    ]);
  });
});
