/** Everything the workspace sends has the shape that was recorded of Slack: each key, each type, all the way down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ELEMENT_TYPES } from '../core/view/elements.ts';
import { COVERAGE } from '../coverage/list.ts';
import { differences, type Seen } from '../shapes/compare.ts';
import { SHAPED_ELEMENTS } from '../shapes/element.ts';
import { optionalKeys, SHAPES, titleOf } from '../shapes/list.ts';
import type { Recorded } from '../shapes/shape.ts';
import { callAbout, callChat, callConversations, callFiles } from './shapes/calls.ts';
import {
  change,
  handlerOf,
  openHome,
  push,
  reword,
  talk,
  useAddresses,
  useHome,
  useMessages,
  useModals,
} from './shapes/deeds.ts';
import { type Door, openWatch, type Watch } from './shapes/watch.ts';

const RECORDED = new Map<string, Recorded>(
  Object.entries(SHAPES).flatMap(([kind, all]) => all.map(one => [`${kind} ${titleOf(one)}`, one] as const)),
);
/** The keys met behind either door. */
const seen: Seen = new Set();

describe.each<Door>(['socket', 'http'])('what an app gets by %s', door => {
  let watch: Watch;
  beforeAll(async () => {
    watch = await openWatch(door, handlerOf);
    for (const part of [talk, callAbout, callConversations, callChat, callFiles]) await part(watch);
    for (const part of [useModals, push, useHome, openHome, useMessages, reword, change, useAddresses])
      await part(watch);
    await watch.workspace.settled();
  }, 180_000);
  afterAll(() => watch.stop());

  it.each([...RECORDED])('%s', (title, [, , shape]) => {
    const arrived = watch.arrivals.get(title) ?? [];
    const found = arrived.flatMap(value => differences(value, shape, '$', seen));
    expect([...new Set(found)]).toEqual([]);
    expect(arrived, 'nothing brought it about: test/shapes/ has to').not.toEqual([]);
  });

  it('is nothing that has no shape', () => {
    expect([...watch.arrivals.keys()].filter(title => !RECORDED.has(title))).toEqual([]);
  });
});

describe('the shapes', () => {
  it('are those of the methods, events and interactions of the coverage list', () => {
    const covered = COVERAGE.filter(({ kind, level }) => kind in SHAPES && level !== 'not supported');
    const named = [...RECORDED].map(([title, [name]]) => `${title.split(' ')[0]} ${name}`);
    expect([...new Set(named)].sort()).toEqual(covered.map(({ kind, name }) => `${kind} ${name}`).sort());
  });

  it('are those of every element, workflows aside', () => {
    expect([...SHAPED_ELEMENTS, 'workflow_button'].sort()).toEqual([...ELEMENT_TYPES].sort());
  });

  it('have no key that may be missing and always is', () => {
    expect([...optionalKeys()].filter(key => !seen.has(key))).toEqual([]);
  });

  it('say where they are known from', () => {
    for (const [title, [, source]] of RECORDED) expect(source, title).toMatch(/^[\w.-]+(\/[\w.-]+)+$/);
  });
});
