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
])('%s arrives as %s', async (text, expected) => {
  await bench.page.post('/human/message', { user: 'manager', channel: 'service', text });
  const { messages } = await bench.page.get('/human/messages?user=manager&channel=service');
  const arrived = String([...(messages ?? [])].at(-1)?.text);
  expect(arrived.replaceAll(service, 'SERVICE').replace(/C\w+(?=\|leaders)/, 'LEADERS')).toBe(expected);
});
