import type { ComponentType } from 'react';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  DeleteOutlined,
  FormOutlined,
  LoadingOutlined,
  RollbackOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Progress } from 'antd';
import {
  approvals,
  exportSources,
  exportStates,
  type ExportState,
  type ExportView,
} from '@fengqiao/contract/exports.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import { listed, t, tOf } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { tones } from '../../parts/export/Columns.tsx';
import { ExportActs } from './ExportActs.tsx';
import { texts } from './texts.ts';
import '../../parts/export/export.css';

type Look = readonly [tone: string, Icon: ComponentType<{ 'aria-hidden': true }>];
const looks: Readonly<Record<ExportState, Look>> = {
  asked: ['primary', FormOutlined],
  refused: ['', CloseCircleOutlined],
  withdrawn: ['', RollbackOutlined],
  approved: ['primary', ClockCircleOutlined],
  making: ['primary', LoadingOutlined],
  ready: ['good', CheckCircleOutlined],
  failed: ['urgent', WarningOutlined],
  wiped: ['', DeleteOutlined],
};

/** One export: what is in it, for what, by whose yes, and how far its file is. */
export function ExportCard({ of }: { of: ExportView }) {
  const { nameOf } = useUnits();
  const { no, source, state, grade, reason, fields, filters, purpose, approval, answer } = of;
  const [tone, Icon] = looks[state];
  return (
    <article className="export-card" aria-label={no}>
      <div className="grow stack tight">
        <span className="row wrap">
          <strong className="number">{no}</strong>
          <strong>{t(exportSources[source])}</strong>
          <span className={`mark ${tone}`}>
            <Icon aria-hidden />
            {t(exportStates[state])}
          </span>
          <span className={`mark ${tones[grade] ?? ''}`}>{`G${grade} ${tOf(grades, String(grade))}`}</span>
          <Size of={of} />
        </span>
        <p className="said">{reason}</p>
        <dl className="facts">
          <dt>{t(texts.purpose)}</dt>
          <dd>{t(purposes[source === 'resource' ? 'share' : purpose].words)}</dd>
          <dt>{t(texts.filters)}</dt>
          <dd>{filters.length === 0 ? t(texts.noFilters) : listed(filters.map((one) => t(one)))}</dd>
          <dt>{t(texts.fields)}</dt>
          <dd>{listed(fields.map((field) => t(field)))}</dd>
          <dt>{t(texts.approval)}</dt>
          <dd>
            {of.decidedBy === null || of.decidedAt === null
              ? t(approvals[approval])
              : t(texts.decided, { name: of.decidedBy, at: stamp(of.decidedAt), answer: answer ?? '' })}
          </dd>
        </dl>
        <Stand of={of} />
        <span className="small hint">
          {t(texts.askedBy, { unit: nameOf(of.unit), name: of.askedBy, at: stamp(of.askedAt) })}
        </span>
      </div>
      <ExportActs of={of} />
    </article>
  );
}

function Size({ of: { state, rows, rowsTold, people } }: { of: ExportView }) {
  const made = state === 'ready' || state === 'wiped';
  return (
    <span className="hint number">
      {t(made ? texts.rows : texts.rowsTold, { n: made ? rows : rowsTold })}
      {made && people > 0 && ` · ${t(texts.people, { n: people })}`}
    </span>
  );
}

/** Where the file is: being made, to be taken until when, or why not. */
function Stand({ of }: { of: ExportView }) {
  const { state, rows, rowsTold, expiresAt, downloads, downloadsMost, why } = of;
  if (state === 'approved') return <output className="hint">{t(texts.queued)}</output>;
  if (state === 'making')
    return (
      <output className="export-progress">
        <Progress
          percent={Math.min(99, Math.round((rows / Math.max(rowsTold, 1)) * 100))}
          size="small"
          aria-label={t(texts.progress, { n: rows, of: rowsTold })}
        />
        <span className="hint small">{t(texts.progress, { n: rows, of: rowsTold })}</span>
      </output>
    );
  if (state === 'ready' && expiresAt !== null)
    return <span>{t(texts.until, { at: stamp(expiresAt), n: downloads, most: downloadsMost })}</span>;
  return why === null ? null : <span>{t(why)}</span>;
}
