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
  byAccused: text => `${text} (added by the person)`,
  quoted: text => `The message: “${text}”`,
  from: who => `:link: This message of ${who} goes with it as evidence.`,
  unlinked: who => `a message of ${who}`,
  message: (address, who) => `<${address}|a message> of ${who}`,
};
