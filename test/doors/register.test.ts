import { validateMessage } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { helpForAll } from '../../src/features/help/views.ts';
import { LOCALES } from '../../src/kernel/locale.ts';
import { registerOf } from '../../src/slack/register.ts';
import { usageSaid } from '../../src/slack/usage.ts';
import { languages, readerOf } from '../support/speech.ts';

const readers = LOCALES.map(locale => readerOf(locale, 'Asia/Shanghai'));

describe('the register', () => {
  it('holds every command and handler once', () => {
    const { commands: byName, buttons, modals, options } = registerOf(commands);
    // What the features have words for is what can be typed, and nothing else.
    const described = Object.keys(languages.en.commands).map(name => `/${name}`);
    expect([...byName.keys()].sort()).toEqual(described.sort());
    for (const id of [...buttons.keys(), ...modals.keys(), ...options.keys()]) {
      expect(id).toMatch(/^[a-z]+\.[A-Za-z0-9.:_-]{1,80}$/);
    }
  });

  it('opens only the help to people without a post', () => {
    expect(commands.filter(({ open }) => open).map(({ name }) => name)).toEqual(['/help']);
  });
});

describe.each(readers)('in $locale', reader => {
  it.each(commands.map(command => [command.name, command] as const))('%s says what it is for', (name, { words }) => {
    const { summary, usages } = reader.t.commands[words];
    expect(summary.trim()).not.toBe('');
    expect(summary.length).toBeLessThanOrEqual(100);
    expect(usages.length).toBeGreaterThan(0);
    for (const { line, does } of usages) {
      expect(line === name || line.startsWith(`${name} `)).toBe(true);
      expect(does.trim()).not.toBe('');
      // It is shown as code, within mrkdwn.
      expect(`${line}${does}${summary}`).not.toMatch(/[<>&*]/);
      expect(line).not.toContain('`');
    }
    expect(new Set(usages.map(({ line }) => line)).size).toBe(usages.length);
  });

  it('/help names every command, and each by itself has every form', () => {
    const said = helpForAll(commands, '', reader);
    expect(validateMessage(said)).toEqual([]);
    expect(said.blocks?.length).toBeLessThanOrEqual(50);
    const shown = JSON.stringify(said.blocks);
    for (const command of commands) {
      const { summary, usages } = reader.t.commands[command.words];
      expect(said.text).toContain(`${command.name} — ${summary}`);
      expect(shown).toContain(`*${command.name}* — ${summary}`);
      const alone = usageSaid(command, reader);
      expect(validateMessage(alone)).toEqual([]);
      for (const { line, does } of usages) {
        expect(alone.text).toContain(`\`${line}\``);
        expect(alone.text).toContain(does);
      }
    }
  });
});
