/** The room a chart has: how wide its place is, how large its text, and how wide a text in it. */
import { useLayoutEffect, useState } from '/page/vendor/hooks.js';

/** Labels are smaller than the text around a chart. */
const LABEL_SIZE = 0.8;
const pen = document.createElement('canvas').getContext('2d');

/**
 * @typedef {object} Room
 * @property {number} width in pixels; 0 until it is known
 * @property {number} size of a label’s letters, in pixels
 * @property {(text: string) => number} widthOf a label
 */

/**
 * The room in a box, measured before it is first seen and whenever the box or its text changes.
 * @param {{ current: HTMLElement | null }} box
 * @returns {Room}
 */
export function useRoom(box) {
  const [room, setRoom] = useState({ width: 0, size: 12, family: 'sans-serif' });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(element);
      const width = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const now = { width, size: Number.parseFloat(fontSize) * LABEL_SIZE, family: fontFamily };
      setRoom(was => (was.width === now.width && was.size === now.size && was.family === now.family ? was : now));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const widthOf = text => {
    if (!pen) return text.length * room.size;
    pen.font = `${room.size}px ${room.family}`;
    return pen.measureText(text).width;
  };
  return { width: room.width, size: room.size, widthOf };
}
