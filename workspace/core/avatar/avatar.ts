/** The pictures of people, bots and teams: a mark in a colour, both of which always follow from the same id, as nobody uploads any. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { type Colour, squarePng } from './png.ts';

/** The sizes Slack names, in pixels. */
const SIZES = {
  user: [24, 32, 48, 72, 192, 512],
  bot: [36, 48, 72],
  team: [34, 44, 68, 88, 102, 132, 230],
} as const;

const ALL_SIZES = new Set<number>(Object.values(SIZES).flat());

/** An address under which a picture is served: whose it is, its hash and its size. */
const ADDRESS = /^\/avatars\/([^/]+)-(g[0-9a-f]{11})-([1-9]\d{1,2})\.png$/;

/** Which picture an address leads to. */
export interface Avatar {
  id: string;
  size: number;
}

/** The `avatar_hash` of an id. It begins with a g, by which Slack tells a picture it made itself from one that was uploaded. */
export function avatarHash(id: string): string {
  return `g${digest(id).toString('hex').slice(0, 11)}`;
}

/** `image_24` and the like for every size Slack has of this kind, as addresses on the server at `url`. */
export function avatarUrls(url: string, id: string, kind: keyof typeof SIZES): JsonObject {
  const name = `${encodeURIComponent(id)}-${avatarHash(id)}`;
  return Object.fromEntries(SIZES[kind].map(size => [`image_${size}`, `${url}/avatars/${name}-${size}.png`]));
}

/** The picture a path leads to; undefined when no picture is called so. */
export function avatarAt(path: string): Avatar | undefined {
  const [, name = '', hash, digits] = ADDRESS.exec(path) ?? [];
  const [id, size] = [decoded(name), Number(digits)];
  return id !== '' && hash === avatarHash(id) && ALL_SIZES.has(size) ? { id, size } : undefined;
}

/** Whether a whole address is that of such a picture, on this machine. */
export function isAvatarUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname } = new URL(address);
  const isHere = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
  return isHere && avatarAt(pathname) !== undefined;
}

/** The squares of a mark, across and down; the right half mirrors the left. */
const CELLS = 5;

/** The picture itself: the same bytes for the same id and size. */
export function avatarPng({ id, size }: Avatar): Buffer {
  const bytes = digest(id);
  const cell = Math.floor(size / (CELLS + 1));
  const margin = Math.floor((size - cell * CELLS) / 2);
  const hue = (bytes.readUInt16BE(8) / 65_536) * 360;
  return squarePng(size, [colour(hue, 0.5, 0.92), colour(hue, 0.55, 0.42)], (x, y) => {
    const [column, row] = [Math.floor((x - margin) / cell), Math.floor((y - margin) / cell)];
    if (Math.min(column, row) < 0 || Math.max(column, row) >= CELLS) return 0;
    const mirrored = Math.min(column, CELLS - 1 - column);
    return (bytes[10 + mirrored * CELLS + row] ?? 0) & 1;
  });
}

function digest(id: string): Buffer {
  return createHash('sha256').update(`avatar of ${id}`).digest();
}

/** A colour by its hue in degrees, and saturation and lightness from 0 to 1. */
function colour(hue: number, saturation: number, lightness: number): Colour {
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    const strength = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
