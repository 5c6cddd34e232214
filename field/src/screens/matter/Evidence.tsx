import type { CaseView, EvidenceView } from '@fengqiao/contract/cases/views.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Files } from '../../parts/Files.tsx';
import { texts } from './texts.ts';

/** What was shown at each step, with the words of whoever showed it, and a sign where a photo seems to be an older one. */
export function Evidence({ found: { evidence, reportList } }: { found: CaseView }) {
  const reported = new Set(reportList.flatMap(({ files }) => files.map(({ id }) => id)));
  const shown = evidence.filter(({ file, note, reuseOf }) =>
    file === null ? note !== '' : !reported.has(file) || reuseOf !== null,
  );
  if (shown.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="evidence">
      <h2 id="evidence">{t(texts.evidence)}</h2>
      <ul className="cards">
        {shown.map((piece) => (
          <li key={piece.id} className="card">
            <Piece piece={piece} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Piece({ piece }: { piece: EvidenceView }) {
  const { nameOf } = useUnits();
  const { stage, file, media, note, unit, at, reuseOf, reusedFrom } = piece;
  const label = tOf(texts.stages, stage);
  return (
    <>
      {file === null ? (
        <p className="hint">{label}</p>
      ) : (
        <Files label={label} files={[{ id: file, media: media ?? '' }]} />
      )}
      {note !== '' && <p>{note}</p>}
      {reuseOf !== null && (
        <p className="notice warn">
          <Icon name="alert" />{' '}
          {reusedFrom === null ? t(texts.reused) : t(texts.reusedFrom, { no: reusedFrom.no })}
        </p>
      )}
      <p className="hint">
        {longTime(at)}
        {unit !== null && ` · ${nameOf(unit)}`}
      </p>
    </>
  );
}
