/** 简体中文：各处共用的话。 */
import { quoted } from './quoted.ts';

export const house = {
  appName: 'Tiaoli 条例',
  botName: 'tiaoli',
  appDescription: '按部门条例管理例会、考勤、请假、违规和审批',
  /** 处理出错时，参考号同时写在日志里。 */
  fault: (reference: string) => `出了点问题，这次没有保存。请再试一次；仍不行就把编号 ${reference} 告诉管理员。`,
  alreadyTaken: '这一步刚才已经收到了，不会重复处理。',
  slow: '系统有点忙，还不确定是否保存。请稍后用 `/me` 查看，不要重复提交。',
  tooFast: '操作太快了，这一步没有处理，请过几秒再试。',
  working: '收到，正在处理……',
  /** 办过或正等确认的消息又被改了：只对本人说一次。 */
  editedLate: '办过的消息再改，我不会重读。要改什么，请另发一条消息。',
  unknownCommand: (command: string) => `没有 ${command} 这个命令。输入 \`/help\` 查看全部命令。`,
  unknownButton: '这个按钮已经失效。输入 `/help` 看看现在能做什么。',
  tooLong: (max: number, command: string) =>
    `文字太长：一行最多 ${max} 个字，长的内容写在表单里。用法见 \`/help ${command.slice(1)}\`。`,
  wrongTeam: '这个机器人只为本团队服务。',
  unknownPerson: 'Slack 没有告诉我你是谁，请稍后再试。',
  hello: '你好！我按部门条例提醒、收集、计时和转交审批。输入 `/help` 查看全部命令，`/me` 查看自己的记录。',
  late: '（补发）',
  close: '关闭',
  submit: '提交',
  cancel: '取消',
  done: '完成',
  confirm: '确认',
  change: '修改',
  next: '继续',
  confirmTitle: '*请确认*，确认后就照此办理：',
  confirmChanged: '*情况已经变了*，请再看一遍：',
  confirmHint: '不确认就什么都不会发生。',
  lineLabel: (command: string) => `${command} 后面写什么`,
  more: (count: number) => `……另有 ${count} 项`,
  none: '无',
  /** 代替到期清除的文字。 */
  erased: '（内容已过保存期，已清除）',
  usage: '用法',
  provisional: '当年放假安排尚未公布，按暂定日历计算',
  yuan: (text: string) => `${text} 元`,
  joinNames: (names: string[]) => names.join('、'),
  days: (halfDays: number) => `${halfDays / 2} 天`,
  half: { am: '上午', pm: '下午' },
  comma: '，',
  colon: '：',
  joinSentences: (all: readonly string[]) => all.join(''),
  /** 一个命令通向全部命令。 */
  entry: { summary: '全部命令：请假、打卡、会议……后面写命令和内容', hint: 'leave 明天 病假' },
  greetings: ['你好', '您好', '在吗', '嗨'],
  /** 私信或 @ 里的一行，没有看懂；后面是最像的几个命令。 */
  notUnderstood: (text: string, commands: string[]) => `没有看懂“${quoted(text)}”。是不是要：${commands.join('、')}？`,
  perhaps: (commands: string[]) => `是要用 ${commands.join('、')} 吗？点下面的按钮打开。`,
  formBehind: (command: string) => `${command} 要填表单，点下面的按钮打开。`,
  open: (command: string) => `打开 ${command}`,
};
