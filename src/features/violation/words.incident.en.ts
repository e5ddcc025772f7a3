/** English: the cases of one incident. */
import type { incident as chinese } from './words.incident.zh-CN.ts';

export const incident: typeof chinese = {
  title: count => `One incident, ${count} cases`,
  of: (who, text) => `${who}: ${text}`,
  total: (who, sum, also) => `${who}: ${sum} in total.${also === '' ? '' : ` ${also}`}`,
  filed: count => `:white_check_mark: Filed as one incident with ${count} cases, each heard and decided by itself:`,
  filedWith: numbers => `Filed together with ${numbers}.`,
  another: 'Another article',
  articleLabel: nth => `Article ${nth}`,
};
