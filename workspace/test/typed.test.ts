import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
let service = '';
beforeAll(async () => {
  bench = await openWorkspace();
  const { channels } = await bench.page.get('/human/channels?user=manager');
  service = [...(channels ?? [])].find(({ name }) => name === 'service')?.id ?? '';
});
afterAll(() => bench.stop());

it.each([
  ['hello @presales1', 'hello <@presales1>'],
  ['@presales1, @presales2.', '<@presales1>, <@presales2>.'],
  ['请@presales1看一下', '请<@presales1>看一下'],
  ['（@manager）', '（<@manager>）'],
  ['@presales12 and @nobody', '@presales12 and @nobody'],
  ['@presales1-a', '<@presales1>-a'],
  ['mail me@manager or a.b@deputy', 'mail me@manager or a.b@deputy'],
  ['in #service and #leaders', `in <#SERVICE|service> and <#LEADERS|leaders>`],
  ['<@manager> & <!channel>', '&lt;@manager&gt; &amp; &lt;!channel&gt;'],
  ['a # b @ c', 'a # b @ c'],
  ['see https://example.com/a?b=1&c=2#d.', 'see <https://example.com/a?b=1&amp;c=2#d>.'],
  [
    '(https://example.com/@manager) <https://example.com>',
    '(<https://example.com/@manager>) &lt;<https://example.com>&gt;',
  ],
  ['看https://example.com，谢谢', '看<https://example.com>，谢谢'],
  ['`@manager https://example.com 👋`', '`@manager https://example.com 👋`'],
  ['👋 👍🏽 ❤️ ❤ 🦤', ':wave: :+1::skin-tone-4: :heart: :heart: :dodo:'],
  ['mail a.b@c.example', 'mail <mailto:a.b@c.example|a.b@c.example>'],
  ['▪ 1 → 2 ™', '▪ 1 → 2 ™'],
  ['@here @channel and @everyone, not a@here', '<!here> <!channel> and <!everyone>, not a@here'],
])('%s arrives as %s', async (text, expected) => {
  await bench.page.post('/human/message', { user: 'manager', channel: 'service', text });
  const { messages } = await bench.page.get('/human/messages?user=manager&channel=service');
  const arrived = String([...(messages ?? [])].at(-1)?.text);
  expect(arrived.replaceAll(service, 'SERVICE').replace(/C\w+(?=\|leaders)/, 'LEADERS')).toBe(expected);
});

it('comes with rich text that says the same', async () => {
  const text = '👋 @presales1 see #service & https://example.com/a?b=1&c=2 @here at 10:30:15';
  const { ts, channel } = await bench.page.post('/human/message', { user: 'manager', channel: 'service', text });
  const { channel: joined } = await bench.client.conversations.join({ channel: channel ?? '' });
  const { messages } = await bench.client.conversations.history({
    channel: joined?.id ?? '',
    latest: ts,
    inclusive: true,
    limit: 1,
  });
  expect(messages?.[0]?.blocks).toEqual([
    {
      type: 'rich_text',
      block_id: expect.any(String),
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'emoji', name: 'wave', unicode: '1f44b' },
            { type: 'text', text: ' ' },
            { type: 'user', user_id: 'presales1' },
            { type: 'text', text: ' see ' },
            { type: 'channel', channel_id: service },
            { type: 'text', text: ' & ' },
            { type: 'link', url: 'https://example.com/a?b=1&c=2' },
            { type: 'text', text: ' ' },
            { type: 'broadcast', range: 'here' },
            { type: 'text', text: ' at 10:30:15' },
          ],
        },
      ],
    },
  ]);
});
