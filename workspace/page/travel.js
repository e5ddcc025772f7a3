/**
 * A journey through time: under way or arrived, and what was said on the way, as it is said.
 * @typedef {{ channel: string, name: string, is_im: boolean, members: string[], ts: string, user: string, text: string }} News
 * @typedef {{ busy: boolean, from: Date, to: Date, short: boolean, count: number, news: News[] }} Journey
 * `to`: where it leads, and once there where it ended; `short`: it ended before; `count`: of all messages, `news` the last
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
      const { news, count } = await ask('/human/news', { since }).catch(() => ({ news: null, count: 0 }));
      if (news && since === under.current.since) setJourney(held => held && { ...held, news, count });
    }),
  );
  useHints(hint => {
    if (under.current.way && hint.type === 'message') look.current();
  });
  /** @param {Date} to */
  const travel = async to => {
    if (under.current.way) return;
    under.current = { way: true, since: '' };
    try {
      const { now } = await ask('/human/clock');
      setJourney({ busy: true, from: new Date(now), to, short: false, count: 0, news: [] });
      // Messages of this very moment may bear a later fraction of its millisecond.
      under.current.since = ((Date.parse(now) + 1) / 1000).toFixed(3);
      await tell('/human/clock', { now: to.toISOString() });
      await look.current();
      setJourney(held => held && { ...held, busy: false });
    } catch (error) {
      fail(error);
      const { now } = await ask('/human/clock').catch(() => ({ now: undefined }));
      setJourney(held => held && { ...held, busy: false, short: true, ...(now && { to: new Date(now) }) });
    } finally {
      under.current.way = false;
      onMoved();
    }
  };
  const forget = () => setJourney(null);
  return /** @type {const} */ ([journey, travel, forget]);
}
