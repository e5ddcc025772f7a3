/** How much room there is on the disk a folder stands on. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Bytes this user may still write; of the nearest folder above where there is no such folder yet. */
export async function freeBytesOf(folder: string): Promise<number> {
  let there = resolve(folder);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  return bavail * bsize;
}
