import { acts as actNames, states } from '@fengqiao/contract/cases/words.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';

/** What happened so far, and what was said by whom it concerns. */
export function Past({ found: { timeline, reportList } }: { found: CaseView }) {
  const { nameOf } = useUnits();
  const newestFirst = [...timeline].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <details>
        <summary>
          {t(texts.reports)} ({reportList.length})
        </summary>
        <ul className="cards">
          {reportList.map((report) => (
            <li key={report.id} className="card">
              <p>{report.text}</p>
              <p className="hint">{longTime(report.reportedAt)}</p>
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t(texts.past)}</summary>
        <ol className="timeline">
          {newestFirst.map((step) => (
            <li key={step.id}>
              <p>
                {step.kind in actNames
                  ? tOf(actNames, step.kind)
                  : step.stateAfter === null
                    ? tOf(texts.steps, step.kind)
                    : t(states[step.stateAfter])}
              </p>
              <p className="hint">
                {longTime(step.at)} ·{' '}
                {[step.name, step.unit && nameOf(step.unit)].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
