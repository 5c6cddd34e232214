#!/usr/bin/env node
// Makes a bare machine ready, then runs a script under the project's own Node:
//   node scripts/bootstrap.mjs [--web] [--browser] [--] <script.ts> [arguments]
// It needs no package, any Node from 18 and npm from 10, and does only what is missing.
import { delimiter, join, resolve } from 'node:path';
import { alone, cache, root } from './bootstrap/ground.mjs';
import { installAll, installed, nodePath } from './bootstrap/install.mjs';
import { buildWeb, staleApps } from './bootstrap/web.mjs';
import { browserReady, browserPath, prepareBrowser } from './bootstrap/browser.mjs';
import { become } from './bootstrap/become.mjs';

const rest = process.argv.slice(2);
const flags = [];
while (rest[0] === '--web' || rest[0] === '--browser') flags.push(rest.shift());
if (rest[0] === '--') rest.shift();
const web = flags.includes('--web');
const browser = flags.includes('--browser');

try {
  if (!installed()) await alone(() => installed() || installAll());
  if (web && staleApps().length > 0) await alone(() => buildWeb(staleApps()));
  if (browser && !browserReady()) await alone(() => browserReady() || prepareBrowser());
} catch (error) {
  console.error(`fengqiao: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

const [script, ...args] = rest;
if (script !== undefined) {
  const bin = join(root, 'node_modules', '.bin');
  const path = [bin, ...(process.env.PATH ?? '').split(delimiter).filter((part) => part !== bin)].join(
    delimiter,
  );
  // What Node made of the sources is kept: the second start need not read a thousand files anew.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(cache, 'compiled');
  const env = {
    ...process.env,
    PATH: path,
    NODE_COMPILE_CACHE: compiled,
    ...(browser ? { CHROME_PATH: browserPath() } : {}),
  };
  await become(nodePath(), [resolve(root, script), ...args], env);
}
