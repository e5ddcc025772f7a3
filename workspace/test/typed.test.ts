import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, openWorkspace } from './bench.ts';

let bench: Bench;
let support = '';
beforeAll(async () => {
  bench = await openWorkspace();
  const { channels } = await bench.page.get('/human/channels?user=alice');
  support = [...(channels ?? [])].find(({ name }) => name === 'support')?.id ?? '';
});
afterAll(() => bench.stop());

it.each([
  ['hello @carol', 'hello <@UCAROL>'],
  ['@carol, @dave.', '<@UCAROL>, <@UDAVE>.'],
  ['请@carol看一下', '请<@UCAROL>看一下'],
  ['（@alice）', '（<@UALICE>）'],
  ['@carol2 and @nobody', '@carol2 and @nobody'],
  ['@carol-a', '<@UCAROL>-a'],
  ['mail me@alice or a.b@bob', 'mail me@alice or a.b@bob'],
  ['in #support and #planning', `in <#SERVICE|support> and <#LEADERS|planning>`],
  ['<@alice> & <!channel>', '&lt;@alice&gt; &amp; &lt;!channel&gt;'],
  ['a # b @ c', 'a # b @ c'],
  ['see https://example.com/a?b=1&c=2#d.', 'see <https://example.com/a?b=1&amp;c=2#d>.'],
  [
    '(https://example.com/@alice) <https://example.com>',
    '(<https://example.com/@alice>) &lt;<https://example.com>&gt;',
  ],
  ['看https://example.com，谢谢', '看<https://example.com>，谢谢'],
  ['`@alice https://example.com 👋`', '`@alice https://example.com 👋`'],
  ['👋 👍🏽 ❤️ ❤ 🦤', ':wave: :+1::skin-tone-4: :heart: :heart: :dodo:'],
  ['mail a.b@c.example', 'mail <mailto:a.b@c.example|a.b@c.example>'],
  ['▪ 1 → 2 ™', '▪ 1 → 2 ™'],
  ['@here @channel and @everyone, not a@here', '<!here> <!channel> and <!everyone>, not a@here'],
])('%s arrives as %s', async (text, expected) => {
  await bench.page.post('/human/message', { user: 'alice', channel: 'support', text });
  const { messages } = await bench.page.get('/human/messages?user=alice&channel=support');
  const arrived = String([...(messages ?? [])].at(-1)?.text);
  expect(arrived.replaceAll(support, 'SERVICE').replace(/C\w+(?=\|planning)/, 'LEADERS')).toBe(expected);
});

it('comes with rich text that says the same', async () => {
  const text = '👋 @carol see #support & https://example.com/a?b=1&c=2 @here at 10:30:15';
  const { ts, channel } = await bench.page.post('/human/message', { user: 'alice', channel: 'support', text });
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
            { type: 'user', user_id: 'UCAROL' },
            { type: 'text', text: ' see ' },
            { type: 'channel', channel_id: support },
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
