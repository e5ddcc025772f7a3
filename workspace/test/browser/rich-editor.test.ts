/** The rich text input, typed into in a real browser: what is written there reaches the app as Slack's rich_text. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { input, modal } from '../bench.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';
import { RICH } from './gallery.ts';

const text = (said: string, ...styles: string[]) => ({
  type: 'text',
  text: said,
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map(style => [style, true])) }),
});
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const items = (style: string, indent: number, ...lines: string[]) => ({
  type: 'rich_text_list',
  style,
  indent,
  elements: lines.map(line => section(text(line))),
});

describe.skipIf(isWithoutBrowser)('the rich text input', () => {
  let looked: Looked;
  let page: Page;
  let complaints: string[] = [];
  const submitted: unknown[] = [];
  const acted: unknown[] = [];

  beforeAll(async () => {
    looked = await openLooked(app => {
      app.command('/write', async ({ ack, client, body }) => {
        await ack();
        const initial = body.text === 'initial' ? { initial_value: RICH } : {};
        const element = { type: 'rich_text_input', action_id: 'a', placeholder: { type: 'plain_text', text: 'Write' } };
        const view = modal('write', [
          input('text', { ...element, ...initial }),
          input('acting', { ...element, focus_on_load: false }, { dispatch_action: true, optional: true }),
        ]);
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.view('write', async ({ ack, view }) => {
        submitted.push(view.state.values.text?.a?.rich_text_value);
        await ack();
      });
      app.action('a', async ({ ack, action }) => {
        await ack();
        acted.push(action);
      });
    });
    ({ page, complaints } = await looked.visitAll('carol/support'));
  });
  afterAll(async () => {
    await looked?.stop();
    expect(complaints).toEqual([]);
  });

  const box = () => page.getByRole('textbox', { name: 'text', exact: true });

  /** The form opened, with the caret in its rich text input. */
  async function open(how = ''): Promise<void> {
    await page.locator('#composer-0').fill(`/write ${how}`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'write' }).waitFor();
    await box().focus();
  }

  /** The rich text the app receives. */
  async function sent(): Promise<unknown> {
    submitted.length = 0;
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByRole('dialog', { name: 'write' }).waitFor({ state: 'detached' });
    return submitted[0];
  }

  const type = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      if (/^(Control|Shift|Alt|Enter|Tab|Backspace|Arrow|Escape)/.test(key)) await page.keyboard.press(key);
      else await page.keyboard.type(key);
    }
  };

  test.each<[name: string, keys: string[], elements: object[]]>([
    ['plain lines', ['one', 'Enter', '二 & <b>'], [section(text('one\n二 & <b>'))]],
    [
      'styles by shortcut',
      ['Control+b', 'bold', 'Control+b', ' ', 'Control+i', 'it', 'Control+Shift+KeyX', 'both'],
      [section(text('bold', 'bold'), text(' '), text('it', 'italic'), text('both', 'italic', 'strike'))],
    ],
    [
      'code and after it',
      ['see ', 'Control+Shift+KeyC', 'x=1', 'Control+Shift+KeyC', ' end'],
      [section(text('see '), text('x=1', 'code'), text(' end'))],
    ],
    [
      'lists by mark, deeper by Tab',
      ['- a', 'Enter', 'b', 'Enter', 'Tab', 'c', 'Enter', 'Enter', 'Enter', 'end'],
      [items('bullet', 0, 'a', 'b'), items('bullet', 1, 'c'), section(text('end'))],
    ],
    ['a numbered list', ['Control+Shift+Digit7', 'a', 'Enter', 'b'], [items('ordered', 0, 'a', 'b')]],
    [
      'a quote, left by an empty line',
      ['> q', 'Enter', 'r', 'Enter', 'Enter', 'end'],
      [{ type: 'rich_text_quote', elements: [text('q\nr')] }, section(text('end'))],
    ],
    [
      'preformatted text',
      ['Control+Alt+Shift+KeyC', 'if (x)', 'Enter', '  y'],
      [{ type: 'rich_text_preformatted', elements: [text('if (x)\n  y')] }],
    ],
    [
      'mentions and emoji',
      ['@alic', 'Enter', 'in #rand', 'Enter', ':tada: :wave::skin-tone-3:'],
      [
        section(
          { type: 'user', user_id: 'UALICE' },
          text(' in '),
          { type: 'channel', channel_id: expect.stringMatching(/^C/) },
          text(' '),
          { type: 'emoji', name: 'tada', unicode: '1f389' },
          text(' '),
          { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc', skin_tone: 3 },
        ),
      ],
    ],
    [
      'a link',
      ['see ', 'Control+Shift+KeyU', 'a.example', 'Tab', 'here', 'Enter'],
      [section(text('see '), { type: 'link', url: 'https://a.example', text: 'here' })],
    ],
  ])('%s', async (_name, keys, elements) => {
    await open();
    await type(...keys);
    expect(await sent()).toEqual({ type: 'rich_text', elements });
  });

  test('what is given at first stands there, and is sent as it was even after an edit and its undoing', async () => {
    await open('initial');
    await box().getByText('@Alice').waitFor();
    await box().press('Control+End');
    await type('x', 'Backspace');
    expect(await sent()).toEqual(RICH);
  });

  test('the toolbar is one stop of the Tab key and says what holds', async () => {
    await open();
    const form = page.getByRole('dialog', { name: 'write' });
    const tools = form.getByRole('toolbar', { name: 'Formatting' }).first();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('slanted');
    expect(await tools.getByRole('button', { name: 'Italic' }).getAttribute('aria-pressed')).toBe('true');
    expect(await sent()).toEqual({ type: 'rich_text', elements: [section(text('slanted', 'italic'))] });
  });

  test('in an acting block Enter tells the app, and an empty required field is refused', async () => {
    await open();
    acted.length = 0;
    await page.getByRole('textbox', { name: 'acting' }).focus();
    await type('now', 'Enter');
    await expect.poll(() => acted.length).toBe(1);
    expect(acted).toEqual([
      {
        type: 'rich_text_input',
        block_id: 'acting',
        action_id: 'a',
        action_ts: expect.any(String),
        rich_text_value: { type: 'rich_text', elements: [section(text('now'))] },
      },
    ]);
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByText('Please complete this required field.').waitFor();
    expect(await box().getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
  });

  test('what is pasted comes as text', async () => {
    await open();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<img src=x onerror=alert(1)><b>bold</b>');
      clipboardData.setData('text/plain', 'bold <b>');
      document.querySelector('[role=dialog] [contenteditable=true], dialog [contenteditable=true]').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    expect(await sent()).toEqual({ type: 'rich_text', elements: [section(text('bold <b>'))] });
  });
});
