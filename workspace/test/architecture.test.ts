/** How the package is built: the core knows no surface, nobody goes in a circle, and nothing outside is reached but by name. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every module of the package, tests left out, with the paths and names it imports; imports of types count too. */
const modules = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !/^(test|testing|node_modules)\//.test(path) && path !== 'vitest.config.ts')
    .map(path => [path, importsOf(path)] as const),
);

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const names = [
    ...text.matchAll(/(?:^(?:import|export)\s[^;'"]*?from\s+|^import\s+|\bimport\(|@import .*from )['"]([^'"]+)['"]/gm),
  ];
  return names.map(([, name = '']) => (name.startsWith('.') ? posix.join(dirname(path), name) : name));
}

const strays = (from: string, mayNot: (target: string) => boolean): string[] =>
  [...modules]
    .filter(([path]) => path.startsWith(from))
    .flatMap(([path, imports]) => imports.filter(mayNot).map(target => `${path} -> ${target}`));

describe('the package', () => {
  it('has a core that knows no surface', () => {
    expect(
      strays('core/', target => !/^(core\/|node:|@tiaoli\/(block-kit|folder-lock)$|ws$|zod$)/.test(target)),
    ).toEqual([]);
  });

  it('has surfaces that stand on the core and know nothing of one another', () => {
    expect(strays('human/', target => !/^(core\/|human\/|node:|zod$)/.test(target))).toEqual([]);
    expect(strays('page/', target => !/^(core\/|page\/|\/page\/vendor\/|node:)/.test(target))).toEqual([]);
    // What the browser loads of the core is the reading of texts.
    const drawn = strays('page/', target => target.startsWith('core/') && !target.startsWith('core/text/'));
    expect(drawn.filter(line => /^page\/[\w-]+\.js/.test(line))).toEqual([]);
  });

  it('reaches nothing outside itself but by name, and only what its package.json declares', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    const declared = (target: string) =>
      Object.keys(dependencies).some(name => target === name || target.startsWith(`${name}/`));
    const inside = (target: string) => modules.has(target) || target.endsWith('.d.ts');
    const beyond = strays(
      '',
      target => !inside(target) && !declared(target) && !/^(node:|\/page\/vendor\/)/.test(target),
    );
    expect(beyond).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(circle()).toEqual([]);
  });

  it('looks at what it is about', () => {
    expect(modules.size).toBeGreaterThan(150);
    expect(modules.get('core/message/rich-text.ts')).toContain('core/text/emoji.js');
    expect(modules.get('page/text.js')).toContain('core/text/mrkdwn.js');
    expect(modules.get('workspace.ts')).toContain('human/register.ts');
  });
});

/** The files of one circle of imports, in order; nothing when there is none. */
function circle(): string[] {
  const done = new Set<string>();
  const visit = (path: string, way: string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of modules.get(path) ?? []) {
      const found = modules.has(target) ? visit(target, [...way, path]) : [];
      if (found.length > 0) return found;
    }
    done.add(path);
    return [];
  };
  for (const path of modules.keys()) {
    const found = visit(path, []);
    if (found.length > 0) return found;
  }
  return [];
}
