/** How much room the disk must have. */

const MB = 1024 * 1024;

/** Below this the embedded database may stop for good at its next write. */
export const DISK_RED_BYTES = 50 * MB;

export type Room = 'fine' | 'little' | 'none';

/** What so many free bytes are, with the bound (in MB) below which people are warned; 0: never warned. */
export function roomOf(freeBytes: number, warnBelowMb: number): Room {
  if (freeBytes < DISK_RED_BYTES) return 'none';
  return freeBytes < warnBelowMb * MB ? 'little' : 'fine';
}

/** For people: whole megabytes. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / MB);
}
