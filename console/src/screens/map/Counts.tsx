import { mapCounts, type MapFilter } from '@fengqiao/contract/cases/map.ts';
import { mapKinds } from '@fengqiao/contract/cases/map-words.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, share } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { useTypes } from '../../parts/TypeSelect.tsx';
import { texts } from './texts.ts';

/** How the cases of the map divide: those of the drawn area, or of the filters. */
export function Counts({ filter }: { filter: MapFilter }) {
  const counts = useSay(mapCounts, { query: filter }, { keepLast: true });
  return <Answer of={counts}>{(told) => <Told told={told} />}</Answer>;
}

function Told({ told }: { told: Out<typeof mapCounts> }) {
  const { nameOf } = useUnits();
  const types = useTypes();
  if (told.total === 0) return <p className="hint">{t(texts.empty)}</p>;
  const nameOfType = (key: string | null) => {
    const type = types.of(key);
    return type === undefined ? (key ?? t(texts.noType)) : t(type.name);
  };
  const groups = [
    { name: texts.byState, items: told.states.map((one) => ({ ...one, name: t(mapKinds.state[one.key]) })) },
    { name: texts.byAge, items: told.ages.map((one) => ({ ...one, name: t(mapKinds.age[one.key]) })) },
    {
      name: texts.byType,
      items: told.types.slice(0, 6).map((one) => ({ ...one, name: nameOfType(one.key) })),
    },
    {
      name: texts.byLead,
      items: told.leads
        .slice(0, 6)
        .map((one) => ({ ...one, name: one.key === null ? t(texts.noLead) : nameOf(one.key) })),
    },
  ];
  return (
    <>
      <p className="counts-total">{t(texts.totalLate, { n: amount(told.total), late: amount(told.late) })}</p>
      {groups.map(({ name, items }) => (
        <section key={name.zh} aria-label={t(name)}>
          <h3>{t(name)}</h3>
          <ul className="counts">
            {items
              .filter(({ count }) => count > 0)
              .map((item) => (
                <li key={item.name}>
                  <span className="clip">{item.name}</span>
                  <span className="counts-bar" aria-hidden>
                    <span style={{ width: `${(item.count / told.total) * 100}%` }} />
                  </span>
                  <span className="number" title={share(item.count, told.total)}>
                    {amount(item.count)}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
