// npm and the shell between it and us do not pass SIGTERM on: when they are gone, nobody else will say it.
// A script started in the background from a shell of its own (no npm) is meant to outlive that shell.
const parent = process.ppid;
const watched =
  process.env.npm_lifecycle_event !== undefined || process.env.FENGQIAO_LAUNCHER === String(parent);

if (watched && parent > 1 && process.platform !== 'win32') {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
