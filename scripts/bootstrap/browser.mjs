// The Chromium for the journeys in e2e: the one CHROME_PATH names, or the one npm brought, unpacked once.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, readOr, root, run, say } from './ground.mjs';
import { nodePath } from './install.mjs';

const source = join(root, 'node_modules', '@sparticuz', 'chromium');
const folder = () =>
  join(cache, `chromium-${JSON.parse(readOr(join(source, 'package.json'), '{}')).version}`);

/** A folder is there only when it was unpacked completely: it gets its name at the end. */
export const browserPath = () => process.env.CHROME_PATH || join(folder(), 'chrome');
export const browserReady = () => existsSync(browserPath());

// A slim machine lacks NSS and a font list; Chromium's package has both, and they are used only then.
const starter = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
if ldd "$here/chromium" | grep -q 'not found'; then
  export LD_LIBRARY_PATH="$here/al2023/lib"
fi
exec "$here/chromium" "$@"
`;

export function prepareBrowser() {
  if (process.env.CHROME_PATH)
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`);
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('the journeys need a browser: set CHROME_PATH to Chrome or Chromium and start again.');
  say('unpacking Chromium …');
  const unpacking = `${folder()}.new`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  // The package unpacks into the system's temporary folder; here that is a folder of the project.
  const unpack =
    "const { inflate } = await import('@sparticuz/chromium'); for (const part of process.argv.slice(1)) await inflate(part);";
  const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((part) =>
    join(source, 'bin', part),
  );
  const env = { ...process.env, TMPDIR: unpacking };
  run(nodePath(), ['--input-type=module', '-e', unpack, ...parts], { cwd: root, env }, 'Chromium is ready');
  writeFileSync(join(unpacking, 'chrome'), starter, { mode: 0o755 });
  renameSync(unpacking, folder());
}
