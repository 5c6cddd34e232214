import type { ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { t } from '@fengqiao/ui/language.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { pageTexts as texts } from './texts.ts';

const SHOWN = 20;

/** What became of it, the newest first. */
export function Lineage({ steps }: { steps: ResourceView['lineage'] }) {
  return (
    <section className="card" aria-label={t(texts.lineage)}>
      <h2>{t(texts.lineage)}</h2>
      <ol className="steps">
        {steps.slice(0, SHOWN).map((step, n) => (
          // Two steps may be of one moment and one unit; they never change places.
          <li key={n}>
            <span className="hint number">{dayOf(step.at)}</span>
            <span>{t(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
