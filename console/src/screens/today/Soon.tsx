import { Link } from 'react-router';
import { listCases, type CaseQuery } from '@fengqiao/contract/cases.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Due } from '../../parts/Due.tsx';
import { GradeMark, StateMark } from '../../parts/Marks.tsx';
import { texts } from './texts.ts';

const SHOWN = 6;

/** The few cases at the head of a list, with the way to all of them. */
export function Soon({ title, none, query }: { title: Both; none: Both; query: CaseQuery }) {
  const { nameOf } = useUnits();
  const list = useSay(listCases, { query: { ...query, limit: SHOWN } }, { everyMs: 120_000 });
  const all = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => [name, String(value)]),
  );
  return (
    <section className="card" aria-label={t(title)}>
      <div className="card-head">
        <h2>{t(title)}</h2>
        <Link to={`/cases?${all}`}>{t(texts.all)}</Link>
      </div>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{t(none)}</p>
          ) : (
            <ul className="soon">
              {items.map((line) => (
                <li key={line.id}>
                  <GradeMark grade={line.grade} />
                  <Link to={`/cases/${line.id}`} className="clip grow" title={line.title}>
                    {line.title}
                  </Link>
                  <span className="hint clip soon-unit">{nameOf(line.lead ?? line.community)}</span>
                  <StateMark state={line.state} />
                  <Due dueAt={line.dueAt} lateSince={line.lateSince} state={line.state} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
