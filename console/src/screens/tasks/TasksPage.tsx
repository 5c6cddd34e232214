import { myTasks } from '@fengqiao/contract/cases.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { left, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { TaskActs, TaskMark } from '../../parts/case/Tasks.tsx';
import { taskParts, texts as caseTexts } from '../../parts/case/texts.ts';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { useNow } from '../../parts/now.ts';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts, views } from './texts.ts';

const choice = { name: 'state', label: texts.state, of: views, usual: 'all' } as const;

/** My unit's tasks in the cases of others, and those that wait for its judgement. */
export function TasksPage() {
  const state = useChoice(choice);
  const now = useNow();
  const { nameOf } = useUnits();
  const list = useMore(myTasks, (after) => ({
    query: { limit: 30, ...(state === 'all' ? {} : { state }), ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page title={t(names.tasks)} says={t(texts.says)} extra={<Choices {...choice} />}>
      <Feed list={list} label={t(names.tasks)} empty={t(texts.empty)} keyOf={(task) => task.id}>
        {(task) => (
          <>
            <OfCase id={task.caseId} no={task.no} title={task.title} extra={<TaskActs task={task} />} />
            <div className="row wrap">
              <strong>{nameOf(task.unit)}</strong>
              <span className="mark">{t(taskParts[task.part])}</span>
              <TaskMark state={task.state} />
              {task.required && <span className="hint small">{t(caseTexts.required)}</span>}
              <span className="hint small">{t(caseTexts.weight, { n: task.weight })}</span>
              {task.dueAt !== null && (task.state === 'open' || task.state === 'rejected') && (
                <span
                  className={left(task.dueAt, now).late ? 'mark urgent' : 'mark'}
                  title={stamp(task.dueAt)}
                >
                  {left(task.dueAt, now).words}
                </span>
              )}
            </div>
            <p className="prose">{task.text}</p>
            {task.report !== null && <p className="quote prose">{task.report}</p>}
            {task.judgement !== null && <p className="small hint prose">{task.judgement}</p>}
          </>
        )}
      </Feed>
    </Page>
  );
}
