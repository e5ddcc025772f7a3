/** Checks blocks and views against Block Kit's limits and reports what is wrong in Slack's words; `blocks.validate` itself. */
import { slackError, slackViewError, validateMessage, validateView } from '../../block-kit/validate.ts';
import type { JsonObject } from '../json.ts';
import { blocksArgument } from './arguments.ts';
import { type Method, MethodError } from './method.ts';

/** Characters all texts of a message's blocks may have together, as observed on Slack (not documented). */
const MOST_TEXT = 13_200;

/** Throws `invalid_blocks` or `msg_blocks_too_long` when these cannot be the blocks of a message. */
export function checkMessageBlocks(blocks: JsonObject[]): void {
  const faults = validateMessage({ text: 'checked elsewhere', blocks });
  if (faults.length > 0) throw refused(slackError(faults));
  if (textLength(blocks) > MOST_TEXT) throw new MethodError('msg_blocks_too_long');
}

/** Throws `invalid_arguments` or `view_too_large` when this cannot be a view of the kind. */
export function checkView(view: JsonObject, kind: 'modal' | 'home'): void {
  const faults = view.type === kind ? validateView(view) : [{ message: `must be ${kind}`, pointer: '/view/type' }];
  if (faults.length > 0) throw refused(slackViewError(faults));
}

export const blockMethods: Method[] = [
  {
    name: 'blocks.validate',
    token: 'bot',
    scopes: [],
    run(call) {
      const blocks = blocksArgument(call);
      if (!blocks) throw new MethodError('no_blocks');
      checkMessageBlocks(blocks);
      return {};
    },
  },
];

function refused({ error, ...more }: ReturnType<typeof slackError> | ReturnType<typeof slackViewError>): MethodError {
  return new MethodError(error, more);
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}
