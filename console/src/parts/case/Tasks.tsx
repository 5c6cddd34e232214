import type { TaskView } from '@fengqiao/contract/cases/views.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { JudgeTask } from '../../acts/JudgeTask.tsx';
import { ReportTask } from '../../acts/ReportTask.tsx';
import { texts as actTexts } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { taskParts, taskStates, texts } from './texts.ts';

const tones: Readonly<Record<TaskView['state'], string>> = {
  open: 'primary',
  reported: 'warn',
  accepted: 'good',
  rejected: 'urgent',
  cancelled: '',
};

/** Each unit's share of the work: written by itself, accepted by others. */
export function Tasks({ tasks }: { tasks: readonly TaskView[] }) {
  return (
    <section className="card" aria-labelledby="tasks">
      <h2 id="tasks">{t(texts.tasks)}</h2>
      {tasks.length === 0 && <p className="hint">{t(texts.noTasks)}</p>}
      <ul className="things">
        {tasks.map((task) => (
          <li key={task.id}>
            <Task task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { task: TaskView }) {
  const { nameOf } = useUnits();
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <strong>{nameOf(task.unit)}</strong>
          <span className="mark">{t(taskParts[task.part])}</span>
          <TaskMark state={task.state} />
          {task.required && <span className="hint small">{t(texts.required)}</span>}
          <span className="hint small">
            {t(texts.weight, { n: task.weight })}
            {task.rejections > 0 && ` · ${t(texts.rejections, { n: task.rejections })}`}
          </span>
        </span>
        <TaskActs task={task} />
      </div>
      <p className="prose">{task.text}</p>
      {task.report !== null && (
        <p className="quote prose">
          {task.report}
          {task.reportedAt !== null && <span className="small hint"> {stamp(task.reportedAt)}</span>}
        </p>
      )}
      {task.judgement !== null && (
        <p className="small hint prose">
          {named(t(actTexts.judge))}
          {task.judgement}
        </p>
      )}
    </>
  );
}

export function TaskMark({ state }: { state: TaskView['state'] }) {
  return <span className={`mark ${tones[state]}`}>{t(taskStates[state])}</span>;
}

/** What I may do with a task. */
export function TaskActs({ task }: { task: Pick<TaskView, 'id' | 'mayReport' | 'mayJudge'> }) {
  return (
    <span className="row">
      {task.mayReport && (
        <OpenForm type="primary" label={actTexts.reportTask}>
          {(close) => <ReportTask task={task.id} onDone={close} />}
        </OpenForm>
      )}
      {task.mayJudge && (
        <OpenForm type="primary" label={actTexts.judge}>
          {(close) => <JudgeTask task={task.id} onDone={close} />}
        </OpenForm>
      )}
    </span>
  );
}
