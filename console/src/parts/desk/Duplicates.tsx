import { Link } from 'react-router';
import { suggest } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { metres, share } from '@fengqiao/ui/time.ts';
import { StateMark } from '../Marks.tsx';
import { useActParam } from '../case/act-param.ts';
import { Button } from 'antd';
import { texts } from './duplicates.ts';

/** Open cases nearby that sound alike, with why; merging is a press away. */
export function Duplicates({ caseId }: { caseId: string }) {
  const { data } = useSay(suggest, { params: { id: caseId } });
  const [, open] = useActParam();
  const found = data?.duplicates ?? [];
  if (found.length === 0) return null;
  return (
    <section className="card" aria-label={t(texts.title)}>
      <div className="card-head">
        <h2>{t(texts.titleCount, { n: found.length })}</h2>
        <Button size="small" onClick={() => open('merge')}>
          {t(texts.merge)}
        </Button>
      </div>
      <ul className="duplicates">
        {found.slice(0, 3).map((one) => (
          <li key={one.caseId}>
            <span className="row">
              <Link to={`/cases/${one.caseId}`} className="number">
                {one.no}
              </Link>
              <span className="clip grow">{one.title}</span>
              <StateMark state={one.state} />
            </span>
            <span className="small hint">
              {metres(one.metres)} · {t(texts.likeness, { n: share(one.likeness, 1) })} ·{' '}
              {t({ zh: one.whyZh, en: one.whyEn })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
