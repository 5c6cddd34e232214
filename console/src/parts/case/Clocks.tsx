import type { CaseView, ClockView } from '@fengqiao/contract/cases/views.ts';
import { clockKinds } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, left, span, stamp, term } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { useNow } from '../now.ts';
import { texts as common } from '../texts.ts';
import { ClockBar } from './ClockBar.tsx';
import { texts } from './texts.ts';

/** All clocks of a case: the overall one with its sum, the steps folded. */
export function Clocks({ theCase: { clocks, round } }: { theCase: CaseView }) {
  const now = useNow();
  const overall = clocks.filter((clock) => clock.kind === 'overall').toSorted((a, b) => b.round - a.round);
  const steps = clocks
    .filter((clock) => clock.kind !== 'overall')
    .toSorted(
      (a, b) =>
        Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) || b.startedAt.localeCompare(a.startedAt),
    );
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{t(texts.clocks)}</h2>
      {clocks.length === 0 && <p className="hint">{t(texts.noClocks)}</p>}
      <div className="stack">
        {overall.map((clock) => (
          <Whole key={clock.id} clock={clock} now={now} several={overall.length > 1 || round > 1} />
        ))}
        {steps.length > 0 && (
          <div>
            <h3 className="hint">{t(texts.otherClocks)}</h3>
            {steps.map((clock) => (
              <Step key={clock.id} clock={clock} now={now} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function Whole({ clock, now, several }: { clock: ClockView; now: Date; several: boolean }) {
  return (
    <div className="clock">
      <div className="row between">
        <strong>
          {t(clockKinds[clock.kind])}
          {several && ` · ${t(common.round, { n: clock.round })}`}
        </strong>
        <Standing clock={clock} now={now} />
      </div>
      <ClockBar clock={clock} now={now} />
      <div className="row between small hint number">
        <span>
          {t(texts.start)} {stamp(clock.startedAt)}
        </span>
        <span>
          {t(texts.due)} {stamp(clock.dueAt)}
        </span>
      </div>
      <Sum clock={clock} />
    </div>
  );
}

function Step({ clock, now }: { clock: ClockView; now: Date }) {
  const { nameOf } = useUnits();
  return (
    <details className="step">
      <summary>
        <span className="grow clip">
          {t(clockKinds[clock.kind])}
          {clock.owner !== null && <span className="hint"> · {nameOf(clock.owner)}</span>}
        </span>
        <Standing clock={clock} now={now} />
      </summary>
      <ClockBar clock={clock} now={now} />
      <div className="row between small hint number">
        <span>{stamp(clock.startedAt)}</span>
        <span>{stamp(clock.dueAt)}</span>
      </div>
      <Sum clock={clock} />
    </details>
  );
}

/** Where a clock stands, in a word with its colour. */
function Standing({ clock, now }: { clock: ClockView; now: Date }) {
  if (clock.stoppedAt !== null) {
    const late = clock.lateSince !== null;
    return (
      <span className={late ? 'mark urgent' : 'mark'}>
        {t(late ? texts.stoppedLate : texts.stoppedInTime)} ·{' '}
        {span(new Date(clock.stoppedAt).getTime() - new Date(clock.startedAt).getTime())}
      </span>
    );
  }
  if (clock.paused) return <span className="mark warn">{t(common.paused)}</span>;
  const { late, soon, words } = left(clock.dueAt, now);
  return <span className={`mark ${late ? 'urgent' : soon ? 'warn' : 'primary'}`}>{words}</span>;
}

/** The segments as a sum, so that anybody can add it up. */
function Sum({ clock }: { clock: ClockView }) {
  const sum = clock.lines.reduce((total, line) => total + line.counted, 0);
  return (
    <table className="sum">
      <thead className="spoken">
        <tr>
          <th scope="col">{t(texts.segment)}</th>
          <th scope="col">{t(texts.counted)}</th>
        </tr>
      </thead>
      <tbody>
        {clock.lines.map((line) => (
          <tr key={`${line.kind}${line.from}${line.to}`}>
            <td>
              <span className={`dot ${line.kind}`} aria-hidden />
              {t(line)}
              <br />
              <span className="small hint number">
                {stamp(line.from)} – {stamp(line.to)}
              </span>
            </td>
            <td className="number">{amount(line.counted)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2} className="small">
            {t(texts.clockSum, {
              sum: amount(Math.round(sum * 100) / 100),
              term: term(clock.value, clock.unit),
            })}
            {clock.provisional && <span className="mark warn">{t(common.provisional)}</span>}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
