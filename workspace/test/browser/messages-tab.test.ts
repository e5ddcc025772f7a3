/** The app's Messages tab where people cannot write, and the pictures of people in what the app says there, in a real browser. */
import { afterEach, describe, expect, test } from 'vitest';
import { faults } from '../../testing/axe.ts';
import { isWithoutBrowser, type Looked, openLooked } from './browser.ts';

const manifestOf = (app_home: object | undefined) => ({
  display_information: { name: 'Herald' },
  features: { ...(app_home && { app_home }) },
  oauth_config: { scopes: { bot: ['chat:write', 'im:write', 'users:read'] } },
});

const SENTENCES = [
  ['en-GB', 'Sending messages to this app has been turned off.'],
  ['zh-CN', '向此应用发送消息的功能已关闭。'],
] as const;

describe.skipIf(isWithoutBrowser)('the Messages tab', () => {
  let looked: Looked;
  afterEach(() => looked?.stop());

  test('that is read only shows what the app says, and a sentence where one would write', async () => {
    const app_home = { messages_tab_enabled: true, messages_tab_read_only_enabled: true };
    looked = await openLooked(() => {}, { manifest: manifestOf(app_home) });
    const { client } = looked.bench;
    const { user } = await client.users.info({ user: 'UEMMA' });
    const image = { type: 'image' as const, image_url: String(user?.profile?.image_48), alt_text: 'Emma' };
    const { channel = '' } = await client.chat.postMessage({
      channel: 'UCAROL',
      text: 'Hear',
      blocks: [{ type: 'context', elements: [image, { type: 'mrkdwn', text: 'Emma says' }] }],
    });
    for (const [locale, sentence] of SENTENCES) {
      const page = await looked.visit(`carol/${channel}`, { locale });
      const face = page.getByRole('img', { name: 'Emma' });
      await face.waitFor();
      await expect.poll(() => face.evaluate(img => (img as unknown as { naturalWidth: number }).naturalWidth)).toBe(48);
      expect(await page.locator('#composer-0').textContent()).toBe(sentence);
      expect(await page.locator('textarea').count()).toBe(0);
      expect(await faults(page)).toEqual([]);
      await page.goto(`${looked.bench.workspace.url}/#/carol/general`);
      await page.locator('textarea#composer-0').waitFor();
    }
    const { ts } = await client.chat.postMessage({ channel, text: 'And more', thread_ts: await newest(channel) });
    const page = await looked.visit(`carol/${channel}@${ts}@${await newest(channel)}`);
    await expect.poll(() => page.locator('#thread-0').textContent()).toBe(SENTENCES[0][1]);
  });

  test.each([
    ['off', { home_tab_enabled: true, messages_tab_enabled: false }],
    ['not declared', { home_tab_enabled: true }],
  ])(
    'that is %s is offered to nobody, and where a link leads there one reads why one cannot write',
    async (_how, app_home) => {
      looked = await openLooked(() => {}, { manifest: manifestOf(app_home) });
      const page = await looked.visit('carol/U0LOCALAPP');
      await page.getByText(SENTENCES[0][1]).waitFor();
      await page.getByText('No messages here yet.', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Home', exact: true }).click();
      await page.locator('.home').waitFor();
      expect(await page.locator('.tab').allTextContents()).toEqual(['Home']);
    },
  );

  test('that the manifest opens, or that no manifest closes, has its composer', async () => {
    looked = await openLooked(() => {}, { manifest: manifestOf({ messages_tab_enabled: true }) });
    await (await looked.visit('carol/U0LOCALAPP')).locator('textarea#composer-0').waitFor();
    await looked.stop();
    looked = await openLooked(() => {});
    const page = await looked.visit('carol/U0LOCALAPP');
    await page.locator('textarea#composer-0').waitFor();
    expect(await page.locator('.tab').allTextContents()).toEqual(['Home', 'Messages']);
  });

  async function newest(channel: string): Promise<string> {
    const { messages } = await looked.bench.page.get(`/human/messages?user=carol&channel=${channel}`);
    return String([...(messages ?? [])].at(-1)?.ts);
  }
});
