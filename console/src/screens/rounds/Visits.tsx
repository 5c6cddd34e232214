import { Link } from 'react-router';
import { listVisits, visitNeeds, visitPurposes } from '@fengqiao/contract/rounds.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Feed } from '../../parts/Feed.tsx';
import { parts, texts } from './texts.ts';

/** Visits, newest first, with masked names: why, what is needed, and what came of it. */
export function Visits() {
  const { nameOf } = useUnits();
  const list = useMore(listVisits, (after) => ({ query: after === undefined ? {} : { after } }));
  return (
    <Feed list={list} label={t(parts.visits)} empty={t(texts.noVisits)} keyOf={(one) => one.id}>
      {({ unit, by, person, place, purpose, needs, text, at, caseId }) => (
        <>
          <p className="row between">
            <strong>
              {person ?? t(texts.unlisted)} · {t(visitPurposes[purpose])}
            </strong>
            <span className="hint">
              {nameOf(unit)} · {by} · {stamp(at)}
            </span>
          </p>
          <p>
            {place}
            {needs.length > 0 && ` · ${listed(needs.map((need) => t(visitNeeds[need])))}`}
          </p>
          {text !== '' && <p className="prose">{text}</p>}
          {caseId !== null && <Link to={`/cases/${caseId}`}>{t(texts.becameCase)}</Link>}
        </>
      )}
    </Feed>
  );
}
