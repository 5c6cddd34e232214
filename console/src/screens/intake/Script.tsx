import { reportForm } from '@fengqiao/contract/report-form.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

/** What to ask on the phone, one after the other: the questions of the screen and of the paper form, to be read out. */
export function Script() {
  return (
    <details className="card script" open>
      <summary>
        <h2>{t(texts.script)}</h2>
      </summary>
      <p className="small hint">{t(texts.scriptSays)}</p>
      <ol>
        {reportForm.map(({ id, say, needed }) => (
          <li key={id} data-question={id}>
            {t(say)} {needed && <span className="mark">{t(texts.mustAsk)}</span>}
          </li>
        ))}
      </ol>
      <p className="small hint">{t(texts.scriptEnd)}</p>
    </details>
  );
}
