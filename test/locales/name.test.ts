/** A name written in two scripts is read in the reader's. */
import { expect, it } from 'vitest';
import { nameFor } from '../../src/locales/reader.ts';

it.each([
  ['经理助理 · Assistant', '经理助理', 'Assistant'],
  ['Fang Wang (王芳)', '王芳', 'Fang Wang'],
  ['王芳（Fang Wang）', '王芳', 'Fang Wang'],
  ['李雷 / Lei Li', '李雷', 'Lei Li'],
  ['韩梅梅 | Meimei', '韩梅梅', 'Meimei'],
  // Not two scripts of one name.
  ['王芳', '王芳', '王芳'],
  ['阿依古丽 · 买买提', '阿依古丽 · 买买提', '阿依古丽 · 买买提'],
  ['Ann (HR)', 'Ann (HR)', 'Ann (HR)'],
  ['A · 王 · B', 'A · 王 · B', 'A · 王 · B'],
  ['R/3 team', 'R/3 team', 'R/3 team'],
  ['', '', ''],
])('%s', (name, chinese, english) => {
  expect([nameFor(name, { locale: 'zh-CN' }), nameFor(name, { locale: 'en' })]).toEqual([chinese, english]);
});
