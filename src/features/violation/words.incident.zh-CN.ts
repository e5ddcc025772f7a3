/** 简体中文：一件事里的几个违规，和证据。 */

export const incident = {
  title: (count: number) => `一件事，${count} 个违规`,
  /** 某一位的。 */
  of: (who: string, text: string) => `${who}：${text}`,
  /** 后面可再接一句，没有就是空的。 */
  total: (who: string, sum: string, also: string) => `${who} 合计 ${sum}。${also}`,
  filed: (count: number) => `:white_check_mark: 已记为一件事，${count} 个违规，分别听取、分别决定：`,
  filedWith: (numbers: string) => `同一件事另有${numbers}。`,
  another: '再加一条',
  articleLabel: (nth: number) => `条款 ${nth}`,
};

export const evidence = {
  title: '证据：',
  label: '证据',
  hint: '一行一条：链接，或几个字。当事人和处理的人会看到，不会进频道。',
  filesLabel: '文件',
  filesHint: '截图、表格、录音都行，最多 5 个。只有能看这个违规的人打得开。',
  file: (name: string) => `:paperclip: ${name}`,
  open: (count: number) => (count === 1 ? '打开文件' : `打开 ${count} 个文件`),
  sent: (count: number, number: string) => `${number}的${count === 1 ? '文件' : ` ${count} 个文件`}已私信发给你。`,
  gone: (name: string) => `${name} 已被提供的人从 Slack 删除。`,
  lost: (name: string) => `${name} 没能从 Slack 取到，请稍后再按一次；还不行请找管理员。`,
  byAccused: (text: string) => `${text}（本人提供）`,
  /** 表单里从消息带来的经过。 */
  quoted: (text: string) => `消息原文：“${text}”`,
  from: (who: string) => `:link: 证据里会附上 ${who} 的这条消息。`,
  unlinked: (who: string) => `${who} 的一条消息`,
  message: (address: string, who: string) => `<${address}|${who} 的消息>`,
};
