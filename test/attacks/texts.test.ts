/** What people write to break what others read: it arrives as it was meant, literally, within Slack's limits, and pings nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, openDepartment } from '../support/department.ts';
import { keepFigures } from '../support/figures.ts';

let department: Department;
let tried = 0;
beforeAll(async () => {
  department = await openDepartment({
    at: '2026-12-01T10:00',
    others: [{ id: 'U0MASK', name: 'mask1', real_name: '\u202e*boss*\u200b <!channel> `x` ~y~ _z_' }],
  });
  await department.as('manager').does('/post @mask1 presales');
});
afterAll(async () => {
  await department.close();
  keepFigures(10, 'test/attacks/texts.test.ts', { 'hostile texts': tried });
});

/** Every mrkdwn text and every plain text of a message, blocks first. */
function textsOf(message: { text: string; blocks?: unknown }): { mrkdwn: string[]; plain: string[] } {
  const found = { mrkdwn: [message.text], plain: [] as string[] };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    else if (typeof value === 'object' && value !== null) {
      const { type, text } = value as { type?: string; text?: unknown };
      if (type === 'mrkdwn') found.mrkdwn.push(String(text));
      if (type === 'plain_text') found.plain.push(String(text));
      if (type === 'markdown') throw new Error('what people write stands in no markdown block');
      for (const each of Object.values(value)) walk(each);
    }
  };
  walk(message.blocks ?? []);
  return found;
}

/** Working days, one for each request. */
const days = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2026, 11, 7 + index)))
  .filter(day => day.getUTCDay() % 6 !== 0)
  .map(day => day.toISOString().slice(0, 10))
  .filter(day => day !== '2027-01-01');
/** Asks for a day off with that reason, in the form; the newest card of the manager. */
async function asked(reason: string, who = 'presales1') {
  const date = days.shift() ?? '';
  await department.as(who).command('/leave');
  const values = { 'leave.from': date, 'leave.to': date, 'leave.reason': reason };
  expect(await department.as(who).submit(values)).toMatchObject({ ok: true });
  const card = await department.as('manager').last();
  expect(card.text).toContain(date);
  return card;
}

const literal: [what: string, reason: string, shown: string][] = [
  ['everybody', '<!channel> <!here> <!everyone>', '&lt;!channel&gt; &lt;!here&gt; &lt;!everyone&gt;'],
  ['a person and a group', '<@U123> <!subteam^S1>', '&lt;@U123&gt; &lt;!subteam^S1&gt;'],
  ['a link in disguise', '<https://evil|https://bank>', '&lt;https://evil|https://bank&gt;'],
  ['escapes', '&lt;!channel&gt; &amp;', '&amp;lt;!channel&amp;gt; &amp;amp;'],
  ['SQL', "'; drop table leave; -- $1 %", "'; drop table leave; -- $1 %"],
  ['a formula', '=HYPERLINK("http://evil","x")', '=HYPERLINK("http://evil","x")'],
  ['a template', '{{token}} %s #{x} <%= x %>', '{{token}} %s #{x} &lt;%= x %&gt;'],
];

describe('a reason', () => {
  it.each(literal)('with %s is shown literally', async (_, reason, shown) => {
    const card = await asked(reason);
    const { mrkdwn } = textsOf(card);
    expect(mrkdwn.join('\n')).toContain(shown);
    for (const text of mrkdwn)
      expect(text.replace(/<@U(?:PRESALES1|MANAGER|DEPUTY|ASSISTANT)>/g, '')).not.toMatch(/<[@!#h]/);
    tried += 1;
  });

  it.each([
    ['a direction turned round', 'abc\u202egnp.exe\u2066x'],
    ['signs nobody sees', 'a\u200bb\u2060c\ufeffd\u00add'],
    ['control characters', 'a\u0000b\u001b[31mc\u0008d'],
    ['half a character', 'a\ud83d b'],
  ])('with %s shows none of it', async (_, reason) => {
    const { mrkdwn, plain } = textsOf(await asked(reason));
    // Joined emoji need U+200D; line breaks are meant.
    for (const text of [...mrkdwn, ...plain]) expect(text).not.toMatch(/[^\P{C}\n\u200d]/u);
    tried += 1;
  });

  it.each([
    ['1,000 combining marks', `e${'\u0301'.repeat(1_000)}`],
    ['3,000 emoji', '😀'.repeat(1_500)],
    ['3,000 line breaks', `a${'\n'.repeat(2_998)}b`],
    ['3,000 ampersands', '&'.repeat(3_000)],
    ['one word of 3,000 letters', 'w'.repeat(3_000)],
  ])('of %s stays within what Slack shows', async (_, reason) => {
    const { mrkdwn, plain } = textsOf(await asked(reason));
    for (const text of [...mrkdwn.slice(1), ...plain]) expect(text.length).toBeLessThanOrEqual(3_000);
    expect(mrkdwn[0]?.length).toBeLessThanOrEqual(4_000);
    expect(mrkdwn.join('')).not.toMatch(/\n{4}|\p{M}{20}/u);
    tried += 1;
  });

  it.each([
    ['a code block that closes', 'x``` *bold* ```y'],
    ['marks of every kind', '*b* _i_ ~s~ `c` > q\n> q\n• l'],
    ['a mark that is never closed', '*never closed'],
  ])('with %s leaves what stands around it as it is', async (_, reason) => {
    const plainCard = textsOf(await asked('plain')).mrkdwn.join('\n');
    const card = textsOf(await asked(reason)).mrkdwn.join('\n');
    const labels = (text: string) => [...text.matchAll(/\*[^*\n]{1,20}[：:]?\*/g)].map(([label]) => label);
    for (const label of labels(plainCard)) expect(card).toContain(label);
    tried += 1;
  });
});

it('a name meant to deceive is shown without its tricks', async () => {
  const card = await asked('family', 'mask1');
  const { mrkdwn, plain } = textsOf(card);
  for (const text of [...mrkdwn, ...plain]) {
    expect(text).not.toMatch(/[\u202e\u200b]/);
    expect(text.replace(/<@\w+>/g, '')).not.toMatch(/<!/);
  }
  tried += 1;
});
