import { expect, it } from 'vitest';
import { legible, typedLine, writtenLine } from '../../src/slack/typed.ts';

it.each([
  ['plain 文字 😀 👨‍👩‍👧', 'plain 文字 😀 👨‍👩‍👧'],
  ['one\ntwo\tthree\r\n', 'one\ntwo\tthree\r\n'],
  ['\u0000nul \u0007bell \u001b[31mred', 'nul bell [31mred'],
  ['half \ud83d and \ude00 of it', 'half  and  of it'],
])('%j is read as %j', (text, expected) => {
  expect(legible(text)).toBe(expected);
});

it.each([
  ['R&amp;D, 3 &lt; 4 &gt; 2', 'R&D, 3 < 4 > 2'],
  ['&amp;lt; stays what was typed', '&lt; stays what was typed'],
  ['<@U1|li.wei> 1.4 a&amp;b', '<@U1|li.wei> 1.4 a&b'],
  ['\u0000list', 'list'],
])('the line %j is read as %j', (text, expected) => {
  expect(typedLine(text)).toBe(expected);
});

it.each([
  ['<@UBOT> leave tomorrow', 'leave tomorrow'],
  ['<@UBOT|tiaoli> 请假 明天', '请假 明天'],
  ['我想请假 <@UBOT>', '我想请假'],
  ['<@UBOT> 违规 <@U1> 1.9', '违规 <@U1> 1.9'],
  ['leave 12-07 annual see <https://example.com/a|example.com/a>', 'leave 12-07 annual see example.com/a'],
  ['<https://example.com> and <mailto:a@b.example|a@b.example>', 'https://example.com and a@b.example'],
  ['R&amp;D &lt;x&gt;', 'R&D <x>'],
  ['<@UBOT>', ''],
])('the message %j is read as %j', (text, expected) => {
  expect(writtenLine(text, 'UBOT')).toBe(expected);
});
