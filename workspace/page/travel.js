/**
 * A journey through time: under way or arrived, and what was said on the way, as it is said.
 * @typedef {{ channel: string, name: string, is_im: boolean, members: string[], ts: string, user: string, text: string }} News
 * @typedef {{ busy: boolean, news: News[] }} Journey
 */
import { useRef, useState } from '/page/vendor/hooks.js';
import { ask, coalesce, tell } from './api.js';
import { useHints } from './live.js';

/**
 * The last journey (null when there was none), a function that begins one, and one that forgets it.
 * @param {(error: unknown) => void} fail
 * @param {() => void} onMoved called when the bot has arrived, or could not
 */
export function useTravel(fail, onMoved) {
  const [journey, setJourney] = useState(/** @type {Journey | null} */ (null));
  const under = useRef({ way: false, since: '' });
  const look = useRef(
    coalesce(async () => {
      const { since } = under.current;
      if (since === '') return;
      const { news } = await ask('/human/news', { since }).catch(() => ({ news: null }));
      if (news && since === under.current.since) setJourney(held => held && { ...held, news });
    }),
  );
  useHints(hint => {
    if (under.current.way && hint.type === 'message') look.current();
  });
  /** @param {{ now: string } | { advance: string }} request */
  const travel = async request => {
    if (under.current.way) return;
    under.current = { way: true, since: '' };
    setJourney({ busy: true, news: [] });
    try {
      const { now } = await ask('/human/clock');
      // Messages of this very moment may bear a later fraction of its millisecond.
      under.current.since = ((Date.parse(now) + 1) / 1000).toFixed(3);
      await tell('/human/clock', request);
      await look.current();
    } catch (error) {
      fail(error);
    } finally {
      under.current.way = false;
      setJourney(held => held && { ...held, busy: false });
      onMoved();
    }
  };
  const forget = () => setJourney(null);
  return /** @type {const} */ ([journey, travel, forget]);
}
