/** Keeps the bytes of files: in the workspace's own directory, or in memory when there is none. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FileStore {
  /** When it returns, the bytes outlive the process. */
  write(id: string, bytes: Buffer): void;
  /** The bytes, or undefined when there are none under this id. */
  read(id: string): Buffer | undefined;
  remove(id: string): void;
}

/** A store in `directory/files`, readable by its owner only; ids are the workspace's own and safe as names. */
export function openFileStore(directory: string | undefined): FileStore {
  if (directory === undefined) return inMemory();
  const folder = join(directory, 'files');
  const path = (id: string): string => join(folder, id);
  return {
    write(id, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Written whole, then renamed: half a file is never taken for one.
      writeFileSync(`${path(id)}.new`, bytes, { mode: 0o600, flush: true });
      renameSync(`${path(id)}.new`, path(id));
    },
    read(id) {
      try {
        return readFileSync(path(id));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: id => rmSync(path(id), { force: true }),
  };
}

function inMemory(): FileStore {
  const held = new Map<string, Buffer>();
  return {
    write: (id, bytes) => void held.set(id, bytes),
    read: id => held.get(id),
    remove: id => void held.delete(id),
  };
}
