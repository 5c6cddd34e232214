import { refuse } from '#platform/refusal.ts';

/**
 * When something was by the server's clock: the device's word, set right by how far it measured itself to be off. Nothing
 * that is handed in happened later than now, whatever a device says.
 */
export function onServer(deviceAt: string, offsetMs: number | undefined, now: Date): Date {
  const at = new Date(deviceAt).getTime() - (offsetMs ?? 0);
  return new Date(Math.min(at, now.getTime()));
}

type Walk = { readonly startedAt: string; readonly endedAt: string; readonly offsetMs?: number };

/** Beginning and end of a patrol by the server's clock. */
export function spanOf({ startedAt, endedAt, offsetMs }: Walk, now: Date): { start: Date; end: Date } {
  const [start, end] = [onServer(startedAt, offsetMs, now), onServer(endedAt, offsetMs, now)];
  if (end < start) refuse('rounds.ends_before_it_starts');
  return { start, end };
}
