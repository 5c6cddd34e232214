import { t } from '@fengqiao/ui/language.ts';
import { span } from '@fengqiao/ui/time.ts';
import type { Progress } from './follow.ts';
import { texts } from './texts.ts';

const hour = 3_600_000;

/** How long each unit has had it, longest to see; the one that has it now is marked in words too. */
export function Held({ progress: { holders } }: { progress: Progress }) {
  if (holders.length === 0) return null;
  const longest = Math.max(...holders.map(({ hours }) => hours), 0.01);
  return (
    <section className="card" aria-labelledby="held">
      <h2 id="held">{t(texts.holders)}</h2>
      <ul className="held">
        {holders.map(({ unit, from, to, hours }) => (
          <li key={from + unit.zh}>
            <p className="card-top">
              <strong>{t(unit)}</strong>
              <span>
                {span(hours * hour)}
                {to === null && ` · ${t(texts.holdsNow)}`}
              </span>
            </p>
            <div className={to === null ? 'bar now' : 'bar'} aria-hidden="true">
              <span style={{ width: `${Math.max(2, (hours / longest) * 100)}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
