/** Incoming webhooks, as somebody with curl or another program uses them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openWorkspace, TEAM } from './bench.ts';

let bench: Bench;
const urls = new Map<string, string>();

const urlsOf = async (from: Bench): Promise<[string, string][]> =>
  [...((await from.page.get('/human/webhooks?user=alice')).webhooks ?? [])].map(({ name, url }) => [
    String(name),
    String(url),
  ]);

beforeAll(async () => {
  const old = { name: 'old', members: 'everyone', is_archived: true } as const;
  bench = await openWorkspace({ seed: { ...TEAM, channels: [...TEAM.channels, old] } });
  for (const [name, url] of await urlsOf(bench)) urls.set(name, url);
});
afterAll(() => bench.stop());

const send = async (url: string, body: unknown, type = 'application/json'): Promise<[number, string]> => {
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: given });
  expect(response.headers.get('content-type')).toContain('text/');
  return [response.status, await response.text()];
};
const general = (): string => urls.get('general') ?? '';

describe('an incoming webhook', () => {
  it('has an address of its own for each channel', () => {
    expect(general()).toMatch(new RegExp(`^${bench.workspace.url}/services/T\\w+/B\\w+/\\w{24}$`));
    expect(new Set(urls.values()).size).toBe(urls.size);
  });

  it('says it as the app, from JSON and from a form', async () => {
    const blocks = [{ type: 'section', block_id: 'b', text: { type: 'mrkdwn', text: '*hello*' } }];
    expect(await send(general(), { text: 'see https://example.com/', blocks, username: 'Else' })).toEqual([200, 'ok']);
    const { messages } = await bench.page.get('/human/messages?user=bob&channel=general');
    const [first] = [...(messages ?? [])];
    expect(first).toMatchObject({
      text: 'see <https://example.com/>',
      blocks,
      username: 'app',
      subtype: 'bot_message',
    });
    const form = new URLSearchParams({ payload: JSON.stringify({ text: 'of a form', thread_ts: first?.ts }) });
    expect(await send(general(), form.toString(), 'application/x-www-form-urlencoded')).toEqual([200, 'ok']);
    const channel = new Map((await bench.client.conversations.list()).channels?.map(({ name, id }) => [name, id]));
    const thread = { channel: channel.get('general') ?? '', ts: first?.ts ?? '' };
    const replies = await bench.client.conversations.replies(thread);
    expect(replies.messages?.[1]).toMatchObject({ text: 'of a form', subtype: 'bot_message', bot_id: 'B0LOCALAPP' });
    expect(replies.messages?.[1]).not.toHaveProperty('user');
  });

  it.each<[string, () => string, unknown, [number, string]]>([
    ['what is no JSON', general, 'hello', [400, 'invalid_payload']],
    ['a list', general, [], [400, 'invalid_payload']],
    ['nothing to say', general, {}, [400, 'no_text']],
    ['blocks that are none', general, { blocks: [{ type: 'header' }] }, [400, 'invalid_blocks']],
    ['too much beside it', general, { attachments: Array(101).fill({ text: 'x' }) }, [400, 'too_many_attachments']],
    ['a wrong secret', () => `${general()}x`, { text: 'x' }, [403, 'invalid_token']],
    ['no such webhook', () => general().replace(/B\w+\/(?=\w+$)/, 'B0/'), { text: 'x' }, [404, 'no_service']],
    ['no such team', () => general().replace(/services\/T\w+/, 'services/T0NONE'), { text: 'x' }, [404, 'no_team']],
    ['an archived channel', () => urls.get('old') ?? '', { text: 'x' }, [410, 'channel_is_archived']],
  ])('refuses %s in one word', async (_, url, body, answer) => {
    expect(await send(url(), body)).toEqual(answer);
  });

  it('takes JSON in a form only as its payload', async () => {
    const answer = await send(general(), '{"text":"x"}', 'application/x-www-form-urlencoded');
    expect(answer).toEqual([400, 'invalid_payload']);
  });

  it('is there only for apps that may have one', async () => {
    const manifest = { display_information: { name: 'quiet' }, oauth_config: { scopes: { bot: ['chat:write'] } } };
    const quiet = await openWorkspace({ manifest });
    expect(await urlsOf(quiet)).toEqual([]);
    const scopes = { bot: ['incoming-webhook'] };
    const other = await openWorkspace({ manifest: { ...manifest, oauth_config: { scopes } } });
    expect((await urlsOf(other)).length).toBeGreaterThan(0);
    const strange = general().replace(bench.workspace.url, quiet.workspace.url);
    expect(await send(strange, { text: 'x' })).toEqual([404, 'no_service']);
    await quiet.stop();
    await other.stop();
  });
});
