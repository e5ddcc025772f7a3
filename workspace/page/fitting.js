/** What fits into a box: the wording that does, and a field as high as what is typed. */
import { useLayoutEffect, useState } from '/page/vendor/hooks.js';

const pen = document.createElement('canvas').getContext('2d');

/**
 * The first of the texts, the longest first, that stands in the box on one line whatever width it has; else the last.
 * @param {{ current: HTMLElement | null }} box
 * @param {string[]} texts
 */
export function useFitting(box, texts) {
  const [at, setAt] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !pen) return;
    const look = () => {
      const { font, letterSpacing, wordSpacing, paddingLeft, paddingRight } = getComputedStyle(element);
      Object.assign(pen, { font, letterSpacing: spacing(letterSpacing), wordSpacing: spacing(wordSpacing) });
      const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const fitting = texts.findIndex(text => pen.measureText(text).width <= room);
      setAt(fitting < 0 ? texts.length - 1 : fitting);
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [texts.join('\n')]);
  return texts[Math.min(at, texts.length - 1)] ?? '';
}

/**
 * Makes the field as high as its text.
 * @param {{ current: HTMLElement | null }} field
 * @param {string} text
 */
export function useGrowing(field, text) {
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [text]);
}

/** @param {string} length as computed */
function spacing(length) {
  return length === 'normal' ? '0px' : length;
}
