import { t } from '@fengqiao/ui/language.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import type { Progress } from './follow.ts';
import { texts } from './texts.ts';

/** What happened, newest first. */
export function Steps({ progress: { steps } }: { progress: Progress }) {
  const newestFirst = [...steps].sort((a, b) => b.at.localeCompare(a.at));
  return (
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
  );
}
