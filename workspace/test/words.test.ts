/** The words of the page: none stands twice, so that one part of the page takes no other's. */
import { expect, it } from 'vitest';

type Words = Record<'zh' | 'en', Record<string, unknown>>;

const load = async (file: string): Promise<Record<string, Words>> =>
  import(new URL(`../page/${file}`, import.meta.url).href);

it.each(['zh', 'en'] as const)('those of channels are no other words of the page (%s)', async language => {
  const { ROOM_WORDS } = await load('room-words.js');
  const { WORDS } = await load('words.js');
  const words = Object.entries(ROOM_WORDS?.[language] ?? {});
  expect(words.length).toBeGreaterThan(30);
  expect(words.filter(([name, word]) => WORDS?.[language][name] !== word)).toEqual([]);
});

it('are the same in both languages', async () => {
  const { WORDS } = await load('words.js');
  expect(Object.keys(WORDS?.en ?? {}).sort()).toEqual(Object.keys(WORDS?.zh ?? {}).sort());
});
