import { t } from '@fengqiao/ui/language.ts';
import { longTime, span } from '@fengqiao/ui/time.ts';
import type { Progress } from './follow.ts';
import { texts } from './texts.ts';

const hour = 3_600_000;

/** What happened, newest first, and how long each unit held it. */
export function Steps({ progress: { steps, holders } }: { progress: Progress }) {
  const newestFirst = [...steps].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <section className="stack" aria-labelledby="steps">
        <h2 id="steps">{t(texts.steps)}</h2>
        <ol className="timeline">
          {newestFirst.map((step) => (
            <li key={`${step.at}${step.zh}`}>
              <p>{t(step)}</p>
              <p className="hint">
                {longTime(step.at)}
                {step.unit && ` · ${t(step.unit)}`}
              </p>
            </li>
          ))}
        </ol>
      </section>
      {holders.length > 0 && (
        <details>
          <summary>{t(texts.holders)}</summary>
          <dl className="facts">
            {holders.map((held) => (
              <div key={held.from + held.unit.zh} className="fact">
                <dt>{t(held.unit)}</dt>
                <dd>
                  {span(held.hours * hour)}
                  {held.to === null && ` · ${t(texts.holdsNow)}`}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
