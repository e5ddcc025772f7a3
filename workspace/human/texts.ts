/** The few sentences Slack's client says itself, in both languages. */

const TEXTS = {
  required: { zh: '请填写此必填字段。', en: 'Please complete this required field.' },
  tooShort: { zh: '请至少输入 {n} 个字符。', en: 'Please enter at least {n} characters.' },
  tooLong: { zh: '最多可输入 {n} 个字符。', en: 'Please enter no more than {n} characters.' },
  email: { zh: '请输入有效的电子邮件地址。', en: 'Please enter a valid email address.' },
  url: { zh: '请输入有效的网址。', en: 'Please enter a valid URL.' },
  number: { zh: '请输入有效的数字。', en: 'Please enter a valid number.' },
  integer: { zh: '请输入整数。', en: 'Please enter a whole number.' },
  least: { zh: '请输入不小于 {n} 的数字。', en: 'Please enter a number no less than {n}.' },
  most: { zh: '请输入不大于 {n} 的数字。', en: 'Please enter a number no greater than {n}.' },
  tooManyFiles: { zh: '最多可上传 {n} 个文件。', en: 'Please upload no more than {n} files.' },
  fileTypes: { zh: '只能上传以下类型的文件：{n}。', en: 'Please upload only files of these types: {n}.' },
  fileSize: { zh: '每个文件不能超过 {n} MB。', en: 'Please upload files of no more than {n} MB each.' },
} as const;

export type TextKey = keyof typeof TEXTS;

/** The sentence in the person's language; English unless their locale is Chinese. */
export function say(locale: string, key: TextKey, n: string | number = ''): string {
  return TEXTS[key][locale.startsWith('zh') ? 'zh' : 'en'].replace('{n}', String(n));
}
