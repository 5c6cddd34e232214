import type { Act } from '@fengqiao/contract/cases/words.ts';
import { acts as actNames } from '@fengqiao/contract/cases/words.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayOf } from '@fengqiao/ui/may.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import type { Op } from '../../offline/outbox.ts';
import { useOps } from '../../offline/phone.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { Check } from './Check.tsx';
import { Contact } from './Contact.tsx';
import { Handled } from './Handled.tsx';
import { TaskReport } from './TaskReport.tsx';
import { texts } from './texts.ts';
import { Verification } from './Verification.tsx';
import { Waiting } from './Waiting.tsx';

/** What a grid worker may do with a case; the order is the order of the work. */
const own = [
  'report_verification',
  'acknowledge',
  'contact',
  'report_handled',
  'check',
] as const satisfies Act[];
type FieldAct = (typeof own)[number] | 'task';
export const isFieldAct = (asked: string | null): asked is FieldAct =>
  asked === 'task' || own.some((act) => act === asked);

type Asked = {
  found: CaseView;
  task: string | null;
  doing: FieldAct | null;
  onDo: (act: FieldAct | null, task?: string) => void;
};

export function Acts({ found, task, doing, onDo }: Asked) {
  const waiting = useOps().filter(
    ({ state, payload }) => state !== 'done' && state !== 'aside' && payload.caseId === found.id,
  );
  const now = own.filter((act) => mayNow(found, act, waiting));
  const notNow = own.filter(
    (act) => !now.includes(act) && found.may.some((one) => one.act === act && !one.may),
  );
  const tasks = found.tasks.filter(({ mayReport, part }) => mayReport && part === 'co');
  const close = () => onDo(null);
  const chosen = tasks.find(({ id }) => id === task);
  return (
    <section className="acts" aria-label={t(texts.acts)}>
      {waiting.map((op) => (
        <Waiting key={op.opId} op={op} />
      ))}
      {now.map((act, n) => (
        <Button key={act} kind={n === 0 ? 'main' : 'second'} onPress={() => onDo(act)}>
          {t(actNames[act])}
        </Button>
      ))}
      {tasks.map(({ id, text }) => (
        <Button key={id} onPress={() => onDo('task', id)}>
          {t(texts.task, { text })}
        </Button>
      ))}
      {notNow.length > 0 && (
        <details>
          <summary>{t(texts.notNow)}</summary>
          <dl>
            {notNow.map((act) => (
              <div key={act}>
                <dt>
                  <strong>{t(actNames[act])}</strong>
                </dt>
                <dd>{t(mayOf(found.may, act).why ?? texts.notNow)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {doing === 'acknowledge' && now.includes(doing) && <Acknowledge found={found} onClose={close} />}
      {doing === 'contact' && now.includes(doing) && <Contact found={found} onClose={close} />}
      {doing === 'report_handled' && now.includes(doing) && <Handled found={found} onClose={close} />}
      {doing === 'report_verification' && now.includes(doing) && (
        <Verification found={found} onClose={close} />
      )}
      {doing === 'check' && now.includes(doing) && <Check found={found} onClose={close} />}
      {doing === 'task' && chosen !== undefined && <TaskReport found={found} task={chosen} onClose={close} />}
    </section>
  );
}

/** What each kind of act on the phone is on the server. */
const actOf: Readonly<Record<string, Act>> = {
  acknowledge: 'acknowledge',
  verification: 'report_verification',
  handled: 'report_handled',
  check: 'check',
};

/** As the server said when it was last asked, and as what waits on this phone will have changed it. */
function mayNow({ may }: CaseView, act: Act, waiting: readonly Op[]): boolean {
  const done = waiting.map(({ type }) => actOf[type]);
  if (done.includes(act)) return false;
  return mayOf(may, act).may || (act === 'report_handled' && done.includes('acknowledge'));
}
