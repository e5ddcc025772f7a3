/** Checks blocks and views against Block Kit's limits and reports what is wrong in Slack's words; `blocks.validate` itself. */
import { slackError, slackViewError, validateMessage, validateView } from '@tiaoli/block-kit';
import type { JsonObject } from '../json.ts';
import { blocksArgument } from './arguments.ts';
import { type Method, MethodError } from './method.ts';
import { pictureFaults } from './pictures.ts';

const TOO_LONG = 'msg_blocks_too_long';

/** Throws `invalid_blocks` or `msg_blocks_too_long` when these cannot be the blocks of a message. */
export function checkMessageBlocks(blocks: JsonObject[]): void {
  const faults = validateMessage({ text: 'checked elsewhere', blocks });
  // The one fault that concerns all blocks together has an error of its own.
  if (faults.some(({ message }) => message === TOO_LONG)) throw new MethodError(TOO_LONG);
  if (faults.length > 0) throw refused(slackError(faults));
  const missing = pictureFaults(blocks, '/blocks');
  if (missing.length > 0) throw refused(slackError(missing));
}

/** Throws `invalid_arguments` or `view_too_large` when this cannot be a view of the kind. */
export function checkView(view: JsonObject, kind: 'modal' | 'home'): void {
  const faults = view.type === kind ? validateView(view) : [{ message: `must be ${kind}`, pointer: '/view/type' }];
  if (faults.length > 0) throw refused(slackViewError(faults));
  const missing = pictureFaults(view.blocks, '/view/blocks');
  if (missing.length > 0) throw refused(slackViewError(missing));
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
