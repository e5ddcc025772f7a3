/** Room shared among several texts that people typed. */
import { clip } from '@tiaoli/block-kit';

/** The texts, together at most `room` characters: short ones stay whole, and the long ones share evenly what is left. */
export function shared(texts: readonly string[], room: number): string[] {
  const kept = [...texts];
  const shortestFirst = kept.map((_, index) => index).sort((a, b) => lengthAt(kept, a) - lengthAt(kept, b));
  let left = room;
  shortestFirst.forEach((index, taken) => {
    const share = Math.floor(left / (kept.length - taken));
    kept[index] = clip(kept[index] ?? '', share);
    left -= lengthAt(kept, index);
  });
  return kept;
}

function lengthAt(texts: readonly string[], index: number): number {
  return texts[index]?.length ?? 0;
}
