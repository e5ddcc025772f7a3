/** Measures what a promise about time is about, on a busy machine as well. */

const tickMs = 25;

/**
 * Starts now; each call of what it returns tells the milliseconds since, in which this process waited or worked,
 * whichever is more. Those in which a busy machine left it no turn do not count.
 */
export function startStopwatch(): () => number {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, tickMs);
  timer.unref();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.max(ticks * tickMs, (user + system) / 1_000);
  };
}
