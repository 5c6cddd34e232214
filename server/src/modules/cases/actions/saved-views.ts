import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { addSavedView, dropSavedView, savedViews, type SavedView } from '../store/saved-view.ts';

export const mySavedViews = async (work: Work): Promise<{ items: SavedView[] }> => ({
  items: await savedViews(work),
});

export const saveView = (work: Work, { name, query }: { name: string; query: string }): Promise<SavedView> =>
  addSavedView(work, accountOf(work.actor), name, query);

export async function dropView(work: Work, id: string): Promise<{ ok: true }> {
  return (await dropSavedView(work, id)) ? { ok: true } : refuse('platform.not_found');
}
