/** The page as a surface: its own files, and the small libraries it uses, served from this machine alone. */
import { readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { answerText } from '../core/door/wire.ts';
import type { OpenSurface } from '../core/surface.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Nothing from elsewhere and nothing inline; pictures in messages may come from anywhere on the web. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How the core reads texts, which the page does with the same modules; they lie to it as the folders do. */
const TEXT = join(import.meta.dirname, '../core/text');

/** The libraries under /page/vendor, by the name the page imports them with. */
const VENDOR = new Map<string, [library: string, file: string]>([
  ['preact.js', ['preact', 'dist/preact.mjs']],
  ['hooks.js', ['preact', 'hooks/dist/hooks.mjs']],
  ['htm.js', ['htm', 'dist/htm.module.js']],
]);

/** How the page introduces itself. */
export interface PageOptions {
  /** Where the page's files are; default: beside this file. */
  pageDirectory?: string;
  /** What the browser's tab says until the team is known; default: Workspace. */
  pageTitle?: string;
  /** The id of whom the page shows when its address names nobody; default: the first person of the team. */
  firstPerson?: string;
}

/** The surface that answers every GET nobody else has answered: the page, or 404. */
export function openPage(options: PageOptions): OpenSurface {
  return () => ({
    async answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      await answerPage(options, (request.url ?? '/').split('?')[0] ?? '/', response);
      return true;
    },
  });
}

/** Answers a GET of `/`, `/page/...` or `/core/text/...`; 404 for everything else. */
async function answerPage(options: PageOptions, path: string, response: ServerResponse): Promise<void> {
  const directory = options.pageDirectory ?? import.meta.dirname;
  const vendor = VENDOR.get(path.replace(/^\/page\/vendor\//, ''));
  const isVendor = path.startsWith('/page/vendor/');
  const file = isVendor ? vendor && vendorPath(vendor) : pagePath(directory, path);
  const content = file === undefined ? undefined : await read(file);
  if (file === undefined || content === undefined) {
    answerText(response, 404, 'There is no such page here.');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  const text = () => content.toString('utf8');
  // Libraries import one another by name, which only Node understands; a browser needs the address.
  if (isVendor) response.end(text().replace(/(from\s*)"preact"/g, '$1"/page/vendor/preact.js"'));
  else if (file.endsWith('index.html')) response.end(introduced(text(), options, await preloads(directory)));
  else response.end(content);
}

/** The page with its modules named ahead, its title, and whom it shows first. */
function introduced(html: string, { pageTitle, firstPerson }: PageOptions, links: string): string {
  const title = pageTitle === undefined ? '' : `<title>${escaped(pageTitle)}</title>`;
  const person = firstPerson === undefined ? '' : ` data-person="${escaped(firstPerson)}"`;
  return html
    .replace('</head>', () => `${links}</head>`)
    .replace(/<title>.*<\/title>/, whole => title || whole)
    .replace('<div id="page"', start => start + person);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Every module of the page, for the browser to fetch at once rather than as one names the next. */
async function preloads(directory: string): Promise<string> {
  const own = (await readdir(directory)).filter(name => name.endsWith('.js')).map(name => `/page/${name}`);
  const texts = (await readdir(TEXT)).filter(name => name.endsWith('.js')).map(name => `/core/text/${name}`);
  const libraries = [...VENDOR.keys()].map(name => `/page/vendor/${name}`);
  return [...libraries, ...texts, ...own].map(address => `<link rel="modulepreload" href="${address}">\n`).join('');
}

function pagePath(directory: string, path: string): string | undefined {
  if (path === '/' || path === '/page' || path === '/page/') return join(directory, 'index.html');
  const [base, prefix] = path.startsWith('/core/text/') ? [TEXT, '/core/text/'] : [directory, '/page/'];
  if (!path.startsWith(prefix)) return undefined;
  const wanted = normalize(join(base, decode(path.slice(prefix.length))));
  const isInside = wanted.startsWith(normalize(base) + sep) && !wanted.includes('\0');
  return isInside && TYPES[extname(wanted)] !== undefined ? wanted : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function vendorPath([library, file]: [string, string]): string {
  const require = createRequire(import.meta.url);
  // The main file is somewhere inside the library's folder; its name tells where the folder begins.
  const main = require.resolve(library);
  const root = main.slice(0, main.lastIndexOf(join('node_modules', library)) + join('node_modules', library).length);
  return join(root === '' ? dirname(main) : root, file);
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
