import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  MinusCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { Quality, ResourceRow } from '@fengqiao/contract/catalogue/resources.ts';
import { shareTypes, type ShareType } from '@fengqiao/contract/catalogue/words.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

const GOOD = 0.95;
const FAIR = 0.8;

export const points = (share: number): string => String(Math.round(share * 100));

/** How good the data is, in words and points of a hundred; what lies elsewhere cannot be measured. */
export function QualityMark({
  of: { connected, quality },
}: {
  of: Pick<ResourceRow, 'connected' | 'quality'>;
}) {
  if (!connected) return <span className="hint small">{t(texts.elsewhere)}</span>;
  if (quality === null) return <span className="hint small">{t(texts.notMeasured)}</span>;
  const [tone, Icon, words] =
    quality.score >= GOOD
      ? (['good', CheckCircleOutlined, texts.good] as const)
      : quality.score >= FAIR
        ? (['warn', MinusCircleOutlined, texts.fair] as const)
        : (['urgent', WarningOutlined, texts.poor] as const);
  return (
    <span className={`mark ${tone}`}>
      <Icon aria-hidden />
      {t(words)} {points(quality.score)}
    </span>
  );
}

/** Whether the newest row is within the cycle that was promised. */
export function FreshMark({ quality }: { quality: Pick<Quality, 'timeliness'> | null }) {
  if (quality === null) return <span className="hint">—</span>;
  const { timeliness } = quality;
  if (timeliness === null) return <span className="hint small">{t(texts.noCycle)}</span>;
  if (timeliness >= 1)
    return (
      <span className="mark good">
        <CheckCircleOutlined aria-hidden />
        {t(texts.fresh)}
      </span>
    );
  const gone = timeliness === 0;
  return (
    <span className={gone ? 'mark urgent' : 'mark warn'}>
      {gone ? <WarningOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      {t(gone ? texts.veryOld : texts.old)}
    </span>
  );
}

const shareTones: Readonly<Record<ShareType, string>> = {
  unconditional: 'good',
  conditional: 'primary',
  none: '',
};

export function ShareMark({ shareType }: { shareType: ShareType }) {
  return <span className={`mark wraps ${shareTones[shareType]}`}>{t(shareTypes[shareType])}</span>;
}

const SENSITIVE = 3;

/** The grade with its word; what is sensitive stands out. */
export function FieldGrade({ grade }: { grade: number }) {
  return (
    <span className={grade >= SENSITIVE ? 'mark warn' : 'mark'}>
      G{grade} {tOf(grades, String(grade))}
    </span>
  );
}
