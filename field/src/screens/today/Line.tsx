import { grades } from '@fengqiao/contract/cases/words.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Badge, StateBadge } from '@fengqiao/ui/phone/Badge.tsx';
import { left } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

/** One task in a list: where, what, how long there is. */
export function Line({ line: { id, title, address, grade, state, dueAt, reports } }: { line: CaseLine }) {
  const term = dueAt === null ? null : left(dueAt);
  return (
    <Link className="card line" to={`/case/${id}`}>
      <span className="card-top">
        <StateBadge state={state} />
        {(grade === 'S' || grade === 'A') && (
          <Badge tone="bad" icon="alert">
            {t(grades[grade])}
          </Badge>
        )}
      </span>
      <strong>{title}</strong>
      <span>{address}</span>
      <span className="card-top">
        {term && <span className={term.late ? 'late' : ''}>{term.words}</span>}
        {reports > 1 && <span>{t(texts.people, { n: reports })}</span>}
      </span>
    </Link>
  );
}
