/** How much each person has not read, looked at again a moment after anything happened; and the window's title, which says it. */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { ask, coalesce } from './api.js';
import { useHints } from './live.js';

const AFTER_MS = 250;
const TURNS = new Set(['message', 'deleted', 'read', 'channels', 'reconnected']);

/** Unread messages by person: `direct` in direct messages, `all` everywhere. */
export function useUnread() {
  const [unread, setUnread] = useState(/** @type {Record<string, { direct: number, all: number }>} */ ({}));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const count = useRef(
    coalesce(async () => {
      const counted = await ask('/human/unread').catch(() => null);
      if (counted) setUnread(counted.unread);
    }),
  );
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(count.current, AFTER_MS);
  };
  useEffect(soon, []);
  useHints(hint => TURNS.has(hint.type) && soon());
  return unread;
}

/**
 * The window is named for the team, with how much the people shown have not read in front, and the icon bears a dot.
 * @param {string} name
 * @param {number} waiting
 */
export function useTitle(name, waiting) {
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ${name}` : name;
    const icon = document.querySelector('link[rel=icon]');
    icon?.setAttribute('href', waiting > 0 ? '/page/icon-unread.svg' : '/page/icon.svg');
  }, [name, waiting > 99 ? 100 : waiting]);
}
