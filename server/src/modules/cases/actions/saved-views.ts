import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { addSavedView, dropSavedView, savedViews, setUsual, type SavedView } from '../store/saved-view.ts';

export const mySavedViews = async (work: Work): Promise<{ items: SavedView[] }> => ({
  items: await savedViews(work),
});

type Given = { readonly name: string; readonly query: string; readonly share?: boolean | undefined };

/** Keeps a filter for oneself, or lends it to everybody of one's unit. */
export const saveView = (work: Work, { name, query, share = false }: Given): Promise<SavedView> =>
  addSavedView(work, { account: accountOf(work.actor), name, query, unit: share ? work.actor.unit : null });

export async function dropView(work: Work, id: string): Promise<{ ok: true }> {
  return (await dropSavedView(work, id)) ? { ok: true } : refuse('platform.not_found');
}

/** Only a filter one can see may open by itself. */
export async function setUsualView(work: Work, view: string | null): Promise<{ ok: true }> {
  if (view !== null && !(await savedViews(work)).some((one) => one.id === view)) refuse('platform.not_found');
  await setUsual(work, accountOf(work.actor), view);
  return { ok: true };
}
