/** Pictures Slack would fetch when blocks are sent: from an address that leads to no public machine it gets none. */
import { isIP } from 'node:net';
import type { Fault } from '@tiaoli/block-kit';
import { isAvatarUrl } from '../avatar/avatar.ts';
import { isObject } from '../json.ts';

const FAILED = 'downloading image failed';

/**
 * A fault, in Slack's words, at every `image_url` in these blocks that no machine elsewhere could fetch; nothing is fetched.
 * The pictures of people, bots and teams are taken though they are on this machine: Slack's own are where all can fetch them.
 */
export function pictureFaults(value: unknown, pointer: string): Fault[] {
  if (Array.isArray(value)) return value.flatMap((inner, index) => pictureFaults(inner, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`;
    if (key !== 'image_url') return pictureFaults(inner, at);
    return typeof inner === 'string' && isPrivate(inner) && !isAvatarUrl(inner)
      ? [{ message: FAILED, pointer: at }]
      : [];
  });
}

/** Whether an address leads to this machine, a private network or a name that only a local network knows. */
function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  switch (isIP(host)) {
    case 4:
      return /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host);
    case 6:
      return /^(::1?$|f[cd]|fe[89ab]|::ffff:)/.test(host);
    default:
      return !host.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(host);
  }
}
