/** The documents: the README is short and the same in both languages, settings are told as they are, and every path is there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What the pattern's first group finds, in order. */
function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe('the README', () => {
  const both = ['README.md', 'README.zh-CN.md'];

  it.each(both)('%s is at most 10,000 bytes and names its equal in its first lines', path => {
    const other = both.find(one => one !== path) ?? '';
    expect(statSync(join(root, path)).size).toBeLessThanOrEqual(10_000);
    expect(read(path).split('\n').slice(0, 4).join('\n')).toContain(`](${other})`);
  });

  it('has the same parts, links and commands in both languages', () => {
    const shapeOf = (path: string) => {
      const text = read(path);
      return {
        lines: all(/^(#+|\d+\.|-|\||!|```\w*)(?= |$)/gm, text),
        links: all(/\]\(([^)]+)\)|<https?:[^>]+>/g, text).map(link => (both.includes(link) ? 'README' : link)),
        commands: all(/(npm (?:run |test|start|ci)[^`#&\n]*|\.ci\/run)/g, text).map(line => line.trim()),
        places: all(/^(\S+\/\S*)(?= {2,}| \w+\/)/gm, text),
      };
    };
    const [english, chinese] = both.map(shapeOf);
    expect(chinese).toEqual(english);
    expect(english?.places.length).toBeGreaterThan(5);
  });
});

describe('the table of settings', () => {
  const rows = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(
    ([, key = '', preset = '']) => ({ key, preset }),
  );

  it('has every setting of .env.example once, and no other', () => {
    const settings = all(/^#([A-Z_]+)=/gm, read('.env.example'));
    expect(rows.map(({ key }) => key).toSorted()).toEqual(settings.toSorted());
  });

  it('names the defaults that hold', () => {
    const presets = rows.flatMap(({ key, preset }) => {
      const value = /^`([^`]+)`$/.exec(preset)?.[1];
      return value === undefined ? [] : [[key, value]];
    });
    expect(presets.length).toBeGreaterThan(20);
    const preset = readConfig(Object.fromEntries(presets));
    // That they are set at all is what differs.
    if ('config' in preset) preset.config.environmentSettings = [];
    expect(preset).toEqual(readConfig({}));
  });
});

describe('links and paths', () => {
  /** The documents, wherever they stand. */
  function pages(): string[] {
    return ['.', 'docs', 'docs/decisions', 'deploy', 'workspace', 'block-kit'].flatMap(folder =>
      readdirSync(join(root, folder))
        .filter(name => name.endsWith('.md'))
        .map(name => normalize(join(folder, name))),
    );
  }

  /** A heading as its anchor is written. */
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-');

  it('every link leads to a file that is there, and to a heading in it', () => {
    const broken = pages().flatMap(page =>
      all(/\]\((?!https?:)([^)\s]+)\)/g, read(page)).filter(link => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : join(dirname(page), path);
        if (!existsSync(join(root, target))) return true;
        return (
          anchor !== undefined &&
          !all(/^#+ (.*)$/gm, read(target))
            .map(anchorOf)
            .includes(anchor)
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  it('every path in the guides and the glossary is there', () => {
    const guides = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/glossary.md', 'docs/operations.md'];
    const place = /`((?:src|commands|schedules|prisma|docs|test|block-kit|workspace)\/[\w./-]*)`/g;
    const paths = guides.flatMap(page => all(place, read(page)));
    expect(paths.length).toBeGreaterThan(80);
    expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
  });
});
