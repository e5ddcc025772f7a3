/** Uploads of the app under way: announced by `files.getUploadURLExternal`, forgotten once completed or too late. */
import { randomBytes } from 'node:crypto';
import type { NewFile } from '../records.ts';

/** A file that was announced; `bytes` once they have arrived. */
export interface Upload {
  file: NewFile;
  length: number;
  bytes?: Buffer;
  until: number;
}

/** How long an announced file may take to be sent and completed. */
const UPLOAD_MS = 60 * 60_000;

/** The uploads under way, by file id and by the secret part of their address. */
export class Uploads {
  #held = new Map<string, Upload>();
  #paths = new Map<string, string>();
  #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Expects a file; the path it is sent to. */
  expect(file: NewFile, length: number): string {
    this.#forget();
    const path = `/upload/v1/${randomBytes(32).toString('base64url')}`;
    this.#held.set(file.id, { file, length, until: this.#elapsed() + UPLOAD_MS });
    this.#paths.set(path, file.id);
    return path;
  }

  /** The upload this path was given out for, while its file has not arrived. */
  at(path: string): Upload | undefined {
    this.#forget();
    return this.#held.get(this.#paths.get(path) ?? '');
  }

  /** Takes in the bytes; the path is used up. */
  receive(path: string, upload: Upload, bytes: Buffer): void {
    this.#paths.delete(path);
    upload.bytes = bytes;
  }

  /** A file whose bytes have arrived. */
  arrived(id: string): { file: NewFile; bytes: Buffer } | undefined {
    const { file, bytes } = this.#held.get(id) ?? {};
    return file && bytes && { file, bytes };
  }

  /** The upload is complete and forgotten here. */
  finish(id: string): void {
    this.#held.delete(id);
  }

  #forget(): void {
    const now = this.#elapsed();
    for (const [id, { until }] of this.#held) if (until < now) this.#held.delete(id);
    for (const [path, id] of this.#paths) if (!this.#held.has(id)) this.#paths.delete(path);
  }
}
