import { mapKinds } from '@fengqiao/contract/cases/map-words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, share } from '@fengqiao/ui/time.ts';
import type { Counts } from '../../shell/counts.ts';
import { texts } from './texts.ts';

const ageNames = Object.values(mapKinds.age);

/** What stays unsolved, by age, beside what was closed; closed and solved stand apart. */
export function Stock({
  counts: { stock, closedLast30, solvedLast30, reopenedLast30, lateOpen },
}: {
  counts: Counts;
}) {
  const total = stock.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...stock.map(({ count }) => count));
  return (
    <section className="card" aria-labelledby="stock">
      <div className="card-head">
        <h2 id="stock">{t(texts.stock)}</h2>
        <strong>{t(texts.stockTotal, { n: amount(total) })}</strong>
      </div>
      <p className="small hint">{t(texts.stockSays)}</p>
      <ul className="bars">
        {stock.map(({ days, count }, index) => (
          <li key={days}>
            <span className="number">{t(ageNames[index] ?? mapKinds.age.older)}</span>
            <span className="bar">
              <span
                style={{ width: `${(count / most) * 100}%` }}
                className={index >= stock.length - 1 ? 'old' : ''}
              />
            </span>
            <span className="number bar-count">{amount(count)}</span>
          </li>
        ))}
      </ul>
      <h3>{t(texts.last30)}</h3>
      <dl className="figures">
        <div>
          <dt>{t(texts.closed)}</dt>
          <dd>{amount(closedLast30)}</dd>
        </div>
        <div className="good">
          <dt>{t(texts.solved)}</dt>
          <dd>
            {amount(solvedLast30)}
            <span className="small">{t(texts.ofClosed, { share: share(solvedLast30, closedLast30) })}</span>
          </dd>
        </div>
        <div className="warn">
          <dt>{t(texts.answered)}</dt>
          <dd>
            {amount(closedLast30 - solvedLast30)}
            <span className="small">
              {t(texts.ofClosed, { share: share(closedLast30 - solvedLast30, closedLast30) })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t(texts.reopened)}</dt>
          <dd>{amount(reopenedLast30)}</dd>
        </div>
        <div className={lateOpen > 0 ? 'urgent' : ''}>
          <dt>{t(texts.lateOpen)}</dt>
          <dd>{amount(lateOpen)}</dd>
        </div>
      </dl>
    </section>
  );
}
