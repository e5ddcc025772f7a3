/** Examples filled in for one person: what has nothing to name is left out, and nothing else. */
import { expect, it } from 'vitest';
import { asHint, withExamples } from '../../src/locales/examples.ts';

const examples = { 'day 0': '2026-12-09', '@read': '@presales1', leave: undefined };

it.each([
  ['a day', 'Write ⟦day 0⟧.', 'Write 2026-12-09.'],
  ['a clause', 'Name one⟦[, for example `/checkin ⟦@read⟧`]⟧.', 'Name one, for example `/checkin @presales1`.'],
  ['a clause of nothing', 'Name it⟦[, for example `/leave cancel ⟦leave⟧`]⟧.', 'Name it.'],
  ['one of two clauses', 'Type⟦[ a ⟦leave⟧]⟧⟦[ b ⟦@read⟧]⟧.', 'Type b @presales1.'],
  ['a clause over two lines', 'Look⟦[:\n`/checkin ⟦@read⟧`]⟧', 'Look:\n`/checkin @presales1`'],
  ['a line of help', '`/a ⟦@read⟧` — b\n`/leave cancel ⟦leave⟧` — c\n`/d` — e', '`/a @presales1` — b\n`/d` — e'],
  ['a sentence that begins with a command', '`/me` is yours.⟦[ Else `/x ⟦@nobody⟧`.]⟧', '`/me` is yours.'],
])('%s', (_, text, filled) => {
  expect(withExamples({ blocks: [{ text }] }, examples)).toEqual({ blocks: [{ text: filled }] });
});

it('as a hint, people and numbers stand by their form', () => {
  expect(asHint('⟦@read⟧ ⟦case.show⟧ ⟦note.accept⟧⟦[ ⟦day 0⟧]⟧')).toBe('@name 12 12 YYYY-MM-DD');
});
