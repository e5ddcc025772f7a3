/** Slack's standard emoji, for drawing and for completion. */
export interface Emoji {
  character: string;
  names: string[];
  category: string;
  /** Whether it comes in skin tones. */
  toned: boolean;
}
export const EMOJI: readonly Emoji[];
export function isEmoji(name: string): boolean;
export function emojiCharacter(name: string): string;
export function emojiOf(name: string, unicode: string): string;
export function emojiUnicode(name: string): string;
export function toned(character: string, tone: number): string;
export function offeredEmoji(query: string, most?: number): { name: string; character: string }[];
export function withEmojiNames(text: string): string;
