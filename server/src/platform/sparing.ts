import type { FastifyBaseLogger } from 'fastify';

const STRETCH = 10_000;
const MOST = 50;
const TOO_MANY = 429;

/**
 * Whether the line of a request that ended with this status is written. Of a flood that is told to wait the first lines of
 * each stretch are, and the rest is counted: a line for each would fill the disk that everybody needs.
 */
export function makeSparing(
  log: Pick<FastifyBaseLogger, 'info'>,
  now: () => number = Date.now,
): (status: number) => boolean {
  let until = 0;
  let lines = 0;
  let untold = 0;
  return (status) => {
    if (now() >= until) {
      if (untold > 0) log.info({ requests: untold }, 'more were told to wait');
      [until, lines, untold] = [now() + STRETCH, 0, 0];
    }
    if (status !== TOO_MANY || lines < MOST) {
      lines += Number(status === TOO_MANY);
      return true;
    }
    untold += 1;
    return false;
  };
}
