/** What of ours lies on the disk is nobody else's to read: folders 0700, files 0600, whatever the umask. */
import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Made for its owner only. */
export const PRIVATE_FOLDER = { recursive: true, mode: 0o700 } as const;
export const PRIVATE_FILE = { mode: 0o600 } as const;

/** What stands in a data folder that is ours; whatever else somebody keeps there is left as it is. */
const OURS =
  /^(database(\.before-.*)?|restoring|backups|workspace|clock\.json(\.new)?|disk-low-since|lock(\..+)?|backup-[0-9a-f]{16}\..+)$/;

/** Makes the data folder where it is not there, and mends the rights of what is ours in it. */
export function keepDataPrivate(folder: string): void {
  mkdirSync(folder, PRIVATE_FOLDER);
  mend(folder, 0o700);
  for (const name of readdirSync(folder)) if (OURS.test(name)) keepPrivate(join(folder, name));
}

/** Mends the rights of a file, or of a folder and all in it. What a link points to, or is another user's, is left alone. */
export function keepPrivate(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) mend(path, 0o600);
  if (!stat?.isDirectory()) return;
  mend(path, 0o700);
  for (const name of readdirSync(path)) keepPrivate(join(path, name));
}

function mend(path: string, mode: number): void {
  try {
    if ((lstatSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
  } catch (fault) {
    // Gone this moment, another user's, or on a disk that knows no rights.
    if (!['ENOENT', 'EPERM', 'EROFS', 'ENOTSUP'].includes(String((fault as { code?: unknown }).code))) throw fault;
  }
}
