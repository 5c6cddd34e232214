import { Link } from 'react-router';
import {
  decideReopening,
  designate,
  listCases,
  listReopenings,
  listRequests,
} from '@fengqiao/contract/cases.ts';
import { requestKinds } from '@fengqiao/contract/cases/words.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { ago } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';

const SHOWN = 3;
type Decision = {
  readonly id: string;
  readonly what: string;
  readonly title: string;
  readonly since: string;
  readonly to: string;
};

/** The three oldest things only this post can decide: arbitration first, then requests, then reopenings. */
export function Decisions() {
  const me = useMe();
  const { nameOf } = useUnits();
  const settles = mayCall(me, designate);
  const arbitration = useSay(
    listCases,
    { query: { desk: 'arbitration', sort: 'oldest', limit: SHOWN } },
    { enabled: settles },
  );
  const requests = useSay(listRequests, { query: { state: 'pending', limit: 20 } });
  const reopenings = useSay(
    listReopenings,
    { query: { open: true, limit: SHOWN } },
    { enabled: mayCall(me, decideReopening) },
  );
  const all: readonly Decision[] = [
    ...(arbitration.data?.items ?? []).map((one) => ({
      id: one.id,
      what: t(texts.arbitrate),
      title: one.title,
      since: one.updatedAt,
      to: `/arbitration?case=${one.id}`,
    })),
    ...(requests.data?.items ?? [])
      .filter((one) => one.mayDecide)
      .map((one) => ({
        id: one.id,
        what: t(texts.askedBy, { unit: nameOf(one.unit), kind: t(requestKinds[one.kind]) }),
        title: one.title,
        since: one.askedAt,
        to: `/requests?case=${one.caseId}`,
      })),
    ...(reopenings.data?.items ?? []).map((one) => ({
      id: one.id,
      what: t(texts.reopening),
      title: one.title,
      since: one.askedAt,
      to: `/reopenings?case=${one.caseId}`,
    })),
  ];
  return (
    <section className="card" aria-labelledby="three">
      <h2 id="three">{t(texts.three)}</h2>
      {all.length === 0 && <p className="hint">{t(texts.noneToDecide)}</p>}
      <ol className="decisions">
        {all.slice(0, SHOWN).map((one, index) => (
          <li key={one.id}>
            <span className="decision-no" aria-hidden>
              {index + 1}
            </span>
            <span className="grow">
              <strong className="clip">{one.title}</strong>
              <span className="hint small">
                {one.what} · {t(texts.askedAt, { at: ago(one.since) })}
              </span>
            </span>
            <Link to={one.to} className="decide" aria-label={`${t(texts.decide)}: ${one.title}`}>
              {t(texts.decide)}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
