/** Tells whether Slack would take a message or a view, and if not, says why in Slack's own format. */
import { checkMessage, checkNames, inputBlocks } from './across.ts';
import { anyBlock } from './blocks.ts';
import { plain } from './composition.ts';
import { type Fault, flag, isObject, list, need, note, type Place, shape, string, typed } from './rule.ts';

export type { Fault } from './rule.ts';

/** `chat.postMessage` cuts longer texts off without a word; `chat.update` refuses them above the smaller number. */
export const POST_TEXT_MAX = 40_000;
export const UPDATE_TEXT_MAX = 4_000;

const MESSAGE_BLOCKS_MAX = 50;
const VIEW_BLOCKS_MAX = 100;
const VIEW_BYTES_MAX = 250_000;

/** Slack's answer to a message it does not take. */
export interface SlackError {
  ok: false;
  error: 'invalid_blocks';
  errors: string[];
  response_metadata: { messages: string[] };
}

/** Slack's answer to a view it does not take; this one has no `errors`. */
export interface SlackViewError {
  ok: false;
  error: 'invalid_arguments' | 'view_too_large';
  response_metadata: { messages: string[] };
}

/**
 * Every fault of a message; none means that Slack would take it. Pointers begin with /blocks or /text. `textMax` is
 * UPDATE_TEXT_MAX for a message that is to be, or may later be, updated. Never throws, whatever is given.
 */
export function validateMessage(message: { text?: unknown; blocks?: unknown }, textMax = POST_TEXT_MAX): Fault[] {
  const { text, blocks } = message;
  const place: Place = { pointer: '', surface: 'message', faults: [] };
  const isSilent = text === undefined || text === null || text === '';
  if (!isSilent) string(textMax).check(text, { ...place, pointer: '/text' });
  if (isSilent && (!Array.isArray(blocks) || blocks.length === 0)) note(place, 'no_text', 'text');
  if (blocks === undefined || blocks === null) return place.faults;
  const at = { ...place, pointer: '/blocks' };
  list(anyBlock, MESSAGE_BLOCKS_MAX, 0).check(blocks, at);
  checkNames(blocks, at);
  checkMessage(blocks, at);
  return place.faults;
}

/** Every fault of a modal or of a Home tab; pointers begin with /view. Never throws, whatever is given. */
export function validateView(view: unknown): Fault[] {
  const surface = isObject(view) && view.type === 'home' ? 'home' : 'modal';
  const place: Place = { pointer: '/view', surface, faults: [] };
  typed(() => VIEWS).check(view, place);
  if (!isObject(view)) return place.faults;
  checkNames(view.blocks, { ...place, pointer: '/view/blocks' });
  if (surface === 'modal' && view.submit === undefined) {
    for (const index of inputBlocks(view.blocks))
      note(place, 'must define `submit` to use an `input` block in modals', `blocks/${index}/input`);
  }
  if (bytes(view) > VIEW_BYTES_MAX) note(place, 'view_too_large');
  return place.faults;
}

/** Slack's answer to `chat.postMessage` and its like for these faults. */
export function slackError(faults: Fault[]): SlackError {
  return { ok: false, error: 'invalid_blocks', errors: faults.map(line), response_metadata: metadata(faults) };
}

/** Slack's answer to `views.open` and its like for these faults. */
export function slackViewError(faults: Fault[]): SlackViewError {
  const isTooLarge = faults.some(({ message }) => message === 'view_too_large');
  return { ok: false, error: isTooLarge ? 'view_too_large' : 'invalid_arguments', response_metadata: metadata(faults) };
}

const COMMON = {
  type: need(string()),
  blocks: need(list(anyBlock, VIEW_BLOCKS_MAX, 0)),
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
  close: plain(24),
  submit: plain(24),
  clear_on_close: flag,
  notify_on_close: flag,
};

/** A Home tab draws no title and no buttons of its own, but Slack's own examples send them. */
const VIEWS = {
  modal: shape({ ...COMMON, title: need(plain(24)) }),
  home: shape({ ...COMMON, title: plain(24) }),
};

const line = ({ message, pointer }: Fault): string => `${message} [json-pointer:${pointer}]`;
const metadata = (faults: Fault[]) => ({ messages: faults.map(one => `[ERROR] ${line(one)}`) });

/** The size as sent; what cannot be written as JSON cannot be sent, and counts as too large. */
function bytes(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
