import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runOne, type Depth, type Experiment, type Told } from './experiment.ts';

const runner = fileURLToPath(new URL('run.ts', import.meta.url));

/** Plays experiments in as many processes as there are lanes, each taking the next as soon as it is free. */
export async function playInLanes(
  names: readonly string[],
  depth: Depth,
  lanes: number,
): Promise<{ passed: number; failed: number; untried: readonly string[] }> {
  const waiting = [...names];
  const sum = { passed: 0, failed: 0 };
  const untried: string[] = [];
  const follow = async (): Promise<void> => {
    const player = fork(runner, ['--player', `--${depth}`]);
    const ended = once(player, 'exit');
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      player.send(next);
      const told = await Promise.race([
        once(player, 'message').then(([said]: Told[]) => said),
        ended.then(() => undefined),
      ]);
      sum.passed += told?.passed ?? 0;
      sum.failed += told?.failed ?? 1;
      if (told?.tried === false) untried.push(next);
      console.log((told?.lines ?? [`\n${next}\n  ✗ its process ended before the experiment did`]).join('\n'));
      if (told === undefined) return follow();
    }
    if (player.connected) player.disconnect();
    await ended;
  };
  await Promise.all(Array.from({ length: lanes }, follow));
  return { ...sum, untried };
}

/** What a lane's process does: plays whatever it is told, until nobody is there to tell it more. */
export function player(experiments: Readonly<Record<string, Experiment>>, depth: Depth): void {
  process.on('message', (name: string) => {
    const experiment = experiments[name];
    if (experiment === undefined) throw new Error(`there is no experiment ${name}`);
    void runOne(experiment, depth).then((told) => process.send?.(told));
  });
}
