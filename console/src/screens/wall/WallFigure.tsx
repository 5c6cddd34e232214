import type { readCockpit, FigureView } from '@fengqiao/contract/cases/cockpit.ts';
import { figures } from '@fengqiao/contract/cases/figures.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { VerdictMark } from '../cockpit/VerdictMark.tsx';
import { band, countOf, shown } from '../cockpit/say.ts';
import { texts } from '../cockpit/texts.ts';

type WallFigureProps = { of: FigureView; ages: Out<typeof readCockpit>['ages'] };
const ageNames = [texts.age0, texts.age1, texts.age2, texts.age3] as const;

/** A number as it is read from the other end of the room; the stock with its ages. */
export function WallFigure({ of, ages }: WallFigureProps) {
  const figure = figures[of.id];
  return (
    <article className={`wall-panel wall-figure ${of.id}`} aria-label={t(figure.name)}>
      <h2>{t(figure.name)}</h2>
      <strong className="number">{shown(of.id, of.value)}</strong>
      <VerdictMark verdict={of.verdict} />
      <span className="wall-small number">
        {figure.of !== null && figure.kind === 'share' && (
          <>
            {amount(countOf(of, figure.over))} / {amount(countOf(of, figure.of))} ·{' '}
          </>
        )}
        {band(of.id)}
      </span>
      {of.before !== null && (
        <span className="wall-small number">
          {t(of.id === 'stock' ? texts.stockBefore : texts.before, { n: shown(of.id, of.before) })}
        </span>
      )}
      {ages.length > 0 && (
        <dl className="wall-ages">
          {ages.map(({ days, count }, at) => (
            <div key={days}>
              <dt>{t(ageNames[at] ?? texts.age0)}</dt>
              <dd className="number">{amount(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
