import { useState } from 'react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Image } from 'antd';
import type { CaseView, EvidenceView } from '@fengqiao/contract/cases/views.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { kindOf } from '@fengqiao/ui/media.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { Signs } from '../../parts/case/Gallery.tsx';
import { texts } from './texts.ts';
import './verification.css';

type Shot = { readonly file: string; readonly at: string; readonly piece: EvidenceView | null };

const shotOf = (piece: EvidenceView): Shot[] =>
  kindOf(piece.media) === 'picture' && piece.file !== null ? [{ file: piece.file, at: piece.at, piece }] : [];

/** What was reported or verified beside what the handler shows; each side can be leafed through. */
export function Compare({ theCase: { evidence, reportList, round } }: { theCase: CaseView }) {
  const reported = reportList.flatMap((report) =>
    report.files
      .filter(({ media }) => kindOf(media) === 'picture')
      .map(({ id }): Shot => ({ file: id, at: report.reportedAt, piece: null })),
  );
  const before = [
    ...reported,
    ...evidence.filter(({ stage }) => stage === 'report' || stage === 'verify').flatMap(shotOf),
  ];
  const after = evidence.filter((piece) => piece.stage === 'handle' && piece.round === round).flatMap(shotOf);
  if (before.length + after.length === 0) return null;
  return (
    <section className="card" aria-labelledby="compare">
      <h2 id="compare">{t(texts.compare)}</h2>
      <div className="compare">
        <Side name={texts.before} shots={before} />
        <Side name={texts.after} shots={after} last />
      </div>
    </section>
  );
}

function Side({ name, shots, last = false }: { name: Both; shots: readonly Shot[]; last?: boolean }) {
  const { nameOf } = useUnits();
  const [at, setAt] = useState(last ? Math.max(0, shots.length - 1) : 0);
  const shot = shots[Math.min(at, shots.length - 1)];
  return (
    <figure aria-label={t(name)}>
      <figcaption className="row between">
        <strong>{t(name)}</strong>
        {shots.length > 1 && (
          <span className="row small">
            <Button
              size="small"
              type="text"
              icon={<LeftOutlined aria-hidden />}
              disabled={at === 0}
              aria-label={`${t(texts.pick)} ←`}
              onClick={() => setAt(at - 1)}
            />
            {t(texts.pictureOf, { n: at + 1, all: shots.length })}
            <Button
              size="small"
              type="text"
              icon={<RightOutlined aria-hidden />}
              disabled={at >= shots.length - 1}
              aria-label={`${t(texts.pick)} →`}
              onClick={() => setAt(at + 1)}
            />
          </span>
        )}
      </figcaption>
      {shot === undefined ? (
        <div className="no-picture hint">{t(texts.none)}</div>
      ) : (
        <>
          <Image src={fileUrl(shot.file)} alt={`${t(name)} ${at + 1}`} width="100%" />
          <div className="row wrap small hint">
            <span className="number">{stamp(shot.at)}</span>
            {shot.piece !== null && shot.piece.unit !== null && <span>{nameOf(shot.piece.unit)}</span>}
          </div>
          {shot.piece !== null && <Signs piece={shot.piece} />}
        </>
      )}
    </figure>
  );
}
