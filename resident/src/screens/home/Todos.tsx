import { listMandates } from '@fengqiao/contract/mandates.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { Link } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon, type IconName } from '@fengqiao/ui/phone/Icon.tsx';
import { useOutbox } from '../../outbox/outbox.ts';
import type { MyReport } from '../../ReportCard.tsx';
import { texts } from './texts.ts';
import { todosOf, type TodoKind } from './todos.ts';

const looks: Readonly<Record<TodoKind, readonly [IconName, Both]>> = {
  answer: ['task', texts.solved],
  correct: ['alert', texts.correct],
  mandate: ['people', texts.mandate],
  waiting: ['clock', texts.waiting],
};

/** What waits for me, before everything else on the page. */
export function Todos({ reports, isResident }: { reports: readonly MyReport[]; isResident: boolean }) {
  const mandates = useSay(listMandates, {}, { enabled: isResident }).data?.items ?? [];
  const waiting = useOutbox();
  const todos = todosOf({
    reports,
    mandates,
    waiting: waiting.map(({ draft }) => draft.text.trim() || t(texts.spoken)),
  });
  if (todos.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="todo">
      <h2 id="todo">
        {t(texts.todo)} <span className="count">{todos.length}</span>
      </h2>
      <ul className="cards">
        {todos.map(({ kind, to, about }) => (
          <li key={to}>
            <Link className="card ask" to={to}>
              <strong>
                <Icon name={looks[kind][0]} /> {t(looks[kind][1])}
              </strong>
              <span className="clamp">{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
