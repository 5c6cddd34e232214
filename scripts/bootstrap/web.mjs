// Builds the web apps whose sources changed since their last build.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, fingerprint, readOr, root, run, say } from './ground.mjs';
import { nodePath } from './install.mjs';

const apps = ['console', 'resident', 'field'];
const stamp = (app) => join(cache, 'web', app);
const skip = (name) =>
  name === 'node_modules' || name === 'dist' || name.startsWith('.') || /\.test\.tsx?$/.test(name);

/** What an app is built from: its own folder, what it shares with others, and the versions of its packages. */
function sources(app) {
  return fingerprint(
    ['contract', 'ui', app, 'package-lock.json'].map((part) => join(root, part)),
    skip,
  );
}

/** The apps that have a page and no build of the sources as they are now. */
export function staleApps() {
  const present = apps.filter((app) => existsSync(join(root, app, 'index.html')));
  return present.filter(
    (app) => !existsSync(join(root, app, 'dist', 'index.html')) || readOr(stamp(app), '') !== sources(app),
  );
}

export function buildWeb(stale) {
  if (stale.length > 0) say(`building ${stale.join(', ')} …`);
  mkdirSync(join(cache, 'web'), { recursive: true });
  for (const app of stale) {
    const built = sources(app);
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    run(nodePath(), [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, app), env }, `${app} built`);
    writeFileSync(stamp(app), built);
  }
}
