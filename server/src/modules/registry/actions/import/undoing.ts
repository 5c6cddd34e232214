import { destroyPersonKeys } from '#modules/identity';
import type { Platform } from '#platform/serve.ts';
import type { Work } from '#platform/work.ts';
import { lockImport, saveImport } from '../../store/imports.ts';
import { removeMade, restoreChanged } from '../../store/undo.ts';
import { BATCH, entering, idKind, type Stepping } from './steps.ts';

/** Goes on taking an import back: what it made goes, with the keys of people, then what it changed is as before. */
export async function goOnUndoing(
  platform: Platform,
  street: string,
  { id, most = Infinity }: Omit<Stepping, 'file'>,
): Promise<number> {
  const enter = entering(platform, street);
  for (let done = 0; done < most;) {
    const gone = await enter((work) => undoOne(work, id));
    if (gone === null) return done + 1;
    done += gone;
  }
  return most;
}

async function undoOne(work: Work, id: string): Promise<number | null> {
  const row = await lockImport(work, id);
  if (row.state !== 'undoing') return null;
  const gone = await removeMade(work, idKind(row), { id, madeAt: row.made_at }, BATCH);
  if (gone.length > 0) {
    if (row.kind === 'people') await destroyPersonKeys(work, gone);
    return gone.length;
  }
  await restoreChanged(work, idKind(row), id);
  await saveImport(work, id, { state: 'undone', endedAt: work.now });
  await work.announce('registry.import_undone', id, { kind: row.kind });
  return null;
}
