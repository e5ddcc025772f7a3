/** What happens to replicas in a chaos run: they are killed and frozen, their connections are cut and their clocks moved. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import type { House } from './house.ts';
import { LEASE_MS } from './pace.ts';
import type { Replica } from './process.ts';

/** How often each happened. */
export interface Blows {
  kills: number;
  freezes: number;
  connectionsCut: number;
  clockJumps: number;
}

export interface Storm {
  house: House;
  dice: Dice;
  blows: Blows;
  /** Whether there has been enough of it. */
  over(): boolean;
  /** Is told how it goes. */
  tell(line: string): void;
}

/** Starts a replica and kills it, again and again; resolves with the last one, which is let live. */
export async function liveAndDie(storm: Storm, front: number): Promise<Replica> {
  const { house, dice, blows, over, tell } = storm;
  for (;;) {
    const replica = house.start(front);
    // Some die while they start, the others somewhere in their work.
    if (dice.next() < 0.25) await pause(dice.between(50, 1_500));
    else {
      if (!(await replica.ready)) tell(`replica ${front} ended by itself: ${replica.lines.at(-1)?.slice(0, 300)}`);
      await pause(dice.between(100, 4_000));
    }
    if (over()) return replica;
    if (dice.next() < 0.1) await freeze(storm, replica);
    replica.signal('SIGKILL');
    const code = await replica.ended;
    if (code !== null) continue;
    blows.kills += 1;
    if (blows.kills % 10 === 0) tell(`${blows.kills} kills`);
  }
}

/** Longer than a claim lasts: somebody else does its work meanwhile, and what it does afterwards must not count. */
async function freeze({ dice, blows }: Storm, replica: Replica): Promise<void> {
  replica.signal('SIGSTOP');
  await pause(LEASE_MS + 1_000);
  replica.signal('SIGCONT');
  blows.freezes += 1;
  await pause(dice.between(100, 1_500));
}

/** Cuts the connections to the database, and puts the clocks forward and back, until it is over. */
export async function disturb({ house, dice, blows, over }: Storm): Promise<void> {
  while (!over()) {
    await pause(dice.between(300, 1_500));
    if (dice.next() < 0.5) {
      house.control({ ahead: dice.between(-20_000, 20_000) });
      blows.clockJumps += 1;
    } else if (house.databaseUrl !== undefined) {
      const cut = await house.sql(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      blows.connectionsCut += cut.length;
    }
  }
}
