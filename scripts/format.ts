// Puts every file into the one form the check asks for.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oxfmt = fileURLToPath(new URL('../node_modules/oxfmt/bin/oxfmt', import.meta.url));
const files = process.argv.slice(2);
process.exitCode =
  spawnSync(process.execPath, [oxfmt, ...(files.length > 0 ? files : ['.'])], { cwd: root, stdio: 'inherit' })
    .status ?? 1;
