import { useCallback } from 'react';
import { listCheckpoints } from '@fengqiao/contract/rounds.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { useDraft } from '../../offline/drafts.ts';
import { usePhone } from '../../offline/phone.ts';
import { pointOf } from './codes.ts';

/** What was looked at, and when: for the worker's own eyes, on this phone only. */
export type Seen = { readonly code: string; readonly name: string | null; readonly at: number };
export type Walk = { startedAt: number | null; seen: Seen[]; remarks: string };
export type Past = { walks: { startedAt: number; endedAt: number; seen: Seen[] }[] };

const empty = (): Walk => ({ startedAt: null, seen: [], remarks: '' });
const none = (): Past => ({ walks: [] });
const KEPT = 10;

export const walkForm = 'patrol';

/** The patrol that is under way, and the worker's own last ones. */
export function useWalk() {
  const { phone } = usePhone();
  const { data, error } = useSay(listCheckpoints, {});
  const points = data?.items;
  const form = useDraft(phone, walkForm, empty);
  const past = useDraft(phone, 'patrols-past', none);
  const { change } = form;
  const see = useCallback(
    async (code: string) => {
      const name = (await pointOf(code, points ?? []))?.name ?? null;
      change(({ startedAt, seen }) => ({
        startedAt: startedAt ?? Date.now(),
        seen: seen.some((one) => one.code === code) ? seen : [...seen, { code, name, at: Date.now() }],
      }));
    },
    [points, change],
  );
  const keepPast = ({ startedAt, seen }: Walk) =>
    startedAt !== null &&
    past.change(({ walks }) => ({
      walks: [{ startedAt, endedAt: Date.now(), seen }, ...walks].slice(0, KEPT),
    }));
  return { points, error, form, past: past.draft, see, keepPast };
}
