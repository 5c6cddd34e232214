import { listUnits, type UnitView } from '@fengqiao/contract/units.ts';
import { useSay } from './data.ts';
import { t } from './language.ts';

const none: readonly UnitView[] = [];

/** All units of the street and how to name one; a unit nobody knows is shown by its key. */
export function useUnits() {
  const { data } = useSay(listUnits, {});
  const items = data?.items ?? none;
  const of = (id: string | null | undefined) => items.find((unit) => unit.id === id);
  const nameOf = (id: string | null | undefined): string => {
    if (id === null || id === undefined) return '—';
    const unit = of(id);
    return unit === undefined ? id : t({ zh: unit.shortZh, en: unit.name.en });
  };
  return { items, of, nameOf };
}
