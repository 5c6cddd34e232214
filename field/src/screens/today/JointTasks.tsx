import { myTasks } from '@fengqiao/contract/cases.ts';
import { Link } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { left } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

/** What my grid helps others with. */
export function JointTasks() {
  const { data, error } = useSay(myTasks, { query: { state: 'open', limit: 50 } });
  if (error !== null) return <Failed error={error} />;
  const tasks = (data?.items ?? []).filter(({ mayReport, part }) => mayReport && part === 'co');
  if (tasks.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="joint">
      <h2 id="joint">
        {t(texts.joint)} ({tasks.length})
      </h2>
      <ul className="cards">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link className="card line" to={`/case/${task.caseId}?do=task&task=${task.id}`}>
              <strong>{task.text}</strong>
              <span>{task.title}</span>
              {task.dueAt && (
                <span className={left(task.dueAt).late ? 'late' : ''}>{left(task.dueAt).words}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
