#!/usr/bin/env node
// Adds to package-lock.json the optional platform packages npm left out because the registry it asked
// did not have them; without them `npm ci` calls its own lock file inconsistent.
// Run after every change of dependencies: node scripts/complete-lock.mjs (with --check it only looks).
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../package-lock.json', import.meta.url);
const asFound = readFileSync(path, 'utf8');
const lock = JSON.parse(asFound);

/** Where npm would find `name` for the package at `at`, or undefined. */
function find(at, name) {
  for (let base = at; ;) {
    const key = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (lock.packages[key]) return key;
    if (base === '') return undefined;
    const up = base.lastIndexOf('node_modules/');
    base = up > 0 ? base.slice(0, up - 1) : '';
  }
}

/** The os, cpu and libc a platform package's name tells, as npm writes them. */
function platform(name) {
  const words = name.split('/').at(-1).split('-');
  const pick = (known) => words.map((word) => known[word]).find(Boolean);
  const os = pick({
    darwin: 'darwin',
    linux: 'linux',
    linuxmusl: 'linux',
    win32: 'win32',
    windows: 'win32',
    freebsd: 'freebsd',
    android: 'android',
    openharmony: 'openharmony',
  });
  const cpu = pick({
    x64: 'x64',
    arm64: 'arm64',
    arm: 'arm',
    ia32: 'ia32',
    ppc64: 'ppc64',
    riscv64: 'riscv64',
    s390x: 's390x',
    wasm32: 'wasm32',
  });
  if (!os || !cpu)
    throw new Error(`${name}: its name tells no platform; add it to package-lock.json by hand`);
  const musl = words.some((word) => word.includes('musl'));
  const libc = os !== 'linux' ? undefined : musl ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return { cpu: [cpu], os: [os], ...(libc ? { libc: [libc] } : {}) };
}

for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (find(at, name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platform(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
  }
}

const root = lock.packages[''];
const others = Object.keys(lock.packages)
  .filter((key) => key !== '')
  .sort((a, b) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([['', root], ...others.map((key) => [key, lock.packages[key]])]);
for (const entry of Object.values(lock.packages))
  if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;

/** Workspaces whose package.json asks for something else than the lock file was made for: `npm ci` refuses them. */
function strayed() {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  const asked = (manifest) =>
    JSON.stringify(
      kinds.map((kind) =>
        Object.entries(manifest[kind] ?? {})
          .map(String)
          .sort(),
      ),
    );
  return Object.keys(lock.packages).filter((at) => {
    if (at.includes('node_modules/')) return false;
    const manifest = new URL(`../${at === '' ? '' : `${at}/`}package.json`, import.meta.url);
    return asked(JSON.parse(readFileSync(manifest, 'utf8'))) !== asked(lock.packages[at]);
  });
}

const complete = `${JSON.stringify(lock, null, 2)}\n`;
if (process.argv.includes('--check')) {
  const wrong = [
    ...(complete === asFound ? [] : ['it lacks platform packages or names a registry']),
    ...strayed().map((at) => `it was not made for ${at}/package.json as it is`),
  ];
  for (const words of wrong) console.error(`package-lock.json: ${words}`);
  if (wrong.length > 0) {
    console.error('Run npm install --ignore-scripts, then node scripts/complete-lock.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, complete);
}
