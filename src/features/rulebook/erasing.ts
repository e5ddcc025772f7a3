/** Erases what people wrote about amendments and switches of articles. */
import type { Erased, Erasing } from '../../office/kept.ts';
import { amendmentErasing } from './amendment/erasing.ts';
import { switchErasing } from './switch/erasing.ts';

const PARTS = [amendmentErasing, switchErasing];

export const rulebookErasing: Erasing = {
  counted: PARTS.flatMap(({ counted }) => counted),
  over: (tx, limit) => each(part => part.over(tx, limit)),
  of: (tx, memberId) => each(part => part.of(tx, memberId)),
};

async function each(erase: (part: Erasing) => Promise<Erased>): Promise<Erased> {
  const erased: Erased[] = [];
  for (const part of PARTS) erased.push(await erase(part));
  return Object.assign({}, ...erased);
}
