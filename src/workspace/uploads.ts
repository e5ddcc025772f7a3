/** Uploads of the app: announced by `files.getUploadURLExternal`, sent to the address it gives, completed by another call. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MOST_FILE_BYTES, type NewFile } from './file.ts';
import { asText } from './json.ts';
import type { Teams } from './teams.ts';
import { answerText, readBytes, readForm, TooLarge } from './wire.ts';

/** A file that was announced; `bytes` once they have arrived. */
export interface Upload {
  file: NewFile;
  length: number;
  bytes?: Buffer;
  until: number;
}

/** How long an announced file may take to be sent and completed. */
const UPLOAD_MS = 60 * 60_000;
/** What a multipart form needs around the file. */
const FORM_BYTES = 64 * 1024;

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

/** Answers a POST of a file, raw or as a multipart form: "OK" and its size, or the reason against it in words. */
export async function answerUpload(teams: Teams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?')[0] ?? '';
  const core = teams.all().find(({ uploads }) => uploads.at(path) !== undefined) ?? teams.first;
  const at = core.traffic.now();
  const began = performance.now();
  const end = core.activity.begin();
  try {
    const { status, text, name } = await receive(core.uploads, path, request);
    core.traffic.add({
      at,
      direction: 'from_bot',
      method: 'upload',
      payload: { filename: name },
      answer: text,
      ack_ms: Math.round(performance.now() - began),
      ok: status === 200,
      ...(status !== 200 && { error: text }),
    });
    if (status === 413) response.setHeader('connection', 'close');
    answerText(response, status, text);
  } finally {
    end();
  }
}

async function receive(
  uploads: Uploads,
  path: string,
  request: IncomingMessage,
): Promise<{ status: number; text: string; name: string }> {
  const upload = uploads.at(path);
  if (!upload) return { status: 404, text: 'There is no upload expected here.', name: '' };
  const { name } = upload.file;
  const bytes = await fileIn(request).catch((error: unknown) => {
    if (error instanceof TooLarge) return error;
    throw error;
  });
  if (bytes instanceof TooLarge)
    return { status: 413, text: `A file may have ${MOST_FILE_BYTES} bytes at most.`, name };
  if (!bytes) return { status: 400, text: 'There is no file in the form.', name };
  if (bytes.length !== upload.length)
    return { status: 400, text: `${upload.length} bytes were announced, ${bytes.length} were sent.`, name };
  uploads.receive(path, upload, bytes);
  return { status: 200, text: `OK - ${bytes.length}`, name };
}

/** The file in the body; in a form, the first one, whatever its field is called. */
async function fileIn(request: IncomingMessage): Promise<Buffer | undefined> {
  if (!asText(request.headers['content-type']).includes('multipart/form-data'))
    return readBytes(request, MOST_FILE_BYTES);
  const form = await readForm(request, MOST_FILE_BYTES + FORM_BYTES);
  const file = form && [...form.values()].find(value => typeof value !== 'string');
  return file && Buffer.from(await file.arrayBuffer());
}
