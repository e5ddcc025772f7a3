/** The gallery in a real browser: everything is drawn and named, has no accessibility fault, and acts as on Slack. */
import type { KnownBlock } from '@slack/types';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { modal } from '../bench.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { ACTING, ALERTS, FIELDS, plain, SHOWN, UNKNOWN } from './gallery.ts';

/** What must be seen of each message, by role and name or as text. */
const SEEN: Record<string, [role: 'heading' | 'img' | 'link' | 'button' | 'text' | 'table' | 'note', name: string][]> =
  {
    texts: [
      ['heading', 'A header tada <b>'],
      ['link', 'labelled'],
      ['text', 'no :tada: emoji'],
      ['img', 'beside the text'],
      ['button', 'See more'],
      ['img', 'a small picture'],
    ],
    rich: [
      ['link', 'a link'],
      ['button', '@Alice'],
      ['text', '@here'],
      ['text', '#2e7d4f'],
      ['img', 'tada'],
      ['text', 'Tuesday, 1 December 2026 at 08:00'],
      ['text', 'deepest'],
      ['text', 'a quote with a border'],
    ],
    markdown: [
      ['heading', 'Heading one'],
      ['link', 'link'],
      ['table', ''],
      ['img', 'alt of a picture'],
      ['img', 'tada'],
    ],
    media: [
      ['img', 'a picture block'],
      ['link', 'A video’s title'],
      ['img', 'a video'],
      ['text', 'An author · A provider'],
    ],
    table: [['table', '']],
    data: [
      ['table', 'Orders of the week'],
      ['button', 'Next'],
    ],
    slices: [
      ['img', 'Pie chart: Candy bars (Kit Kat, Twix, Crunch, Milky Way)'],
      ['img', 'Bar chart: Pies by tastiness (Pie)'],
    ],
    lines: [
      ['img', 'Line chart: Paper sales (Website, In-store)'],
      ['img', 'Area chart: Visitors (Free, Paid)'],
      ['button', 'Show as table'],
    ],
    tasks: [
      ['text', 'The plan'],
      ['button', 'Look it up in progress'],
      ['link', 'The source'],
      ['text', 'Found 3 of them'],
    ],
    task: [['button', 'A task of its own in progress']],
    containers: [
      ['button', 'Folded away'],
      ['heading', 'Header inside'],
      ['img', 'the icon of a container'],
    ],
    cards: [
      ['img', 'the hero of a card'],
      ['button', 'Of the card'],
      ['button', 'Take Fourth'],
    ],
  };

/** Which headings stand around the messages is the page's affair, not that of blocks. */
const isOfBlocks = (fault: string): boolean => !fault.startsWith('page-has-heading-one');

/** What Slack refuses in a Home tab. */
const NOT_AT_HOME = new Set([
  'context_actions',
  'datetimepicker',
  'number_input',
  'email_text_input',
  'url_text_input',
  'file_input',
  'workflow_button',
]);

/** The block without what a Home tab may not hold; nothing when it is only that. */
function inHome(block: KnownBlock): object[] {
  if (NOT_AT_HOME.has(block.type) || ('element' in block && NOT_AT_HOME.has(block.element.type))) return [];
  if (!('elements' in block)) return [block];
  return [{ ...block, elements: (block.elements as { type: string }[]).filter(({ type }) => !NOT_AT_HOME.has(type)) }];
}

