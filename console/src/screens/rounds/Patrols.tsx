import { listPatrols } from '@fengqiao/contract/rounds.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { parts, texts } from './texts.ts';

/** Patrols, newest first: where, which points, and what there was to say. */
export function Patrols() {
  const { nameOf } = useUnits();
  const list = useMore(listPatrols, (after) => ({ query: after === undefined ? {} : { after } }));
  return (
    <Feed list={list} label={t(parts.patrols)} empty={t(texts.noPatrols)} keyOf={(one) => one.id}>
      {({ unit, by, startedAt, points, remarks }) => (
        <>
          <p className="row between">
            <strong>{nameOf(unit)}</strong>
            <span className="hint">
              {by} · {stamp(startedAt)}
            </span>
          </p>
          <p>
            {t(texts.points, { n: points.length })} <span className="hint">{listed(points)}</span>
          </p>
          {remarks !== '' && <p className="prose">{remarks}</p>}
        </>
      )}
    </Feed>
  );
}
