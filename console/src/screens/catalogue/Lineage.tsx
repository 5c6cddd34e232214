import { lineageKinds, type ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { t } from '@fengqiao/ui/language.ts';
import { dayOf } from '@fengqiao/ui/time.ts';
import { pageTexts as texts } from './texts.ts';

const SHOWN = 20;
const tones: Readonly<Record<keyof typeof lineageKinds, string>> = {
  imported: 'primary',
  published: '',
  measured: '',
  granted: 'good',
  delivered: 'good',
  used: 'primary',
  ended: '',
};

/** Where it came from and what became of it, the newest first. */
export function Lineage({ steps }: { steps: ResourceView['lineage'] }) {
  return (
    <section className="card" aria-label={t(texts.lineage)}>
      <h2>{t(texts.lineage)}</h2>
      <ol className="steps">
        {steps.slice(0, SHOWN).map((step, n) => (
          // Two steps may be of one moment and one unit; they never change places.
          <li key={n}>
            <span className="hint number">{dayOf(step.at)}</span>
            <span>
              <span className={`mark ${tones[step.kind]}`}>{t(lineageKinds[step.kind])}</span> {t(step)}
              {step.by !== null && <span className="hint"> · {step.by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
