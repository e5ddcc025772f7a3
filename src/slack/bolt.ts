/** The door to Slack: Bolt's listeners, each handing what arrives to the desk and the answer back. */
import { makeDesk } from './desk.ts';
import type { Door, DoorOptions } from './door.ts';
import { listenToEvents } from './event.ts';
import { listenToLines } from './line.ts';
import { listenToModals } from './modal.ts';
import { listenToPresses } from './press.ts';
import { rateLimiter } from './rate.ts';
import { registerOf } from './register.ts';
import { listenToShortcuts } from './shortcut.ts';

/**
 * Registers one listener per kind of delivery; which handler it is for is looked up in the declarations. Throws a
 * sentence when two declarations collide.
 */
export function openDoor(options: DoorOptions): { idle(): Promise<void> } {
  const { app, office, reception, commands, namings, ours, rateLimit } = options;
  const desk = makeDesk(office, reception, ours, { rate: rateLimiter(rateLimit), examples: options.examples });
  const door: Door = { ...options, register: registerOf(commands, namings), desk };
  listenToLines(door);
  listenToPresses(door);
  listenToModals(door);
  listenToEvents(door);
  listenToShortcuts(door);
  app.error(async error => {
    office.log.error('bolt.error', { error: error.message, code: error.code });
  });
  return { idle: () => desk.idle() };
}
