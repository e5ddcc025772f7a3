/** How people and channels are named on the page. */
import type { Channel } from './completion.d.ts';
import type { Language } from './time.d.ts';
export function inLanguage(text: string, language: Language): string;
export function initialsOf(name: string): string;
export function hueOf(id: string): number;
export function channelTitle(channel: Channel, nameOf: (id: string) => string): string;
export function asChannelName(text: string): string;
