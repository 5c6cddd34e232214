import { useState } from 'react';
import { BULK_MOST } from '@fengqiao/contract/cases/bulk.ts';

/** Which rows are chosen; they stay so while the list moves on, up to what one act may take. */
export function useSelection() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return {
    chosen,
    has: (id: string) => chosen.includes(id),
    toggle: (id: string) =>
      setChosen((now) =>
        now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(0, BULK_MOST),
      ),
    choose: (ids: readonly string[]) => setChosen(ids.slice(0, BULK_MOST)),
    clear: () => setChosen([]),
  };
}
export type Selection = ReturnType<typeof useSelection>;
