/** English: the cases of one incident, and evidence. */
import type { incident as chinese, evidence as chineseEvidence } from './words.incident.zh-CN.ts';

export const incident: typeof chinese = {
  title: count => `One incident, ${count} cases`,
  of: (who, text) => `${who}: ${text}`,
  total: (who, sum, also) => `${who}: ${sum} in total.${also === '' ? '' : ` ${also}`}`,
  filed: count => `:white_check_mark: Filed as one incident with ${count} cases, each heard and decided by itself:`,
  filedWith: numbers => `Filed together with ${numbers}.`,
  another: 'Another article',
  articleLabel: nth => `Article ${nth}`,
};

export const evidence: typeof chineseEvidence = {
  title: 'Evidence:',
  label: 'Evidence',
  hint: 'A line each: a link, or a few words. The person and those who decide see it; never a channel.',
  filesLabel: 'Files',
  filesHint: 'Screenshots, tables, recordings; at most 5. Only those who may see the case can open them.',
  file: name => `:paperclip: ${name}`,
  open: count => (count === 1 ? 'Open the file' : `Open ${count} files`),
  sent: (count, number) =>
    `${count === 1 ? 'The file' : `The ${count} files`} of ${number} went to your direct messages.`,
  gone: name => `${name} was deleted on Slack by whoever gave it.`,
  lost: name => `${name} could not be fetched from Slack. Press again in a while, or ask your administrator.`,
  byAccused: text => `${text} (added by the person)`,
  quoted: text => `The message: “${text}”`,
  from: who => `:link: This message of ${who} goes with it as evidence.`,
  unlinked: who => `a message of ${who}`,
  message: (address, who) => `<${address}|a message> of ${who}`,
};
