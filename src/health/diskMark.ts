/** Keeps in the data folder since when there has been little room; in memory as well, for a full disk takes no file. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskMark } from '../backup/watch.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../store/private.ts';

/** `folder` null: in memory only. */
export function diskMarkIn(folder: string | null): DiskMark {
  const file = folder === null ? null : join(folder, 'disk-low-since');
  let since = file === null ? null : kept(file);
  return {
    read: () => since,
    write(to) {
      since = to;
      if (file === null || folder === null) return;
      try {
        if (to === null) rmSync(file, { force: true });
        else {
          mkdirSync(folder, PRIVATE_FOLDER);
          writeFileSync(file, to, PRIVATE_FILE);
        }
      } catch {
        // After a restart it is told once more, which is better than not at all.
      }
    },
  };
}

function kept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
