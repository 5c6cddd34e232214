import { Alert } from 'antd';
import { approvals, type ExportPreview } from '@fengqiao/contract/exports.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { tones } from './Columns.tsx';
import { texts } from './texts.ts';

/** How many rows, of which grade, and whose yes that needs; or why it cannot leave so. */
export function Preview({ of: { rows, more, grade, approval, barred } }: { of: ExportPreview }) {
  if (barred !== null)
    return <Alert type="warning" showIcon role="status" title={t(barred)} className="export-weight" />;
  return (
    <dl className="facts export-weight" aria-live="polite">
      <dt>{t(texts.weighed)}</dt>
      <dd className="row wrap">
        <strong className="number">{t(more ? texts.moreRows : texts.rows, { n: rows })}</strong>
        <span className={`mark ${tones[grade] ?? ''}`}>
          {t(texts.gradeOf, { n: grade, word: tOf(grades, String(grade)) })}
        </span>
      </dd>
      <dt>{t(texts.needs)}</dt>
      <dd>{t(approvals[approval])}</dd>
    </dl>
  );
}
