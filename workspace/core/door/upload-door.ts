/** The address announced files are sent to: takes their bytes in and answers in words. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MOST_FILE_BYTES } from '../file/file.ts';
import type { Uploads } from '../file/uploads.ts';
import { asText } from '../json.ts';
import type { Teams } from '../teams.ts';
import { answerText, readBytes, readForm, TooLarge } from './wire.ts';

/** What a multipart form needs around the file. */
const FORM_BYTES = 64 * 1024;

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
