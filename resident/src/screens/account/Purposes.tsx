import { listPurposes, type PurposeView } from '@fengqiao/contract/audit/oversight.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { texts } from './texts.ts';

/** The public register of purposes, with how many of them hide or delay a look. */
export function Purposes() {
  const { data, error, refetch } = useSay(listPurposes, {});
  return (
    <Page title={t(texts.register)} back="/privacy">
      <p>{t(texts.registerWhat)}</p>
      {error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <p>
            <strong>{t(texts.exceptions, { n: data.exceptions })}</strong>
          </p>
          <ul className="cards">
            {data.items.map((purpose) => (
              <li key={purpose.id} className="card">
                <One purpose={purpose} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function One({ purpose: { words, basis, maxGrade, exception } }: { purpose: PurposeView }) {
  return (
    <>
      <p>
        <strong>{t(words)}</strong>
      </p>
      <p>{t(basis)}</p>
      <p className="hint">{t(texts.grade, { what: tOf(grades, String(maxGrade)) })}</p>
      {exception !== null && (
        <p>
          {t(exception.basis)} · {t(texts.until, { day: exception.until })}
        </p>
      )}
    </>
  );
}
