import { listPatrols } from '@fengqiao/contract/rounds.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { Pages } from './Pages.tsx';
import { texts } from './texts.ts';

/** My patrols: when, which points, and what I said. */
export function Patrols() {
  const list = useMore(listPatrols, (after) => ({ query: after === undefined ? {} : { after } }));
  return (
    <>
      <p className="hint">{t(texts.patrolsHow)}</p>
      <Pages list={list} label={t(texts.patrols)} empty={t(texts.noPatrols)}>
        {({ startedAt, points, remarks }) => (
          <>
            <p className="card-top">
              <strong>{longTime(startedAt)}</strong>
              <span>{t(texts.points, { n: points.length })}</span>
            </p>
            {points.length > 0 && <p>{listed(points)}</p>}
            {remarks !== '' && <p>{remarks}</p>}
          </>
        )}
      </Pages>
    </>
  );
}
