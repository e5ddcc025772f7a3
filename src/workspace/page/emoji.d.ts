/** The emoji by their short names, for the server and tests. */
export function isEmoji(name: string): boolean;
export function emojiCharacter(name: string): string;
export function withEmojiNames(text: string): string;
