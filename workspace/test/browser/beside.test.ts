/** Several people in one window: what one of them is asked leaves the others free, and the keyboard goes from part to part. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { NEUTRAL } from '../../core/seed/neutral.ts';
import { faults } from '../../testing/axe.ts';
import { input, modal } from '../bench.ts';
import { MANIFEST, wire } from './app.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';

const CROWD = Array.from({ length: 300 }, (_, index) => ({
  id: `UPERSON${index}`,
  name: `person${index}`,
  real_name: `人员${index} · Person ${index}`,
}));
const plain = (text: string) => ({ type: 'plain_text' as const, text });

const ASKING = modal('asking', [
  {
    type: 'actions',
    block_id: 'acts',
    elements: [
      {
        type: 'button',
        action_id: 'reject',
        text: plain('Throw away'),
        confirm: { title: plain('Really away?'), text: plain('It cannot be had back.') },
      },
    ],
  },
  input('why', { type: 'plain_text_input', action_id: 'why' }),
]);

describe.skipIf(isWithoutBrowser)('people side by side', () => {
  let looked: Looked;
  beforeAll(async () => {
    looked = await openLooked(
      app => {
        wire(app, []);
        app.command('/ask', async ({ ack, client, body }) => {
          await ack();
          await client.views.open({ trigger_id: body.trigger_id, view: ASKING });
        });
      },
      {
        manifest: {
          ...MANIFEST,
          features: {
            ...MANIFEST.features,
            slash_commands: [...MANIFEST.features.slash_commands, { command: '/ask', description: 'Ask' }],
          },
        },
      },
    );
  });
  afterAll(() => looked?.stop());

  /** The app asks this person something, as an answer to a command typed elsewhere. */
  const asked = (user: string) =>
    looked.bench.page.post('/human/command', { user, channel: 'general', command: '/ask', text: '' });

  test('a modal rests its own pane; the other person, the inspector and the clock go on', async () => {
    const page = await looked.visit('carol/general/alice/general');
    const left = page.getByRole('region', { name: 'You are Carol' });
    const right = page.getByRole('region', { name: 'You are Alice' });
    await left.locator('#composer-0').fill('/ask');
    await page.keyboard.press('Enter');
    const form = left.getByRole('dialog', { name: 'asking' });
    await form.getByRole('button', { name: 'Throw away' }).waitFor();
    expect(await left.locator('.pane-inner').getAttribute('inert')).toBe('');

    await right.locator('#composer-1').fill('meanwhile');
    await page.keyboard.press('Enter');
    await right.getByRole('article').filter({ hasText: 'meanwhile' }).waitFor();
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByRole('complementary', { name: 'Inspector' }).getByText('views.open').waitFor();
    expect(await faults(page)).toEqual([]);

    // A question above the form rests the form as well, and gives the focus back to what was pressed.
    await form.getByRole('button', { name: 'Throw away' }).click();
    const question = left.getByRole('dialog', { name: 'Really away?' });
    await question.waitFor();
    expect(await form.getAttribute('inert')).toBe('');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Throw away');

    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('composer-0');
  });

  test('a modal that opens for one person does not take the keys from another', async () => {
    const page = await looked.visit('dave/general/heidi/general');
    await page.locator('#composer-1').focus();
    await page.keyboard.type('half a ');
    await asked('dave');
    const form = page.getByRole('dialog', { name: 'asking' });
    await form.waitFor();
    await page.keyboard.type('sentence');
    expect(await page.locator('#composer-1').inputValue()).toBe('half a sentence');
    // Whoever closes it from elsewhere leaves the focus where it is, too.
    const { view } = await looked.bench.page.get('/human/view?user=dave');
    await looked.bench.page.post('/human/close', { user: 'dave', view_id: view?.id });
    await form.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.id')).toBe('composer-1');
  });

  test('F6 goes through the parts of the page, and into an open dialog', async () => {
    const page = await looked.visit('kevin/general/bob/general');
    await page.getByRole('button', { name: 'Inspector' }).click();
    const at = () =>
      page.evaluate<string>(
        "document.activeElement.closest('.top, .pane, .inspector')?.getAttribute('aria-label') ?? document.activeElement.closest('header')?.className ?? ''",
      );
    const seen: string[] = [];
    await page.locator('#composer-0').focus();
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('F6');
      seen.push(await at());
    }
    await page.keyboard.press('Shift+F6');
    seen.push(await at());
    expect(seen).toEqual(['You are Bob', 'Inspector', 'top', 'You are Kevin', 'top']);

    await asked('bob');
    const form = page.getByRole('dialog', { name: 'asking' });
    await form.waitFor();
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(await form.textContent());
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  test('among three hundred people one is found by name, in either language', async () => {
    const crowd = await openLooked(() => undefined, {
      manifest: MANIFEST,
      seed: { ...NEUTRAL, people: [...NEUTRAL.people, ...CROWD] },
    });
    onTestFinished(() => crowd.stop());
    const page = await crowd.visit('carol/general');
    const people = page.getByRole('navigation', { name: 'Switch person' });
    const search = people.getByRole('searchbox', { name: 'Find a person' });
    await search.fill('人员29');
    await people.getByText('11 people found').waitFor();
    expect(await people.getByRole('button').count()).toBe(11);
    await search.fill('Person 299');
    await people.getByText('1 person found').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'You are Person 299' }).waitFor();
    expect(await search.inputValue()).toBe('');
    await search.fill('nobody at all');
    await people.getByText('0 people found').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await people.getByRole('button', { name: 'Become Alice' }).waitFor();
  });

  test('a colon and the beginning of its name offer an emoji', async () => {
    const page = await looked.visit('laura/random');
    await page.locator('#composer-0').pressSequentially('done :white_che');
    await page.getByRole('option', { name: ':white_check_mark:' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.locator('#composer-0').inputValue()).toBe('done :white_check_mark: ');
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'done ✅' }).waitFor();
  });
});
