/** 简体中文：帮助。 */

import type { ConfirmationRefusals } from '../../kernel/confirmation.ts';
import type { CommandWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import type { HelpRefusals } from './rules.ts';

export const commands = {
  help: {
    summary: '全部命令和用法',
    called: ['帮助', '用法', '命令'],
    usages: [
      { line: '/help', does: '列出全部命令' },
      { line: '/help 请假', does: '看一个命令的用法' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<HelpRefusals & ConfirmationRefusals> = {
  'line.gone': () => '这一行已经不等你确认了，什么都没有做。请重新输入。',
  'line.taken': ({ at }) => `你已在 ${at} 确认过，不会再做一次。`,
  'help.noSuchCommand': ({ text, names }) =>
    `没有“${quoted(text)}”这个命令。现有：${names.join('、')}。例如 \`/help 请假\`。`,
};

export const words = {
  title: '全部命令',
  intro: '直接输入命令会打开表单或显示结果；下面每一行都可以照着输入。',
  onlyFirst: '看全部写法：`/help 命令名`，例如 `/help 请假`。条例编号写在括号里。',
  alsoByEntry: '写成 `/tiaoli 请假 …` 也行；给我发私信或 @ 我，不用斜杠：`请假 明天 病假`。',
  noPost:
    ':wave: 你还没有岗位，暂时只能看帮助。请让部门经理或副经理输入 `/post ⟦@me⟧ 售前客服`（换成你的岗位），之后就能使用全部命令。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    help: typeof words;
  }
  interface CommandNames {
    help: true;
  }
}
