/** Refuses a lock file that would install what nobody can check: run as `node .ci/packages.mjs package-lock.json`. */
import { readFileSync } from 'node:fs';

/** Packages that have a script for their installation. None of them runs: what is needed of it is run by name. */
const WITH_SCRIPTS = ['@prisma/engines', 'esbuild', 'prisma'];
const REGISTRY = 'https://registry.npmjs.org/';

const [file = 'package-lock.json'] = process.argv.slice(2);
const { lockfileVersion, packages = {} } = JSON.parse(readFileSync(file, 'utf8'));
const faults = lockfileVersion === 3 ? [] : [`${file} is of another form (${lockfileVersion}); this reads 3.`];
for (const [path, { link, integrity, resolved, hasInstallScript }] of Object.entries(packages)) {
  // The program itself, and the packages that stand in this repository.
  if (!path.includes('node_modules/') || (link === true && !/^[a-z]+:/.test(resolved ?? ''))) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) faults.push(`${name} has no sha512 integrity.`);
  // Where none is named it is the registry's.
  if (!(resolved ?? REGISTRY).startsWith(REGISTRY))
    faults.push(`${name} comes from ${resolved}, not from ${REGISTRY}.`);
  if (hasInstallScript === true && !WITH_SCRIPTS.includes(name))
    faults.push(`${name} would run a script when it is installed; name it in .ci/packages.mjs once somebody read it.`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
