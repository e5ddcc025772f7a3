/** Files and the page: where their bytes are, and sending new ones. */

/** What is known of the files this page has sent, by id: fields hold the ids alone. @type {Map<string, any>} */
const sent = new Map();

/**
 * The address of a file on the server the page came from.
 * @param {string} id
 */
export function addressOf(id) {
  return `/files-pri/${encodeURIComponent(id)}`;
}

/**
 * The address of a picture in blocks: its own, or that of the file of the workspace it is. Pictures of people are on the
 * server the page came from, by whatever name or port it was known when the message was written.
 * @param {any} image
 */
export function pictureAddress(image) {
  const { image_url, slack_file } = image;
  const id = slack_file?.id ?? /\bF[0-9A-Z]{8,}\b/.exec(String(slack_file?.url ?? ''))?.[0];
  const avatar = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(\/avatars\/[^/]+\.png)$/.exec(
    String(image_url ?? ''),
  )?.[1];
  return avatar ?? String(image_url ?? (id === undefined ? '' : addressOf(id)));
}

/**
 * Sends a file as this person; answers what Slack knows of it. Fails in words, like `tell`.
 * @param {string} user
 * @param {File} file
 * @returns {Promise<any>}
 */
export async function upload(user, file) {
  const query = new URLSearchParams({ user, name: file.name });
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/human/file?${query}`, { method: 'POST', body: file });
  } catch {
    throw new Error('offline');
  }
  const answer = await response.json().catch(() => null);
  if (answer?.ok !== true) throw new Error(answer?.message ?? `HTTP ${response.status}`);
  sent.set(answer.file.id, answer.file);
  return answer.file;
}

/**
 * A file this page has sent.
 * @param {string} id
 * @returns {{ id: string, name: string, size: number } | undefined}
 */
export function sentFile(id) {
  return sent.get(id);
}

/**
 * A size in words.
 * @param {number} bytes
 */
export function formatSize(bytes) {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}
