/** Serves the page: its own files, and the small libraries it uses, from this machine alone. */
import { readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { answerText } from './wire.ts';

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

/** The libraries under /page/vendor, by the name the page imports them with. */
const VENDOR: Record<string, [library: string, file: string]> = {
  'preact.js': ['preact', 'dist/preact.mjs'],
  'hooks.js': ['preact', 'hooks/dist/hooks.mjs'],
  'htm.js': ['htm', 'dist/htm.module.js'],
};

/** Answers a GET of `/`, `/page/...` or `/page/vendor/...`; 404 for everything else. */
export async function answerPage(directory: string, path: string, response: ServerResponse): Promise<void> {
  const vendor = VENDOR[path.replace(/^\/page\/vendor\//, '')];
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
  else if (file.endsWith('index.html')) response.end(text().replace('</head>', `${await preloads(directory)}</head>`));
  else response.end(content);
}

/** Every module of the page, for the browser to fetch at once rather than as one names the next. */
async function preloads(directory: string): Promise<string> {
  const own = (await readdir(directory)).filter(name => name.endsWith('.js')).map(name => `/page/${name}`);
  const libraries = Object.keys(VENDOR).map(name => `/page/vendor/${name}`);
  return [...libraries, ...own].map(address => `<link rel="modulepreload" href="${address}">\n`).join('');
}

function pagePath(directory: string, path: string): string | undefined {
  if (path === '/' || path === '/page' || path === '/page/') return join(directory, 'index.html');
  if (!path.startsWith('/page/')) return undefined;
  const wanted = normalize(join(directory, decode(path.slice('/page/'.length))));
  const isInside = wanted.startsWith(normalize(directory) + sep) && !wanted.includes('\0');
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
