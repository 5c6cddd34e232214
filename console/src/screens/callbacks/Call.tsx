import { Link } from 'react-router';
import type { CallbackView } from '@fengqiao/contract/cases/callbacks.ts';
import { callOutcomes } from '@fengqiao/contract/cases/callback-words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Reveal } from '../../parts/case/Reveal.tsx';
import { OutcomeMark } from '../../parts/Marks.tsx';
import { useNow } from '../../parts/now.ts';
import { CallForm } from './CallForm.tsx';
import { texts } from './texts.ts';

/** One call: what it is about, whom to reach, the calls made before, and the words to say. */
export function Call({ drawn }: { drawn: CallbackView }) {
  const { street } = useMe();
  const early = Date.parse(drawn.askAt) > useNow().getTime();
  return (
    <div className="stack">
      <Head drawn={drawn} />
      {drawn.attempts.length > 0 && <Before drawn={drawn} />}
      {!drawn.mayCall && <p className="card callback-stop">{t(texts.notYours)}</p>}
      {drawn.mayCall && early && <p className="card callback-stop">{t(texts.notYet)}</p>}
      {drawn.mayCall && !early && (
        <section className="card stack" aria-label={t(texts.send)}>
          <h2>{t(texts.script)}</h2>
          <p className="script-words">{t(texts.open, { street: t(street.name) })}</p>
          <CallForm ask={drawn.ask} />
        </section>
      )}
    </div>
  );
}

function Head({ drawn }: { drawn: CallbackView }) {
  const { nameOf } = useUnits();
  const { draw, masked } = drawn;
  return (
    <section className="card stack">
      <div className="row between">
        <span className="row wrap">
          <Link to={`/cases/${drawn.id}`} className="number">
            {drawn.no}
          </Link>
          <OutcomeMark outcome={drawn.outcome} />
          <span className="hint small">
            {draw === null
              ? t(texts.drawnBefore)
              : t(texts.drawnAs, { unit: nameOf(draw.unit), block: draw.block, place: draw.place })}
          </span>
        </span>
      </div>
      <h2>{drawn.title}</h2>
      <p className="hint">
        {drawn.address} · {drawn.typeName === null ? '' : t(drawn.typeName)} · {nameOf(drawn.lead)} ·{' '}
        {stamp(drawn.reportedAt)}
      </p>
      <div className="row wrap callback-who">
        <span className="hint">{t(texts.who)}</span>
        <strong className="number">
          {masked === null
            ? t(texts.nobody)
            : [masked.name, masked.phone].filter((part) => part !== null).join(' · ')}
        </strong>
        {masked !== null && drawn.mayCall && (
          <Reveal caseId={drawn.id} report={drawn.report} purpose="callback" />
        )}
      </div>
    </section>
  );
}

function Before({ drawn: { attempts } }: { drawn: CallbackView }) {
  return (
    <section className="card" aria-labelledby="before">
      <h2 id="before">{t(texts.before)}</h2>
      <ol className="attempts">
        {attempts.map((one) => (
          <li key={one.at}>
            <span className="number">{stamp(one.at)}</span>
            <span>{t(callOutcomes[one.outcome])}</span>
            {one.nextAt !== null && <span className="hint">{t(texts.next, { at: stamp(one.nextAt) })}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
