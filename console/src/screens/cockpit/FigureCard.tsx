import type { ReactNode } from 'react';
import { InfoCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { Link } from 'react-router';
import type { FigureView } from '@fengqiao/contract/cases/cockpit.ts';
import { figures, parts, type Part } from '@fengqiao/contract/cases/figures.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { listOf } from './links.ts';
import { Scale } from './Scale.tsx';
import { band, countOf, interval, shown } from './say.ts';
import { texts } from './texts.ts';
import { VerdictMark } from './VerdictMark.tsx';

type Period = { readonly since: string; readonly until: string };
type FigureProps = { of: FigureView; period: Period; children?: ReactNode };

/** One number: how much, of how many, how sure, where it should lie, and what moved it; each count opens its cases. */
export function FigureCard({ of, period, children }: FigureProps) {
  const figure = figures[of.id];
  return (
    <article className={`card figure ${of.id}`} aria-label={t(figure.name)}>
      <div className="row between">
        <h3>{t(figure.name)}</h3>
        <Meaning of={of} />
      </div>
      <div className="figure-value">
        <strong>{shown(of.id, of.value)}</strong>
        <VerdictMark verdict={of.verdict} />
      </div>
      <Counts of={of} period={period} />
      {figure.band !== null && of.low !== null && of.high !== null && of.value !== null && (
        <Scale
          value={of.value}
          low={of.low}
          high={of.high}
          band={figure.band}
          signed={figure.kind === 'gap'}
        />
      )}
      <p className="small hint">
        {standing(of).map((part, at, all) => (
          <span key={part}>
            <span className="number">{at < all.length - 1 ? `${part} ·` : part}</span>{' '}
          </span>
        ))}
      </p>
      {children}
      <Most of={of} period={period} />
    </article>
  );
}

/** How sure it is, where it should lie and what it was; a line breaks between these only. */
const standing = (of: FigureView): readonly string[] =>
  [
    interval(of),
    band(of.id),
    of.before === null
      ? ''
      : t(of.id === 'stock' ? texts.stockBefore : texts.before, { n: shown(of.id, of.before) }),
  ].filter((part) => part !== '');

/** The counts a share is made of, each a way to its cases. */
function Counts({ of, period }: Omit<FigureProps, 'children'>) {
  const figure = figures[of.id];
  if (figure.of === null) return null;
  const to = (part: Part) => (
    <Link to={listOf(part, period)} aria-label={`${t(parts[part])}: ${amount(countOf(of, part))}`}>
      {amount(countOf(of, part))}
    </Link>
  );
  if (!('beside' in figure))
    return (
      <p className="figure-counts number">
        {to(figure.over)} / {to(figure.of)}
        <span className="hint small"> {t(parts[figure.of])}</span>
      </p>
    );
  const [over, among] = figure.beside;
  return (
    <p className="figure-counts number">
      {t(texts.online)} {to(over)} / {to(among)} · {t(texts.offline)} {to(figure.over)} / {to(figure.of)}
    </p>
  );
}

/** What stands most in its way, with the way to it. */
function Most({ of: { id, most, counts }, period }: Omit<FigureProps, 'children'>) {
  const { bad } = figures[id];
  const all = counts.find((one) => one.part === bad)?.count ?? 0;
  if (most === null || all === 0) return <p className="small hint figure-most">—</p>;
  return (
    <p className="small figure-most">
      <Link to={listOf(bad, period, { type: most.type })}>
        <span>
          {t(parts[bad])} {amount(all)} ·
        </span>{' '}
        <span>{t(texts.most, { type: t(most.name), n: most.count })}</span>
      </Link>
    </p>
  );
}

function Meaning({ of: { id } }: { of: FigureView }) {
  const { name, says, over, of } = figures[id];
  return (
    <Popover
      trigger={['click', 'hover']}
      content={
        <div className="meaning">
          <p>{t(says)}</p>
          <p className="small hint">{t(texts.numerator, { part: t(parts[over]) })}</p>
          {of !== null && <p className="small hint">{t(texts.denominator, { part: t(parts[of]) })}</p>}
        </div>
      }
    >
      <button
        type="button"
        className="meaning-button no-print"
        aria-label={t(texts.meaning, { name: t(name) })}
      >
        <InfoCircleOutlined aria-hidden />
      </button>
    </Popover>
  );
}
