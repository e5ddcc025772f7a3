/** What a long channel costs on the page: opening it, going to its first message and scrolling, 5,000 messages beside 100 in one run. */

import { startWorkspace } from '@tiaoli/workspace';
import { CHROMIUM_ARGUMENTS, chromium } from '@tiaoli/workspace/testing/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const long = 5_000;
const short = 100;
const rounds = 5;
const screens = 60;

/** Measures both and answers lines for people: milliseconds to open, to go to the first message and to scroll a screen, and how many times the short one. */
export async function benchPage(): Promise<string[]> {
  const executablePath = chromium();
  if (executablePath === undefined) return ['page: no Chromium found; set CHROMIUM to its path.'];
  const channels = ['long', 'short'].map(name => ({ name, members: 'everyone' as const }));
  const team = { id: 'T1', name: 'Bench', domain: 'bench' };
  const workspace = await startWorkspace({
    port: 0,
    seed: { team, people: [{ id: 'ann', real_name: 'Ann' }], channels },
  });
  const browser = await playwright.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${workspace.botToken}` };
    const listed = await fetch(`${workspace.url}/human/channels?user=ann`);
    const { channels: known } = (await listed.json()) as { channels: { id: string; name: string }[] };
    const fill = async (name: string, count: number): Promise<void> => {
      const channel = known.find(each => each.name === name)?.id;
      for (let at = 0; at < count; at += 1) {
        const body = JSON.stringify({ channel, text: `message ${at}`, blocks: blocksOf(at) });
        await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
      }
    };
    await fill('short', short);
    await fill('long', long);
    const few = await measure(browser, `${workspace.url}/#/ann/short`);
    const many = await measure(browser, `${workspace.url}/#/ann/long`);
    const line = (what: 'open' | 'first' | 'scroll') =>
      `${what.padEnd(7)} ${many[what].toFixed(1).padStart(8)} ms with ${long} messages, ${(many[what] / few[what]).toFixed(2)} × ${few[what].toFixed(1)} ms with ${short}`;
    return [line('open'), line('first'), line('scroll')];
  } finally {
    await browser.close();
    await workspace.stop();
  }
}

function blocksOf(at: number): object[] {
  const text = { type: 'mrkdwn', text: `*Request ${at}* by <@ann>\n> a reason, and \`code\` :tada:` };
  const button = (name: string) => ({ type: 'button', action_id: name, text: { type: 'plain_text', text: name } });
  return [
    { type: 'header', text: { type: 'plain_text', text: `Request ${at}` } },
    { type: 'section', text, fields: [text, text] },
    { type: 'actions', elements: [button('Approve'), button('Reject')] },
  ];
}

/** The medians of opening the channel, of one screen scrolled upwards until it is drawn, and of going to the first message. */
async function measure(browser: Browser, url: string): Promise<{ open: number; first: number; scroll: number }> {
  const opened: number[] = [];
  const scrolled: number[] = [];
  const gone: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const began = performance.now();
    await page.goto(url);
    await page.getByRole('article').last().waitFor();
    opened.push(performance.now() - began);
    scrolled.push(await page.evaluate<number>(SCROLL));
    await page.getByRole('button', { name: 'Jump to a date' }).click();
    await page.locator('input[type=date]').fill('2020-01-01');
    const left = performance.now();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Request 0', exact: true }).waitFor();
    gone.push(performance.now() - left);
    await page.close();
  }
  return { open: median(opened), first: median(gone), scroll: median(scrolled) };
}

const SCROLL = `(async () => {
  const log = document.querySelector('[role=log]');
  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const began = performance.now();
  for (let screen = 0; screen < ${screens}; screen += 1) {
    log.scrollTop -= log.clientHeight;
    await drawn();
  }
  return (performance.now() - began) / ${screens};
})()`;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

if (import.meta.filename === process.argv[1]) process.stdout.write(`${(await benchPage()).join('\n')}\n`);
