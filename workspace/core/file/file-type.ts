/** What a file is, by the ending of its name, and the size of a picture by its first bytes. */

export interface FileType {
  /** Slack's short name of the type. */
  filetype: string;
  mimetype: string;
  pretty_type: string;
}

const TYPES: [filetype: string, mimetype: string, pretty_type: string, endings?: string[]][] = [
  ['png', 'image/png', 'PNG'],
  ['jpg', 'image/jpeg', 'JPEG', ['jpg', 'jpeg']],
  ['gif', 'image/gif', 'GIF'],
  ['webp', 'image/webp', 'WebP'],
  ['svg', 'image/svg+xml', 'SVG'],
  ['heic', 'image/heic', 'HEIC'],
  ['pdf', 'application/pdf', 'PDF'],
  ['zip', 'application/zip', 'Zip'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word Document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'PowerPoint Presentation'],
  ['mp3', 'audio/mpeg', 'MP3'],
  ['mp4', 'video/mp4', 'MPEG 4 Video'],
  ['mov', 'video/quicktime', 'QuickTime Movie'],
  ['text', 'text/plain', 'Plain Text', ['txt', 'text', 'log']],
  ['csv', 'text/csv', 'CSV'],
  ['markdown', 'text/plain', 'Markdown', ['md', 'markdown']],
  ['html', 'text/html', 'HTML', ['html', 'htm']],
  ['css', 'text/css', 'CSS'],
  ['json', 'application/json', 'JSON'],
  ['xml', 'application/xml', 'XML'],
  ['yaml', 'text/plain', 'YAML', ['yaml', 'yml']],
  ['javascript', 'text/javascript', 'JavaScript', ['js', 'mjs', 'cjs']],
  ['typescript', 'text/plain', 'TypeScript', ['ts']],
  ['python', 'text/plain', 'Python', ['py']],
  ['java', 'text/plain', 'Java'],
  ['go', 'text/plain', 'Go'],
  ['ruby', 'text/plain', 'Ruby', ['rb']],
  ['shell', 'text/plain', 'Shell', ['sh']],
  ['sql', 'text/plain', 'SQL'],
  ['diff', 'text/plain', 'Diff', ['diff', 'patch']],
];
const BINARY: FileType = { filetype: 'binary', mimetype: 'application/octet-stream', pretty_type: 'Binary' };
/** Pictures a browser may show beside the page: none of these can carry a script. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The type of a file with this name. */
export function typeOfName(name: string): FileType {
  const ending = endingOf(name);
  return entry(TYPES.find(([filetype, , , endings = [filetype]]) => endings.includes(ending)));
}

/** The type a snippet is declared as; undefined when it is not the name of a kind of text. */
export function typeOfSnippet(snippet_type: string): FileType | undefined {
  const known = TYPES.find(([filetype]) => filetype === snippet_type);
  return known && isText(entry(known)) ? entry(known) : undefined;
}

/** The ending of a file's name in small letters, without the dot. */
export function endingOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a name with this ending is one of the declared types, which apps give as endings (`jpg`) or as Slack's names (`text`). */
export function isOneOf(name: string, filetypes: readonly string[]): boolean {
  const { filetype } = typeOfName(name);
  const mine = [endingOf(name), filetype];
  return filetypes.some(given => {
    const wanted = given.toLowerCase().replace(/^\./, '');
    return mine.includes(wanted) || (filetype !== BINARY.filetype && typeOfName(`x.${wanted}`).filetype === filetype);
  });
}

/** Whether a browser may show it in the page. */
export function isPicture({ mimetype }: FileType): boolean {
  return SHOWN.has(mimetype);
}

/** Whether it is read as text. */
export function isText({ mimetype }: FileType): boolean {
  return /^text\/|\/(json|xml)$/.test(mimetype);
}

/** Width and height of a PNG, GIF, JPEG or WebP picture; undefined when the bytes are none. */
export function pictureSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 30) return undefined;
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG')
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.subarray(0, 3).toString('latin1') === 'GIF')
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.subarray(8, 16).toString('latin1') === 'WEBPVP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

/** The frame header among a JPEG's segments says how large the picture is. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

function entry(found: (typeof TYPES)[number] | undefined): FileType {
  if (!found) return BINARY;
  const [filetype, mimetype, pretty_type] = found;
  return { filetype, mimetype, pretty_type };
}