describe.skipIf(isWithoutBrowser)('the gallery', () => {
  let looked: Looked;
  let channel = '';
  const acted: Record<string, unknown>[] = [];
  const posted = new Map<string, string>();
  let silent = false;
  /** Where most tests look: one page for all of them. */
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    looked = await openLooked(app => {
      app.command('/form', async ({ ack, client, body }) => {
        await ack();
        const view = modal('Everything', [...ALERTS, ...FIELDS]);
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.view('Everything', async ({ ack, view }) => {
        acted.push({ submitted: view.state.values });
        await ack();
      });
      app.options('external', ({ ack, payload }) =>
        ack({
          option_groups: [
            { label: plain('Outside'), options: [{ text: plain(`Got ${payload.value}`), value: 'got' }] },
          ],
        }),
      );
      app.options('a', ({ ack }) => ack({ options: [] }));
      app.action(/.*/, async ({ ack, action }) => {
        if (silent) throw new Error('not taken');
        await ack();
        const { action_ts: _at, block_id: _block, ...rest } = action as unknown as Record<string, unknown>;
        acted.push(rest);
      });
      app.error(async () => undefined);
    });
    const { channels } = await looked.bench.page.get('/human/channels?user=carol');
    channel = [...(channels ?? [])].find(each => each.name === 'support')?.id ?? '';
    for (const [name, blocks] of Object.entries({ ...SHOWN, ...ACTING })) {
      const said = await looked.bench.client.chat.postMessage({ channel, text: name, blocks: blocks as never[] });
      posted.set(name, said.ts ?? '');
    }
    ({ page, complaints } = await looked.visitAll('carol/support'));
  });
  afterAll(async () => {
    await looked?.stop();
    expect(complaints).toEqual([]);
  });

  /** The message of the gallery with that name, on the page. */
  const messageOf = (name: string, where = page) => where.locator(`[data-ts="${posted.get(name)}"]`);

  test('every block is drawn, seen by its role and name', async () => {
    for (const name of Object.keys(SHOWN)) {
      const message = messageOf(name);
      for (const [role, seen] of SEEN[name] ?? []) {
        const found =
          role === 'text' ? message.getByText(seen) : message.getByRole(role, seen === '' ? {} : { name: seen });
        await found.first().waitFor();
      }
      expect(await message.getByText(/^Not drawn/).count()).toBe(0);
    }
    expect(Object.keys(SEEN)).toEqual(Object.keys(SHOWN));
    const sorted = page.getByRole('table', { name: 'Orders of the week' });
    await sorted.getByRole('button', { name: 'Order' }).click();
    expect(await sorted.getByRole('rowheader').allTextContents()).toEqual(['Apples', 'Cherries']);
    await page.getByRole('button', { name: 'Folded away' }).click();
    await page.getByText('hidden at first').waitFor();
  });

  test.each([
    ['light', 1280, 'dave'],
    ['dark', 390, 'heidi'],
  ] as const)(
    'no accessibility fault in %s at %i pixels, and nothing scrolls sideways',
    async (colorScheme, width, user) => {
      const own = await looked.visit(`${user}/support`, { colorScheme, viewport: { width, height: 900 } });
      for (const name of posted.keys()) await messageOf(name, own).scrollIntoViewIfNeeded();
      expect((await faults(own)).filter(isOfBlocks)).toEqual([]);
      expect(await own.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await own.locator('#composer-0').fill('/form');
      await own.keyboard.press('Enter');
      await own.getByRole('dialog', { name: 'Everything' }).waitFor();
      expect(await faults(own)).toEqual([]);
    },
    120_000,
  );

  test('buttons and menus tell the app what Slack tells it', async () => {
    const message = messageOf('buttons');
    acted.length = 0;
    await message.getByRole('button', { name: 'Plain' }).click();
    await message.getByRole('button', { name: 'Danger' }).click();
    const asked = page.getByRole('dialog', { name: 'Really?' });
    await asked.getByRole('button', { name: 'Leave it' }).click();
    await message.getByRole('button', { name: 'Danger' }).press('Enter');
    await asked.getByRole('button', { name: 'Do it' }).click();
    await message.getByRole('button', { name: 'A bad answer' }).click();
    await message.getByRole('button', { name: 'Delete' }).click();
    expect(await message.getByRole('button', { name: 'For the admin' }).count()).toBe(0);
    await message.getByRole('radio', { name: /Bold choice/ }).check();
    await expect.poll(() => acted.length).toBe(5);
    expect(acted).toMatchObject([
      { type: 'button', action_id: 'Plain', text: { type: 'plain_text', text: 'Plain' }, value: 'Plain' },
      { type: 'button', action_id: 'Danger', value: 'Danger', style: 'danger' },
      { type: 'feedback_buttons', action_id: 'feedback', value: 'no' },
      { type: 'icon_button', action_id: 'icon', value: 'gone' },
      { type: 'radio_buttons', action_id: 'beside-radio', selected_option: { value: 'bold' } },
    ]);
  });

  test('a button with an address opens it and tells the app as well', async () => {
    const message = messageOf('buttons');
    await page.context().route('https://example.com/**', route => route.fulfill({ body: 'abroad' }));
    acted.length = 0;
    const opening = page.context().waitForEvent('page');
    await message.getByRole('link', { name: 'Abroad' }).click();
    const opened = await opening;
    expect(opened.url()).toBe('https://example.com/abroad');
    // A page behind another is drawn once a second at best.
    await opened.close();
    await expect.poll(() => acted.length).toBe(1);
    expect(acted).toMatchObject([{ type: 'button', action_id: 'Abroad', value: 'Abroad' }]);
  });

  test('the admin alone sees the button meant for them', async () => {
    const own = await looked.visit('alice/support');
    await messageOf('buttons', own).getByRole('button', { name: 'For the admin' }).waitFor();
    const press = { channel: 'support', ts: posted.get('buttons'), action_id: 'icon-for-alice' };
    expect(await looked.bench.page.post('/human/click', { user: 'carol', ...press })).toEqual({
      ok: false,
      error: 'action_not_found',
      message: 'UCAROL is not shown this button.',
    });
  });

  test('a denied question leaves a choice as it was, and menus ask, search and choose by keyboard', async () => {
    const message = messageOf('menus');
    acted.length = 0;
    const box = message.getByRole('checkbox', { name: /Bold choice/ });
    await box.click();
    await page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Leave it' }).click();
    expect(await box.isChecked()).toBe(false);
    await message.getByRole('combobox', { name: 'External' }).focus();
    await page.keyboard.type('ab');
    await page.getByRole('option', { name: 'Got ab' }).waitFor();
    await page.keyboard.press('Enter');
    await message.getByRole('combobox', { name: 'Several' }).focus();
    await page.keyboard.type('Tw');
    await page.getByRole('option', { name: 'Two' }).waitFor();
    await page.keyboard.press('Enter');
    await message.getByRole('button', { name: 'Remove Two' }).waitFor();
    await page.keyboard.press('Backspace');
    await expect.poll(() => acted.length).toBe(3);
    expect(acted).toMatchObject([
      { type: 'external_select', action_id: 'external', selected_option: { value: 'got' } },
      { type: 'multi_static_select', action_id: 'multi', selected_options: [{ value: 'two' }] },
      { type: 'multi_static_select', action_id: 'multi', selected_options: [] },
    ]);
  });

  test('what the app does not take is marked where it was pressed, until it takes it', async () => {
    const message = messageOf('buttons');
    silent = true;
    await message.getByRole('button', { name: 'Plain' }).click();
    await message.getByRole('alert').waitFor({ timeout: 12_000 });
    expect(await message.getByRole('alert').textContent()).toContain('This app did not respond in time. Try again.');
    silent = false;
    await message.getByRole('button', { name: 'Plain' }).click();
    await message.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('a form begins with what it was given, the conversation it was opened in included', async () => {
    await page.locator('#composer-0').fill('/form');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Everything' });
    await form.waitFor();
    for (const { level, text } of ALERTS as { level: string; text: { text: string } }[])
      await form
        .getByRole('note')
        .filter({ hasText: text.text.replaceAll('*', '') })
        .filter({ hasText: level })
        .waitFor();
    expect(await form.getByRole('combobox', { name: 'conversation', exact: true }).inputValue()).toBe('#support');
    await form.getByRole('combobox', { name: /^conversations/ }).click();
    await page.getByText('No matching option').waitFor();
    await page.keyboard.press('Escape');
    await form.getByRole('combobox', { name: 'people', exact: true }).click();
    await page.getByRole('option', { name: 'Grace @grace' }).click();
    await page.getByText('You can choose up to 3').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  test('a Home tab draws all it may hold, without fault in Chinese, and its buttons tell the app', async () => {
    const { texts = [], rich = [], media = [], containers = [], cards = [] } = SHOWN;
    const { buttons = [], menus = [] } = ACTING;
    const blocks = [...texts, ...rich, ...media, ...containers, ...cards, ...buttons, ...menus, ...FIELDS].flatMap(
      inHome,
    );
    await looked.bench.client.views.publish({ user_id: 'ULAURA', view: { type: 'home', blocks } as never });
    const own = await looked.visit('laura/home', { locale: 'zh-CN', colorScheme: 'dark' });
    const home = own.locator('.home');
    await home.getByRole('button', { name: 'Plain', exact: true }).waitFor();
    await home.getByRole('link', { name: 'a link' }).first().waitFor();
    expect(await home.getByText('未绘制').count()).toBe(0);
    expect((await faults(own)).filter(isOfBlocks)).toEqual([]);
    expect(await own.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280);
    acted.length = 0;
    await home.getByRole('button', { name: 'Plain', exact: true }).click();
    await expect.poll(() => acted.length).toBe(1);
    expect(acted).toMatchObject([{ type: 'button', action_id: 'Plain', value: 'Plain' }]);
  });

  test('what nobody knows is framed with its JSON, never left out', async () => {
    // Slack lets no such block through, so it comes as a newer workspace would send it.
    await page.route('**/human/messages?**', async route => {
      const answer = await (await route.fetch()).json();
      answer.messages.push({ ts: '1999999999.000100', user: 'UALICE', text: 'new', blocks: UNKNOWN });
      await route.fulfill({ json: answer });
    });
    await page.reload();
    await page.getByText('Not drawn: hologram').click();
    await page.getByText('"depth": 3').waitFor();
    await page.getByText('Not drawn: lever').waitFor();
  });
});
