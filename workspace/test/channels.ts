/** A team of three whose channels change, each a public and a private one, and an app that hears of it. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type Answer, type Bench, openWithApp } from './bench.ts';

export const APP = 'U0LOCALAPP';

const PEOPLE = [
  { id: 'UANN', name: 'ann', real_name: 'Ann', is_admin: true },
  { id: 'UBEN', name: 'ben', real_name: 'Ben' },
  { id: 'UCY', name: 'cy', real_name: 'Cy' },
];

/** Opens it for the tests of a file, with channels of those names and `closed-` ones beside them; what was heard is forgotten before each. */
export function useChannels(names: readonly string[]) {
  let bench: Bench;
  let heard: Answer[] = [];
  const members = PEOPLE.map(({ id }) => id);
  beforeAll(async () => {
    bench = await openWithApp(
      app => {
        app.use(async ({ body, next }) => {
          if ('event' in body) heard.push(body.event as unknown as Answer);
          await next();
        });
      },
      {
        seed: {
          team: { id: 'T1', name: 'Team', domain: 'team' },
          people: PEOPLE,
          channels: names.flatMap(name => [
            { name, members },
            { name: `closed-${name}`, members, is_private: true },
          ]),
        },
      },
    );
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    await bench.workspace.settled();
    heard = [];
  });
  const get = (path: string): Promise<Answer> => bench.page.get(path);
  return {
    get,
    act: (call: string, fields: object): Promise<Answer> => bench.page.post(`/human/${call}`, fields),
    /** What the app heard since the test began, or since it was to forget. */
    async told(): Promise<Answer[]> {
      await bench.workspace.settled();
      return heard;
    },
    forget(): void {
      heard = [];
    },
    /** Calls a method as the app. */
    async call(method: string, args: Record<string, string>): Promise<Answer> {
      const { apiUrl, botToken } = bench.workspace;
      const headers = { authorization: `Bearer ${botToken}` };
      const response = await fetch(apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(args) });
      return (await response.json()) as Answer;
    },
    idOf: async (name: string): Promise<string> =>
      (await get(`/human/channel?user=ann&channel=${name}`)).channel?.id ?? '',
  };
}

export const event_ts = expect.stringMatching(/^\d+\.\d{6}$/);

/** What Slack notes in the channel, as the app hears it. */
export const noted = (
  channel: string,
  channel_type: string,
  subtype: string,
  user: string,
  text: string,
  more = {},
) => ({
  type: 'message',
  subtype,
  ts: event_ts,
  user,
  text,
  channel,
  channel_type,
  event_ts,
  ...more,
});
