import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LogLevel, WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, INTERACTION_TYPES } from '../core/app/happenings.ts';
import { METHODS } from '../core/methods/register.ts';
import { ELEMENT_TYPES } from '../core/view/elements.ts';
import type { Covered } from '../coverage/line.ts';
import { COVERAGE } from '../coverage/list.ts';
import { accountOf } from '../coverage/tables.ts';

const ROOT = join(import.meta.dirname, '..');

const names = (kind: Covered['kind'], isThere = true): string[] =>
  COVERAGE.filter(line => line.kind === kind && (line.level !== 'not supported') === isThere)
    .map(({ name }) => name)
    .sort();

describe('the coverage list', () => {
  it('names exactly the methods that are answered', () => {
    expect(names('method')).toEqual([...METHODS.keys()].sort());
  });

  it('has a line for every method the SDK can call, and no line for nothing', async () => {
    const missing = (await sdkMethods()).filter(name => !METHODS.has(name));
    const lines = names('method', false);
    expect(missing.filter(name => !lines.some(line => standsFor(line, name)))).toEqual([]);
    expect(lines.filter(line => !missing.some(name => standsFor(line, name)))).toEqual([]);
  });

  it('names exactly the events and interactions that are sent', () => {
    expect(names('event').filter(name => !name.includes('/'))).toEqual([...EVENT_TYPES].sort());
    expect(names('interaction')).toEqual([...INTERACTION_TYPES, 'response_url', 'slash_commands'].sort());
  });

  it('names every event Slack declares, and every subtype of a message', () => {
    const folder = 'events';
    // Slack notes that a channel was made private under a subtype its types do not declare.
    const declaredSubtypes = declared(`${folder}/message.d.ts`, /^ {4}subtype: '(\w+)';/gm);
    const subtypes = [...declaredSubtypes, 'channel_convert_to_private'].map(name => `message/${name}`);
    const types = readdirSync(typesOf(folder)).filter(file => file.endsWith('.d.ts'));
    const events = types.flatMap(file => declared(`${folder}/${file}`, /^ {4}type: '(\w+)';/gm));
    expect([...names('event'), ...names('event', false)].sort()).toEqual([...new Set([...events, ...subtypes])].sort());
  });

  it('names every block and element Slack declares', () => {
    // Slack's reference has charts since June 2026; its types do not declare them yet.
    const blocks = [...declared('block-kit/blocks.d.ts', /^ {4}type: '(\w+)';/gm), 'data_visualization'];
    expect([...names('block'), ...names('block', false)].sort()).toEqual(blocks.sort());
    const elements = [...names('element'), ...names('element', false)].sort();
    expect(elements).toEqual([...ELEMENT_TYPES].sort());
    const actionable = /^export interface \w+ extends Actionable[^{]*\{.*?^ {4}type: '(\w+)';/gms;
    expect(elements).toEqual(declared('block-kit/block-elements.d.ts', actionable));
  });

  it('has each thing once, and tells every difference in a sentence', () => {
    const all = COVERAGE.map(({ kind, name }) => `${kind} ${name}`);
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
    for (const { name, level, difference } of COVERAGE)
      if (level !== 'supported') expect(difference, name).toMatch(/^[A-Z].*\.$/);
  });

  it('stands in COVERAGE.md as it is (npm run coverage)', () => {
    expect(readFileSync(join(ROOT, 'COVERAGE.md'), 'utf8')).toBe(accountOf(COVERAGE));
  });

  it('gives for each thing that works a test that does it', () => {
    const unproven = COVERAGE.filter(line => line.level !== 'not supported' || line.test !== undefined)
      .filter(line => !proof(line).test(sourceOf(line.test ?? '')))
      .map(({ kind, name, test }) => `${kind} ${name} in ${test}`);
    expect(unproven).toEqual([]);
  });
});

/** Whether a line is about the method: by its name, or as one of the family. */
function standsFor(line: string, method: string): boolean {
  return line.endsWith('.*') ? method.startsWith(line.slice(0, -1)) : line === method;
}

/** The methods a real client calls when each of its functions is called. */
async function sdkMethods(): Promise<string[]> {
  const called = new Set<string>();
  const fetch: typeof globalThis.fetch = async input => {
    called.add(String(input).replace('http://slack.test/api/', ''));
    return Response.json({ ok: true });
  };
  const options = { slackApiUrl: 'http://slack.test/api/', logLevel: LogLevel.ERROR, fetch };
  const client = new WebClient('xoxb-test', options);
  const families = Object.values(client).filter(part => part?.constructor === Object);
  // What a function misses in its arguments is of no interest, only where it calls.
  for (const call of families.flatMap(functionsIn)) await Promise.resolve(call({ text: 'x' })).catch(() => {});
  return [...called].sort();
}

function functionsIn(part: unknown): ((args: object) => unknown)[] {
  if (typeof part === 'function') return [part as (args: object) => unknown];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(functionsIn) : [];
}

function typesOf(path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve('@slack/types')), path);
}

/** The types a declaration file of Slack's own names where the pattern finds them. */
function declared(file: string, pattern: RegExp): string[] {
  const text = readFileSync(typesOf(file), 'utf8');
  return [...new Set([...text.matchAll(pattern)].map(([, type = '']) => type))].sort();
}

/** A test file without its white space, so that how it is broken into lines does not matter. */
function sourceOf(test: string): string {
  return readFileSync(join(import.meta.dirname, test.split(': ')[0] ?? ''), 'utf8').replace(/\s/g, '');
}

/** What a test that does the thing has in its source: the call, the subscription, the block, or for a behaviour the test itself. */
function proof({ kind, name, test = '' }: Covered): RegExp {
  const [, title = ''] = /: (.*)$/.exec(test) ?? [];
  if (title !== '') return new RegExp(`(?:it|test|\\))\\((['"])${escaped(squeezed(title))}\\1`);
  const word = escaped(name.replace('message/', ''));
  switch (kind) {
    case 'method':
      return new RegExp(`\\.${word}\\(|'${word}'|apiUrl}${word}`);
    case 'event':
      return name === 'message' ? /\.message\(|type:'message'/ : new RegExp(`'${word}'`);
    case 'block':
    case 'element':
      return new RegExp(`type:'${word}'|\\b${word}:(\\[|{|input\\()`);
    case 'interaction':
      return DEEDS[name] ?? new RegExp(`'${word}'`);
    case 'behaviour':
      return /^\b$/;
  }
}

/** What a person does that sends the interaction. */
const DEEDS: Record<string, RegExp> = {
  block_actions: /'\/human\/click'/,
  block_suggestion: /'\/human\/options'/,
  response_url: /response_url|respond\(/,
  slash_commands: /'\/human\/command'/,
  view_closed: /'\/human\/close'/,
  view_submission: /'\/human\/submit'/,
};

function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
