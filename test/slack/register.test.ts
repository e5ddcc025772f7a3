import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/slack/command.ts';
import { registerOf } from '../../src/slack/register.ts';

const handler = async () => undefined;
const command = (name: string, more: Partial<Command> = {}): Command => ({
  name: `/${name}`,
  words: 'help',
  run: handler,
  ...more,
});

it('holds every declaration of the house', () => {
  const register = registerOf(commands);
  expect([...register.commands.keys()]).toEqual(commands.map(({ name }) => name));
});

it.each<[string, Command[], string]>([
  ['command', [command('leave'), command('leave')], 'Two commands declare the command /leave; ids must be unique.'],
  [
    'button',
    [command('a', { buttons: { 'x.press': handler } }), command('b', { buttons: { 'x.press': handler } })],
    'Two commands declare the button x.press; ids must be unique.',
  ],
  [
    'modal',
    [command('a', { modals: { 'x.form': handler } }), command('b', { modals: { 'x.form': handler } })],
    'Two commands declare the modal x.form; ids must be unique.',
  ],
  [
    'options',
    [command('a', { options: { 'x.find': async () => [] } }), command('b', { options: { 'x.find': async () => [] } })],
    'Two commands declare the options x.find; ids must be unique.',
  ],
])('refuses to start with a %s declared twice', (_, declared, sentence) => {
  expect(() => registerOf(declared)).toThrow(sentence);
});
