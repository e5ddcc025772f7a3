/** The file a manifest stands in, as `--manifest` is given it: JSON or YAML, and one sentence for each that is neither, or no manifest. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { jsonFault } from '../json-fault.ts';
import { Mistake, wishOf } from '../options.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-manifest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const MANIFEST = {
  display_information: { name: '问候 · Greeter 🙂', description: 'Says "hello"\\ once' },
  features: { slash_commands: [{ command: '/greet', description: 'Greet', usage_hint: '[whom]' }] },
  oauth_config: { scopes: { bot: ['commands'] } },
};

const YAML = `# As Slack exports it
display_information:
  name: "问候 · Greeter \\U0001F642"
  description: 'Says "hello"\\ once'
features:
  slash_commands:
    - command: /greet
      description: Greet
      usage_hint: "[whom]"
oauth_config: { scopes: { bot: [commands] } }
`;

function read(name: string, content: string | Uint8Array): unknown {
  const path = join(folder, name);
  writeFileSync(path, content);
  return wishOf(['--manifest', path])?.manifest;
}

describe('a manifest is taken', () => {
  it.each([
    ['JSON', 'app.json', JSON.stringify(MANIFEST)],
    [
      'JSON on many lines, with tabs and the mark some editors set before it',
      'app.JSON',
      `\uFEFF${JSON.stringify(MANIFEST, null, '\t')}\r\n`,
    ],
    ['YAML', 'app.yaml', YAML],
    ['YAML with Windows’ ends of lines', 'app.yml', YAML.replaceAll('\n', '\r\n')],
    ['JSON in a file for YAML, which it is too', 'json.yaml', JSON.stringify(MANIFEST)],
    ['YAML with an anchor', 'anchor.yaml', YAML.replace('bot: [commands]', 'bot: &some [commands], user: *some')],
    ['JSON by how it begins', 'manifest', `  ${JSON.stringify(MANIFEST)}`],
    ['YAML by how it begins', 'manifest.txt', stringify(MANIFEST)],
  ])('%s', (_what, name, content) => {
    const anchored = { oauth_config: { scopes: { bot: ['commands'], user: ['commands'] } } };
    expect(read(name, content)).toEqual({ ...MANIFEST, ...(name === 'anchor.yaml' && anchored) });
  });
});

describe('a file is refused with its name, its fault and the line of it', () => {
  const named = '{\n  "display_information": { "name": "A" }';
  it.each<[string, string | Uint8Array, string]>([
    ['empty.json', ' \n', 'it is empty'],
    ['empty.yaml', '', 'it is empty'],
    ['comment.yaml', '# nothing yet\n', 'A manifest must be an object with fields, not nothing'],
    ['latin.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9), 'it is not written in UTF-8'],
    ['comma.json', `${named}\n  "features": {}\n}`, 'it is not JSON, a comma or "}" is missing (line 3)'],
    ['trailing.json', `${named},\n}`, 'it is not JSON, a comma stands before "}" (line 3)'],
    ['open.json', `${named}\n`, 'it is not JSON, it ends too early (line 3)'],
    ['quotes.json', "{\n\n  'a': 1 }", 'it is not JSON, a name in double quotes is missing (line 3)'],
    ['yaml.json', 'display_information:\n  name: A\n', 'it is not JSON, "d" begins no value (line 1)'],
    ['twice.json', `${named},\n  "display_information": {}\n}`, 'a field stands there twice (line 3)'],
    ['list.json', '[]', 'A manifest must be an object with fields, not a list'],
    [
      'indent.yaml',
      'display_information:\n  name: A\n description: B\n',
      'it is not YAML, all mapping items must start at the same column (line 3)',
    ],
    ['tab.yaml', 'display_information:\n\tname: A\n', 'it is not YAML, tabs are not allowed as indentation (line 2)'],
    ['quote.yml', 'display_information:\n  name: "A\n', 'it is not YAML, missing closing "quote (line 3)'],
    [
      'colon.yaml',
      'display_information:\n  name: A: B\n',
      'it is not YAML, nested mappings are not allowed in compact mappings (line 2)',
    ],
    ['twice.yaml', 'display_information:\n  name: A\n  name: B\n', 'a field stands there twice (line 3)'],
    [
      'two.yaml',
      'display_information:\n  name: A\n---\nfeatures: {}\n',
      'a second document begins, and a manifest is one (line 3)',
    ],
    ['tag.yaml', 'display_information:\n  name: !env NAME\n', 'it is not YAML, unresolved tag: !env (line 2)'],
    ['alias.yaml', 'display_information:\n  name: A\nfeatures: *all\n', 'nothing is called &all before *all (line 3)'],
    ['words.txt', 'just words\n', 'A manifest must be an object with fields, not text'],
    ['nameless.yaml', 'features:\n  app_home: {}\n', 'display_information is missing'],
    ['unnamed.yaml', '\ndisplay_information:\n  description: A\n', 'display_information.name is missing (line 2)'],
    [
      'colour.yaml',
      'display_information:\n  name: A\n  background_color: #1f3a5f\n',
      'display_information.background_color must be text, not nothing (line 3)',
    ],
    [
      'field.yaml',
      'display_information:\n  name: A\nfeatures:\n  app_home:\n    home_tab: true\n',
      'features.app_home has no field "home_tab" (line 5)',
    ],
    [
      'scope.json',
      `${named},\n  "features": {\n    "slash_commands": [{ "command": "/a", "description": "b" }]\n  }\n}`,
      'features.slash_commands needs the scope "commands" (line 4)',
    ],
    [
      'event.yaml',
      'display_information:\n  name: A\nsettings:\n  event_subscriptions:\n    bot_events:\n      - app_home_opened\n      - app_mention\n',
      'the event app_mention needs the scope "app_mentions:read" (line 7)',
    ],
    [
      'many.yaml',
      'display_information:\n  name: A\n  description: ""\nfeatures:\n  slash_commands:\n    - command: greet\n      description: b\n',
      'display_information.description must not be empty (line 3); features.slash_commands[0].command must be a slash and a word, 32 characters at most (line 6)',
    ],
    [
      'anchored.yaml',
      'display_information: { name: A }\nfeatures:\n  app_home: &home\n    home_tab_enabled: maybe\n  bot_user: *home\n',
      'features.app_home.home_tab_enabled must be true or false, not text (line 4); features.bot_user.display_name is missing (line 5); features.bot_user has no field "home_tab_enabled" (line 4)',
    ],
  ])('%s', (name, content, why) => {
    expect(() => read(name, content)).toThrow(
      new Mistake(`The manifest ${join(folder, name)} cannot be used: ${why}.`),
    );
  });

  it('that is none', () => {
    const refused = (path: string) => () => wishOf(['--manifest', path]);
    expect(refused('none.yaml')).toThrow(new Mistake('The manifest none.yaml cannot be used: there is no such file.'));
    mkdirSync(join(folder, 'folder.yaml'));
    const path = join(folder, 'folder.yaml');
    expect(refused(path)).toThrow(new Mistake(`The manifest ${path} cannot be used: it is a folder.`));
  });

  it('whose aliases would grow without end', () => {
    const names = 'abcdefghij'.split('');
    const lines = names.map(
      (name, at) => `${name}: &${name} [${Array(10).fill(at === 0 ? 'x' : `*${names[at - 1]}`)}]`,
    );
    expect(() => read('bomb.yaml', lines.join('\n'))).toThrow(
      /bomb\.yaml cannot be used: it cannot be read as YAML, .*alias/,
    );
  });
});

it('whatever is no JSON has a fault, and what is has none', () => {
  const whole = JSON.stringify(MANIFEST, null, 1);
  expect(jsonFault(whole)).toBeUndefined();
  for (let at = 0; at < whole.length; at++)
    for (const changed of [
      whole.slice(0, at),
      whole.slice(0, at) + whole.slice(at + 1),
      `${whole.slice(0, at)}"${whole.slice(at)}`,
    ]) {
      const fault = jsonFault(changed);
      const parses = (() => {
        try {
          JSON.parse(changed);
          return true;
        } catch {
          return false;
        }
      })();
      expect([changed, fault === undefined]).toEqual([changed, parses]);
      if (fault)
        expect([changed, fault.why, fault.at >= 0 && fault.at <= changed.length]).toEqual([
          changed,
          expect.not.stringMatching(/^it is no JSON$/),
          true,
        ]);
    }
});
