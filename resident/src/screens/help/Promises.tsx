import { promiseGroups, promiseList, type PromiseView } from '@fengqiao/contract/forbidden.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { texts } from './texts.ts';

const groups = ['residents', 'workers', 'service'] as const;

/** 本平台不做什么: every promise, how it is kept, and the norm it comes from. */
export function Promises() {
  return (
    <Page title={t(texts.promises)} back="/help">
      <p>{t(texts.promisesWhat)}</p>
      {groups.map((group) => (
        <section key={group} className="stack" aria-labelledby={group}>
          <h2 id={group}>{t(promiseGroups[group])}</h2>
          <ul className="cards">
            {promiseList
              .filter((promise) => promise.group === group)
              .map((promise) => (
                <li key={promise.id} className="card" id={promise.id}>
                  <Promised promise={promise} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function Promised({ promise: { words, how, says, norm, place, read, exception } }: { promise: PromiseView }) {
  const more = t(exception === null ? texts.ground : texts.groundAndException);
  return (
    <>
      <h3>{t(words)}</h3>
      <p>{t(how)}</p>
      <details>
        <summary aria-label={`${named(more)}${t(words)}`}>{more}</summary>
        <div>
          <p>{t(texts.saysSo, { says: t(says) })}</p>
          <p className="hint">
            {t(norm)}
            {place && ` · ${t(place)}`}
          </p>
          {read !== 'seen' && <p className="hint">{t(texts[read])}</p>}
          {exception && <p>{t(texts.exception, { what: t(exception) })}</p>}
        </div>
      </details>
    </>
  );
}
