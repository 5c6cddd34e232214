import { Link } from 'react-router';
import type { Refused } from '@fengqiao/contract/client.ts';
import { openEmergency } from '@fengqiao/contract/registry/emergencies.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { texts } from './limit-texts.ts';

/** The day's limit of people is reached: what still goes, and what to do when it is not enough. */
export function LimitReached({ error }: { error: Refused }) {
  const { hard } = error.details;
  return (
    <section className="card stack" role="alert" aria-label={t(texts.title)}>
      <h2>{t(texts.title)}</h2>
      {typeof hard === 'number' && <p>{t(texts.limit, { n: hard })}</p>}
      <p>{t(texts.still)}</p>
      <ul>
        <li>{t(texts.tomorrow)}</li>
        {mayCall(useMe(), openEmergency) && (
          <li>
            {t(texts.emergency)} <Link to="/emergency">{t(texts.toEmergency)}</Link>
          </li>
        )}
        <li>{t(texts.tooLittle)}</li>
      </ul>
    </section>
  );
}
