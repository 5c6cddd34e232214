import { readCallResults } from '@fengqiao/contract/cases.ts';
import { callOutcomes } from '@fengqiao/contract/cases/callback-words.ts';
import { LEAST } from '@fengqiao/contract/cases/figures.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, share } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { texts } from './texts.ts';
import '../../parts/chart/chart.css';

const periods = { '7': texts.days7, '30': texts.days30, '90': texts.days90 } as const;
const percent = (of: number) => amount(Math.round(of * 1000) / 10);

/** What the callbacks found, by unit in their fixed order, and how the calls went. */
export function Results() {
  const days = useChoice({ name: 'days', of: periods, usual: '30' });
  const found = useSay(readCallResults, { query: { days } }, { slow: true, keepLast: true });
  return (
    <section className="card stack" aria-label={t(texts.results)}>
      <div className="row between wrap">
        <p className="hint">{t(texts.resultsSays, { n: LEAST })}</p>
        <Choices name="days" label={texts.period} of={periods} usual="30" />
      </div>
      <Answer of={found}>
        {({ units, calls }) =>
          units.length === 0 ? (
            <p className="wait">{t(texts.noResults)}</p>
          ) : (
            <>
              <Units units={units} />
              <h2>{t(texts.calls)}</h2>
              <dl className="call-counts">
                {calls.map(({ outcome, count }) => (
                  <div key={outcome}>
                    <dt>{t(callOutcomes[outcome])}</dt>
                    <dd className="number">{amount(count)}</dd>
                  </div>
                ))}
              </dl>
            </>
          )
        }
      </Answer>
    </section>
  );
}

function Units({ units }: Pick<Out<typeof readCallResults>, 'units'>) {
  const { nameOf } = useUnits();
  const heads = [texts.drawn, texts.ended, texts.answered, texts.solved, texts.share];
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t(texts.unit)}</th>
          {heads.map((head) => (
            <th key={head.zh} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((one) => (
          <tr key={one.unit}>
            <th scope="row">{nameOf(one.unit)}</th>
            {[one.drawn, one.ended, one.answered, one.solved].map((count, at) => (
              <td key={heads[at]?.zh}>{amount(count)}</td>
            ))}
            <td>
              {one.low === null || one.high === null ? (
                <span className="hint">{t(texts.few)}</span>
              ) : (
                <>
                  {share(one.solved, one.answered)}{' '}
                  <span className="hint small">
                    {percent(one.low)}–{percent(one.high)}%
                  </span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
