import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import type { Past as Kept } from './walk.ts';
import { texts } from './texts.ts';

/** The worker's own last patrols with their times: on this phone only. */
export function Past({ past }: { past: Kept }) {
  if (past.walks.length === 0) return null;
  return (
    <details>
      <summary>{t(texts.past)}</summary>
      <p className="hint">{t(texts.pastHow)}</p>
      {past.walks.map(({ startedAt, endedAt, seen }) => (
        <section key={startedAt} className="card">
          <strong>
            {stamp(new Date(startedAt))} – {stamp(new Date(endedAt)).slice(11)}
          </strong>
          <ol>
            {seen.map(({ code, name, at }) => (
              <li key={code}>
                {stamp(new Date(at)).slice(11)} {name ?? code}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  );
}
