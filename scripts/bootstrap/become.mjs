// Hands over to the script that was asked for.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const watchParent = new URL('./watch-parent.mjs', import.meta.url);

/** Replaces this process where the system can; otherwise stands in for the child and passes signals on. */
export async function become(command, args, env) {
  const all = ['--import', watchParent.href, ...args];
  if (process.execve && process.platform !== 'win32') process.execve(command, [command, ...all], env);
  await import(watchParent.href);
  const child = spawn(command, all, {
    stdio: 'inherit',
    env: { ...env, FENGQIAO_LAUNCHER: String(process.pid) },
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends its interrupt to the child as well; a second one would cut its farewell short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`fengqiao: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}
