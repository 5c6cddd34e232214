import { createHash } from 'node:crypto';
import type { Static } from 'typebox';
import type {
  addCheckpoint as adding,
  CheckpointView,
  printCheckpoints as printing,
} from '@fengqiao/contract/rounds/checkpoints.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { unitOf } from '#modules/identity';
import { newPassword } from '#platform/crypto/secret.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { changeCheckpoint, checkpointsIn, insertCheckpoint, type Checkpoint } from '../store/checkpoint.ts';

/** Points in reach of the post. */
export const listCheckpoints = async (work: Work, grid?: string): Promise<{ items: CheckpointView[] }> => ({
  items: (await checkpointsIn(work, grid)).map(viewOf),
});

/** The same with their codes, for printing. */
export const checkpointSheets = async (work: Work, grid?: string): Promise<Out<typeof printing>> => ({
  items: (await checkpointsIn(work, grid)).map((point) => ({ ...viewOf(point), code: point.code })),
});

export async function addCheckpoint(
  work: Work,
  { grid, name, address, lng, lat }: Static<typeof adding.body>,
): Promise<CheckpointView> {
  const unit = await unitOf(work, grid);
  if (unit?.kind !== 'grid' || !work.actor.units.includes(grid)) refuse('rounds.grid_not_yours');
  const id = work.newId();
  return viewOf(
    await insertCheckpoint(work, { id, grid, name: name.trim(), address, lng, lat, code: newPassword() }),
  );
}

export async function renewCheckpoint(work: Work, id: string): Promise<{ ok: true }> {
  return changed(await changeCheckpoint(work, id, { code: newPassword() }));
}

export async function endCheckpoint(work: Work, id: string): Promise<{ ok: true }> {
  return changed(await changeCheckpoint(work, id, { ended: true }));
}

const changed = (was: boolean): { ok: true } => (was ? { ok: true } : refuse('platform.not_found'));

const viewOf = ({ id, grid, name, address, lng, lat, code, seenOn }: Checkpoint): CheckpointView => ({
  id,
  grid,
  name,
  address,
  lng,
  lat,
  mark: createHash('sha256').update(code).digest('hex').slice(0, 16),
  seenOn,
});
