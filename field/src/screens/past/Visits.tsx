import { Link } from 'react-router';
import { listVisits, visitNeeds, visitPurposes } from '@fengqiao/contract/rounds.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, named, t } from '@fengqiao/ui/language.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { Pages } from './Pages.tsx';
import { texts } from './texts.ts';

/** My visits: when, to whom by a masked name, why, what was needed and what came of it. */
export function Visits() {
  const list = useMore(listVisits, (after) => ({ query: after === undefined ? {} : { after } }));
  return (
    <>
      <p className="hint">{t(texts.visitsHow)}</p>
      <Pages list={list} label={t(texts.visits)} empty={t(texts.noVisits)}>
        {({ person, place, purpose, needs, text, at, caseId }) => (
          <>
            <p className="card-top">
              <strong>{person ?? t(texts.unlisted)}</strong>
              <span>{t(visitPurposes[purpose])}</span>
            </p>
            <p className="hint">
              {longTime(at)}
              {place !== '' && ` · ${place}`}
            </p>
            <p>
              {needs.length === 0
                ? t(texts.nothing)
                : `${named(t(texts.needs))}${listed(needs.map((need) => t(visitNeeds[need])))}`}
            </p>
            {text !== '' && <p>{text}</p>}
            {caseId !== null && (
              <Link className="link" to={`/case/${caseId}`}>
                {t(texts.becameCase)}
              </Link>
            )}
          </>
        )}
      </Pages>
    </>
  );
}
