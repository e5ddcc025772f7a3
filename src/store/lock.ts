/** The lock of the data folder: PGlite itself lets two processes open, and ruin, the same files. */
import { lockFolder as lock } from '@tiaoli/folder-lock';

export { FolderTaken } from '@tiaoli/folder-lock';

/** Takes the folder for this process and returns what gives it back; throws `FolderTaken` while another process has it. */
export function lockFolder(folder: string): () => void {
  return lock(folder, 'set DATA_DIR to another folder');
}
