import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { BulkLine } from '@fengqiao/contract/cases/bulk.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { StateMark } from '../Marks.tsx';
import { texts } from './texts.ts';

/** Each case with what becomes of it, or why it is refused; the refused ones first, since they ask for somebody. */
export function BulkTable({ lines, happened }: { lines: readonly BulkLine[]; happened: boolean }) {
  const { nameOf } = useUnits();
  const sorted = lines.toSorted(
    (one, other) => Number(one.refused === null) - Number(other.refused === null),
  );
  return (
    <table className="plain bulk-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.case)}</th>
          <th scope="col">{t(happened ? texts.became : texts.becomes)}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((line) => (
          <tr key={line.id} className={line.refused === null ? '' : 'refused'}>
            <th scope="row">
              <Link to={`/cases/${line.id}`} className="number">
                {line.no}
              </Link>
              <span className="hint small bulk-title">{line.title}</span>
            </th>
            <td>
              {line.refused === null ? (
                <span className="row wrap">
                  <CheckCircleOutlined aria-hidden className="bulk-good" />
                  <StateMark state={line.was} /> → <StateMark state={line.state} />
                  {line.holder !== null && <span>{t(texts.to, { unit: nameOf(line.holder) })}</span>}
                </span>
              ) : (
                <span className="bulk-refused">
                  <StopOutlined aria-hidden /> {t(line.refused)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
