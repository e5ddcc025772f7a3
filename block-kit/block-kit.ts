/** The package: whether Slack would take a message or a view and why not, and texts that fit into one. */
export { BUILT_IN_COMMANDS, COMMAND_NAME_MAX, commandNameFault, INVALID_COMMAND_NAME } from './command-name.ts';
export { richText } from './rich-text.ts';
export type { Fault, Rule } from './rule.ts';
export { chunks, clip, escapeMrkdwn, fit, neutral } from './text.ts';
export {
  POST_TEXT_MAX,
  type SlackError,
  type SlackViewError,
  slackError,
  slackViewError,
  UPDATE_TEXT_MAX,
  validateMessage,
  validateView,
} from './validate.ts';
