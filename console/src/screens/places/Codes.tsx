import { codeSchemes } from '@fengqiao/contract/registry/words.ts';
import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

/** The codes of one thing, with the time they hold. */
export function Codes({ codes }: { codes: HomeDetail['codes'] }) {
  if (codes.length === 0) return <span className="hint">{t(texts.noCodes)}</span>;
  return (
    <ul className="stack tight">
      {codes.map(({ scheme, value, from, until }) => (
        <li key={`${scheme} ${from}`}>
          {t(codeSchemes[scheme])} <span className="number">{value}</span>{' '}
          <span className="hint small">
            {until === null ? t(texts.valid, { from }) : t(texts.until, { from, until })}
          </span>
        </li>
      ))}
    </ul>
  );
}
