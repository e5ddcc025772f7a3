import { expect, it } from 'vitest';
import { mentionOf } from '../../src/slack/mention.ts';

it.each<[string, ReturnType<typeof mentionOf>]>([
  ['<@U012AB3CD|li.wei>', { id: 'U012AB3CD' }],
  ['<@U012AB3CD>', { id: 'U012AB3CD' }],
  [' <@presales1|售前一> ', { id: 'presales1' }],
  ['<@U1|name with spaces & <signs>', { id: 'U1' }],
  ['@li.wei', { handle: 'li.wei' }],
  ['li-wei_2', { handle: 'li-wei_2' }],
  ['@小明', { handle: '小明' }],
  ['＠小明', { handle: '小明' }],
  ['', null],
  ['@', null],
  ['two words', null],
  ['<!channel>', null],
  ['<#C1|general>', null],
  ['<@U1> and more', null],
  ['@@double', null],
  ['x'.repeat(81), null],
])('%j', (text, expected) => {
  expect(mentionOf(text)).toEqual(expected);
});
