import { ownWork } from '@fengqiao/contract/cases.ts';
import { useSearchParams } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { Appeals } from './Appeals.tsx';
import { texts } from './texts.ts';

const kinds = ['reported', 'verified', 'handled', 'checked', 'helped', 'patrols', 'visits'] as const;

/** 我的工作量与申诉: what I did, for my own eyes, and my word where the record is wrong. Nothing is compared with anybody. */
export function MyWork() {
  const [query, setQuery] = useSearchParams();
  const days = query.get('days') === '30' ? 30 : 7;
  const { data, error, refetch } = useSay(ownWork, { query: { days } });
  return (
    <Screen title={t(texts.title)} back="/">
      <p className="notice">{t(texts.ownEyes)}</p>
      <div className="chips" role="group" aria-label={t(texts.span)}>
        {([7, 30] as const).map((span) => (
          <button
            key={span}
            type="button"
            className="button"
            aria-pressed={span === days}
            onClick={() => setQuery(span === 7 ? {} : { days: String(span) }, { replace: true })}
          >
            {t(texts.days, { n: span })}
          </button>
        ))}
      </div>
      {error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <dl className="numbers">
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{t(texts[kind])}</dt>
              <dd>{data[kind]}</dd>
            </div>
          ))}
        </dl>
      )}
      <LinkButton icon="clock" to="/past">
        {t(texts.past)}
      </LinkButton>
      <Appeals />
    </Screen>
  );
}
