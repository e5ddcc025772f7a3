/** 简体中文：我的记录。 */
import type { CommandWords } from '../command.ts';

export const commands = {
  me: { summary: '我的请假、打卡、违规、通报和待审批', usages: [{ line: '/me', does: '查看自己的全部记录，只有你看得到' }] },
} satisfies Record<string, CommandWords>;
