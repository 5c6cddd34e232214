import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { requestActs } from '@fengqiao/contract/catalogue/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { pageTexts as texts } from './texts.ts';

/** Everything that happened, in order. */
export function Steps({ share: { steps } }: { share: RequestView }) {
  const { nameOf } = useUnits();
  return (
    <section className="card" aria-label={t(texts.steps)}>
      <h2>{t(texts.steps)}</h2>
      <ol className="steps">
        {steps.map(({ at, act, by, unit, text }) => (
          <li key={`${at} ${act}`}>
            <span className="hint number">{stamp(at)}</span>
            <span>
              {by === null ? t(texts.bySystem) : `${unit === null ? '' : nameOf(unit)} ${by}`}{' '}
              <strong>{t(requestActs[act])}</strong>
            </span>
            {text !== null && text !== '' && <span className="prose">{text}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
