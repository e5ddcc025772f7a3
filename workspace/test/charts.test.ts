/** Charts by the Web API: each kind is posted, changed and read back as it was sent; what Slack refuses is refused in its words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, openWorkspace } from './bench.ts';

const data = [
  { label: 'Mon', value: 3 },
  { label: 'Tue', value: -1.5 },
];
const plotted = {
  series: [
    { name: 'Here', data },
    { name: 'There', data: data.toReversed() },
  ],
  axis_config: { categories: ['Mon', 'Tue'], x_label: 'Day', y_label: 'Orders' },
};
const KINDS = {
  pie: { type: 'pie', segments: [{ label: 'Pears', value: 0.5 }] },
  bar: { type: 'bar', ...plotted },
  area: { type: 'area', ...plotted },
  line: { type: 'line', ...plotted },
};
const block = (chart: object) => ({ type: 'data_visualization', title: 'Orders', chart });

let bench: Bench;
beforeAll(async () => {
  bench = await openWorkspace();
});
afterAll(() => bench.stop());

const post = (...blocks: object[]) =>
  bench.client.chat.postMessage({ channel: '#random', text: 'chart', blocks: blocks as never });
/** The answer to a call that is refused; the client library would write each fault to the console as well. */
const refused = async (method: string, args: Record<string, unknown>): Promise<unknown> => {
  const { apiUrl, botToken } = bench.workspace;
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' };
  return (await fetch(`${apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) })).json();
};
const refusedPost = (...blocks: object[]) => refused('chat.postMessage', { channel: '#random', text: 'chart', blocks });

describe('a chart', () => {
  it.each(Object.entries(KINDS))('of the kind %s is read as it was posted', async (_, chart) => {
    const told = { ...block(chart), block_id: expect.stringMatching(/./) };
    const { channel = '', ts = '', message } = await post(block(chart));
    expect(message?.blocks).toEqual([told]);
    const { messages } = await bench.client.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 });
    expect(messages?.[0]?.blocks).toEqual([told]);
    const shown: Answer = await bench.page.get('/human/messages?user=emma&channel=random');
    expect([...(shown.messages ?? [])].at(-1)?.blocks).toEqual([told]);
  });

  it('is put in the place of another when the message changes', async () => {
    const { channel = '', ts = '' } = await post(block(KINDS.pie));
    await bench.client.chat.update({ channel, ts, text: 'chart', blocks: [block(KINDS.line)] as never });
    const { messages } = await bench.client.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 });
    expect(messages?.[0]?.blocks).toMatchObject([block(KINDS.line)]);
  });

  it('may stand in a message twice, not three times', async () => {
    const two = [block(KINDS.pie), block(KINDS.bar)];
    expect(await post(...two)).toMatchObject({ ok: true });
    const fault = 'no more than 2 data_visualization blocks allowed [json-pointer:/blocks/2]';
    expect(await refusedPost(...two, block(KINDS.area))).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [fault],
      response_metadata: { messages: [`[ERROR] ${fault}`] },
    });
  });

  it('whose labels are not its categories is refused with the place', async () => {
    const axis_config = { categories: ['Mon', 'Wed'] };
    expect(await refusedPost(block({ ...KINDS.bar, axis_config }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [0, 1].map(
        index => `labels must match the categories [json-pointer:/blocks/0/chart/series/${index}/data]`,
      ),
    });
  });

  it('does not stand in a Home tab', async () => {
    const view = { type: 'home', blocks: [block(KINDS.pie)] };
    expect(await refused('views.publish', { user_id: 'emma', view })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] unsupported type: data_visualization [json-pointer:/view/blocks/0/type]'],
      },
    });
  });
});
