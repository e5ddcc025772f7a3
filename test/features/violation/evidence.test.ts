import { expect, test } from 'vitest';
import { evidenceIn, given, linksIn, MAX_EVIDENCE } from '../../../src/features/violation/evidence.ts';

const link = (url: string, text: string | null = null) => ({ kind: 'link', url, text, authorId: null });
const note = (text: string) => ({ kind: 'note', url: null, text, authorId: null });

test.each<[string, object[]]>([
  ['', []],
  ['chatting about example.com', []],
  ['见 https://example.com/a?b=1&c=2，还有', [link('https://example.com/a?b=1&c=2')]],
  ['(https://example.com/a). https://example.com/a', [link('https://example.com/a')]],
  ['<https://example.com/a|the order> late', [link('https://example.com/a')]],
  ['<http://example.com/a&amp;b>', [link('http://example.com/a&b')]],
  ['https://exa mple', [link('https://exa/')]],
  ['https://', []],
])('the links in %s', (text, expected) => {
  expect(linksIn(text)).toEqual(expected);
});

test.each<[string, object]>([
  ['', []],
  [' \n\n', []],
  ['https://example.com/a', [link('https://example.com/a')]],
  ['订单 https://example.com/a 截图', [link('https://example.com/a', '订单 截图')]],
  ['https://example.com/a https://example.com/b', [link('https://example.com/a'), link('https://example.com/b')]],
  ['订单 1234\nhttps://example.com/a', [note('订单 1234'), link('https://example.com/a')]],
  ['https:// broken', { code: 'violation.badLink', params: { text: 'https:// broken' } }],
  ['x'.repeat(301), { code: 'violation.evidenceTooLong', params: { length: 301, limit: 300 } }],
])('the evidence in %.40s', (text, expected) => {
  expect(evidenceIn(text)).toEqual(expected);
});

test('the same piece is kept once, and ten at most', () => {
  const same = [link('https://a.cn/'), link('https://a.cn/'), note('x'), note('x')] as Parameters<typeof given>[0];
  expect(given(same)).toEqual([same[0], same[2]]);
  const many = Array.from({ length: MAX_EVIDENCE + 1 }, (_, at) => note(`${at}`)) as Parameters<typeof given>[0];
  expect(given(many)).toEqual({ code: 'violation.evidenceTooMany', params: { count: 11, limit: 10 } });
  expect(given(linksIn(`https://a.cn/${'x'.repeat(300)}`))).toMatchObject({ code: 'violation.evidenceTooLong' });
});
