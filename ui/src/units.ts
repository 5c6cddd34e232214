import type { Both } from '@fengqiao/contract/route.ts';
import { listUnits, type UnitView } from '@fengqiao/contract/units.ts';
import { useSay } from './data.ts';
import { t } from './language.ts';

const none: readonly UnitView[] = [];

/** A row of the list may say "the community", whichever it is where the case lies. */
export const communityOfPlace = {
  id: 'community',
  name: { zh: '所在社区', en: 'Community of the place' },
} as const;

/** Levels of supervision that are named without a unit of the street. */
const levels: Readonly<Record<string, Both>> = {
  [communityOfPlace.id]: communityOfPlace.name,
  centre: { zh: '联动中心', en: 'Command centre' },
  district: { zh: '区级', en: 'District' },
};

/** All units of the street and how to name one; a unit nobody knows is shown by its key. */
export function useUnits() {
  const { data } = useSay(listUnits, {});
  const items = data?.items ?? none;
  const of = (id: string | null | undefined) => items.find((unit) => unit.id === id);
  const nameOf = (id: string | null | undefined): string => {
    if (id === null || id === undefined) return '—';
    const unit = of(id);
    const level = levels[id];
    if (unit === undefined) return level === undefined ? id : t(level);
    return t({ zh: unit.shortZh, en: unit.name.en });
  };
  return { items, of, nameOf };
}
