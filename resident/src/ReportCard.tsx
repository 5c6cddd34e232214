import type { myReports } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { StateBadge } from '@fengqiao/ui/phone/Badge.tsx';
import { ago } from '@fengqiao/ui/time.ts';
import { Verdict } from './Verdict.tsx';

export type MyReport = Out<typeof myReports>['items'][number];

/** One of my reports in a list: what, where it stands, and whether it is solved. */
export function ReportCard({ report }: { report: MyReport }) {
  return (
    <Link className="card" to={`/progress/${report.report}`}>
      <span className="card-top">
        <StateBadge state={report.state} />
        <span className="hint">{ago(report.updatedAt)}</span>
      </span>
      <strong className="clamp">{report.text}</strong>
      <span className="hint">
        {report.no}
        {report.typeName && ` · ${t(report.typeName)}`}
      </span>
      <Verdict report={report} />
    </Link>
  );
}
