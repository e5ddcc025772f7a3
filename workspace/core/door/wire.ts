/** Reading requests and writing answers of the HTTP server, within limits. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes a request may carry, files aside. */
const MOST_BYTES = 1024 * 1024;

/** The body was larger than the server takes. */
export class TooLarge extends Error {}

/** The whole body as text. Throws TooLarge above 1 MB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request, MOST_BYTES)).toString('utf8');
}

/** The whole body. Throws TooLarge above this many bytes. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The fields of a multipart form, texts and files; undefined when the body is none. */
export async function readForm(request: IncomingMessage, most: number): Promise<FormData | undefined> {
  const body = await readBytes(request, most);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    return undefined;
  }
}

/** Answers with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}

/** Answers with words alone. */
export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(text);
}
