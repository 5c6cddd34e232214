import {
  ClockCircleOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Image, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { CaseView, EvidenceView } from '@fengqiao/contract/cases/views.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { kindOf } from '@fengqiao/ui/media.ts';
import { share, span, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { Sound } from './Sound.tsx';
import { Needed } from './Needed.tsx';
import { evidenceKinds, stageNames, texts } from './texts.ts';

const TRUSTED_OFFSET_MS = 5 * 60_000;

/** All evidence by stage, with what the server found out about each piece. */
export function Gallery({ theCase }: { theCase: CaseView }) {
  const stages = Map.groupBy(theCase.evidence, (piece) => piece.stage);
  return (
    <section className="card" aria-labelledby="evidence">
      <h2 id="evidence">{t(texts.evidence)}</h2>
      <Needed theCase={theCase} />
      {theCase.evidence.length === 0 && <p className="hint">{t(texts.noEvidence)}</p>}
      <Image.PreviewGroup>
        {[...stages].map(([stage, pieces]) => (
          <div key={stage}>
            <h3 className="hint">{tOf(stageNames, stage)}</h3>
            <ul className="gallery">
              {pieces.map((piece, index) => (
                <Piece key={piece.id} piece={piece} index={index} />
              ))}
            </ul>
          </div>
        ))}
      </Image.PreviewGroup>
    </section>
  );
}

/** One piece: the picture or the words, and what speaks for or against it. */
export function Piece({ piece, index, size = 132 }: { piece: EvidenceView; index: number; size?: number }) {
  const { nameOf } = useUnits();
  const { kind, file, media, note, unit, at } = piece;
  const shown = kindOf(media);
  const alt = note === '' ? t(texts.photoOf, { stage: tOf(stageNames, piece.stage), n: index + 1 }) : note;
  return (
    <li className="piece-card" style={{ width: size + 18 }}>
      {shown === 'picture' && file !== null ? (
        <Image
          src={fileUrl(file, 'thumb')}
          preview={{ src: fileUrl(file) }}
          width={size}
          height={size * 0.75}
          alt={alt}
        />
      ) : (
        <span className="piece-file" style={{ height: size * 0.75 }}>
          {shown === 'sound' && file !== null ? (
            <Sound file={file} name={alt} width={size} />
          ) : (
            <FileTextOutlined aria-hidden />
          )}
          {tOf(evidenceKinds, kind)}
          {file !== null && (
            <a href={fileUrl(file)} target="_blank" rel="noreferrer">
              {t(texts.openFile)}
              {media === 'application/pdf' && ' PDF'}
            </a>
          )}
        </span>
      )}
      {note !== '' && <p className="small prose">{note}</p>}
      <Signs piece={piece} />
      <p className="small hint">
        {unit === null ? '' : `${nameOf(unit)} · `}
        <span className="number">{stamp(at)}</span>
      </p>
      <TakenAt piece={piece} />
    </li>
  );
}

/** When it was made, by the server's clock, where the phone sent it later: it had no network, or its clock is off. */
function TakenAt({ piece: { deviceAt, offsetMs, at } }: { piece: EvidenceView }) {
  if (deviceAt === null || offsetMs === null) return null;
  const taken = Date.parse(deviceAt) - offsetMs;
  if (Date.parse(at) - taken < TRUSTED_OFFSET_MS) return null;
  return <p className="small hint">{t(texts.takenAt, { at: stamp(new Date(taken)) })}</p>;
}

/** The signs of a piece: taken for this, at the place, never seen before, by an honest clock. */
export function Signs({
  piece: { kind, fresh, inside, reuseOf, reusedFrom, offsetMs, deviceAt },
}: {
  piece: EvidenceView;
}) {
  if (kind !== 'photo') return null;
  const off = offsetMs !== null && Math.abs(offsetMs) > TRUSTED_OFFSET_MS;
  return (
    <div className="signs">
      <span className={fresh ? 'mark good' : 'mark'}>{t(fresh ? texts.fresh : texts.notFresh)}</span>
      {inside === null ? (
        <span className="mark">{t(texts.insideUnknown)}</span>
      ) : (
        <span className={inside >= 0.5 ? 'mark good' : inside >= 0.05 ? 'mark warn' : 'mark urgent'}>
          <EnvironmentOutlined aria-hidden />
          {t(texts.inside, { p: share(inside, 1) })}
        </span>
      )}
      {reuseOf !== null && (
        <Tooltip title={t(reusedFrom === null ? texts.reusedElsewhere : texts.reusedWhy)}>
          <span className="mark urgent">
            <WarningOutlined aria-hidden />
            {t(texts.reused)}
          </span>
        </Tooltip>
      )}
      {reusedFrom !== null && (
        <Link className="small number" to={`/cases/${reusedFrom.caseId}?tab=evidence`}>
          {reusedFrom.no}
        </Link>
      )}
      {off && (
        <Tooltip title={deviceAt === null ? '' : t(texts.deviceTime, { at: stamp(deviceAt) })}>
          <span className="mark warn">
            <ClockCircleOutlined aria-hidden />
            {t(texts.clockOff, { span: span(Math.abs(offsetMs)) })}
          </span>
        </Tooltip>
      )}
    </div>
  );
}
