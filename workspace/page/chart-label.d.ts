/** Labels that fit; `widthOf` tells how wide a text is in the unit of the room. */
export function cut(text: string, room: number, widthOf: (text: string) => number): string;
export function inTwo(text: string, room: number, widthOf: (text: string) => number): string[];
