/** How much one person may do in a while, so that nobody's flood keeps others waiting. */

export interface RateLimit {
  /** 0: without limit. */
  deliveries: number;
  seconds: number;
}

/** `first`: too much, for the first time in this while. */
export type Rated = 'fine' | 'first' | 'again';

interface While {
  /** In milliseconds. */
  began: number;
  count: number;
}

/** With so many people in memory, those whose while is over are forgotten. */
const most = 10_000;

/** Counts each person for themselves. `now` is in milliseconds and never goes back. */
export function rateLimiter(
  { deliveries, seconds }: RateLimit,
  now: () => number = () => performance.now(),
): (userId: string) => Rated {
  const whiles = new Map<string, While>();
  const isOver = ({ began }: While, at: number) => at - began >= seconds * 1000;
  return userId => {
    if (deliveries === 0) return 'fine';
    const at = now();
    if (whiles.size >= most) for (const [id, known] of whiles) if (isOver(known, at)) whiles.delete(id);
    const known = whiles.get(userId);
    const current = known === undefined || isOver(known, at) ? { began: at, count: 0 } : known;
    current.count += 1;
    whiles.set(userId, current);
    if (current.count <= deliveries) return 'fine';
    return current.count === deliveries + 1 ? 'first' : 'again';
  };
}
