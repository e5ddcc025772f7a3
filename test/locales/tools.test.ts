/** The administrator's commands speak the department's language: each says the same in both. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/kernel/locale.ts';
import { words as en } from '../../src/tools/words.en.ts';
import { words as zh } from '../../src/tools/words.zh-CN.ts';
import { erasing, languages } from '../support/speech.ts';

const han = /\p{Script=Han}/u;

describe('a line of each tool', () => {
  it.each([
    [
      'any of them',
      zh.noDatabase('data'),
      'data 里没有数据库。',
      en.noDatabase('data'),
      'There is no database in data.',
    ],
    [
      'doctor',
      zh.doctor.usage,
      'npm run doctor，或者 npm run doctor -- --live',
      en.doctor.usage,
      'npm run doctor, or npm run doctor -- --live',
    ],
    [
      'verify',
      zh.verify.field('3', 'violation_case', 'amount', '100', '5000'),
      '表 violation_case 的 3：amount 现在是 100，记录里是 5000。',
      en.verify.field('3', 'violation_case', 'amount', '100', '5000'),
      'row 3 of violation_case has amount 100; the record says 5000.',
    ],
    [
      'backup',
      zh.backup.done(7, 'a.gz'),
      'a.gz 里有 7 行，已读回核对，完整。恢复用 npm run restore -- <文件>。',
      en.backup.done(7, 'a.gz'),
      '7 rows are in a.gz, read back and found whole. npm run restore -- <file> restores it.',
    ],
    [
      'restore',
      zh.restore.running(7),
      '机器人正在运行（进程 7）。请先停止它（kill 7）。',
      en.restore.running(7),
      'The bot is running (process 7). Stop it first (kill 7).',
    ],
    ['move', zh.move.nothing('x'), '什么都没有移动：x', en.move.nothing('x'), 'Nothing was moved: x'],
    ['outbox', zh.outbox.dropped(7), '第 7 条不再发送。', en.outbox.dropped(7), 'Message 7 will not be sent.'],
    [
      'export',
      zh.export.done('U1', 'a.json'),
      'U1 的全部内容在 a.json。交给本人后请删除。',
      en.export.done('U1', 'a.json'),
      'Everything about U1 stands in a.json. Hand it over and delete it.',
    ],
    [
      'erase',
      zh.erase.active('U1'),
      'U1 还在团队里：请先在 Slack 停用账号。',
      en.erase.active('U1'),
      'U1 is still in the team: deactivate the account in Slack first.',
    ],
    [
      'manifest',
      zh.manifest.settingsWrong,
      '这些设置有误，无法生成清单：',
      en.manifest.settingsWrong,
      'With these settings there is no manifest:',
    ],
    [
      'appoint',
      zh.appoint.done('王芳 U1', '总裁'),
      '王芳 U1 现在是总裁。',
      en.appoint.done('Fang U1', 'president'),
      'Fang U1 is president now.',
    ],
  ])('%s', (_tool, chinese, wantedChinese, english, wantedEnglish) => {
    expect([chinese, english]).toEqual([wantedChinese, wantedEnglish]);
  });
});

/** Every text, with its place; what is made from parts is made with figures. */
function textsOf(words: unknown, at: string): [place: string, text: string][] {
  if (typeof words === 'string') return [[at, words]];
  if (typeof words === 'function') return textsOf(words(...Array.from({ length: words.length }, () => 2)), at);
  return Object.entries(words as object).flatMap(([name, inner]) => textsOf(inner, `${at}.${name}`));
}

it('is Chinese in Chinese, and has none of it in English', () => {
  const written = textsOf(zh, 'zh').filter(([, text]) => /\p{L}/u.test(text));
  expect(written.filter(([, text]) => !han.test(text)).map(([place]) => place)).toEqual([]);
  expect(textsOf(en, 'en').filter(([, text]) => han.test(text))).toEqual([]);
});

it('has a word for everything that is counted when words are erased', () => {
  const counted = [...new Set(erasing.flatMap(one => one.counted))].sort();
  for (const locale of LOCALES) expect(Object.keys(languages[locale].erased).sort()).toEqual(counted);
  expect(languages.en.erased.cases?.(1)).toBe('1 case with its facts, reasons and appeal');
  expect(languages['zh-CN'].erased.cases?.(2)).toBe('2 个违规的经过、理由和申诉');
});
