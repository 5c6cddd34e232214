import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { RegistryImport } from '@fengqiao/contract/registry/imports.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { isHalted } from '../../domain/import/halt.ts';
import { findImport, lockImport, saveImport } from '../../store/imports.ts';
import { overtaken } from '../../store/undo.ts';
import { viewOfImport } from './read.ts';

/** Lets a checked import be written; one that would change too much needs a reason from whoever lets it. */
export async function applyRegistryImport(
  work: Work,
  id: string,
  reason: string | null,
): Promise<RegistryImport> {
  const row = await lockImport(work, id);
  if (row.state !== 'checked') refuse('registry.import_state', { state: row.state });
  if (isHalted(row) && reason === null)
    refuse('registry.too_many_changes', { known: row.known, updated: row.updated });
  await saveImport(work, id, {
    state: 'applying',
    reason: isHalted(row) ? reason : null,
    appliedBy: work.actor.account,
  });
  return viewOfImport(await findImport(work, id));
}

/** Lets an applied import be taken back as one, unless something of it was written since. */
export async function undoRegistryImport(work: Work, id: string, reason: string): Promise<RegistryImport> {
  const row = await lockImport(work, id);
  if (row.state !== 'applied' || row.ended_at === null)
    return refuse('registry.import_state', { state: row.state });
  const rows = await overtaken(work, fromJson<ImportKind>(row.kind), id, row.ended_at);
  if (rows > 0) refuse('registry.import_overtaken', { rows });
  await saveImport(work, id, { state: 'undoing', endedAt: row.ended_at, reason });
  return viewOfImport(await findImport(work, id));
}
