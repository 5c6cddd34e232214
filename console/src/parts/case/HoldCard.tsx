import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { passMilestone, reviewHold } from '@fengqiao/contract/cases.ts';
import type { HoldView } from '@fengqiao/contract/cases/beside.ts';
import { holdReasons } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { ago, dayOf, stamp } from '@fengqiao/ui/time.ts';
import { PassMilestone } from '../../acts/PassMilestone.tsx';
import { ReviewHold } from '../../acts/ReviewHold.tsx';
import { texts as actTexts } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { useNow } from '../now.ts';
import { texts } from './texts.ts';

/** A hold: why, the plan, its milestones on a line, and when it is looked at again. */
export function HoldCard({ hold }: { hold: HoldView }) {
  const me = useMe();
  const now = useNow();
  const ended = hold.endedAt !== null;
  const due = !ended && new Date(hold.nextReviewAt) < now;
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <strong>{t(holdReasons[hold.reasonCode])}</strong>
          <span className="hint small">
            {stamp(hold.since)}
            {hold.endedAt === null ? '' : ` – ${stamp(hold.endedAt)}`}
          </span>
          {!ended && (
            <span className={due ? 'mark urgent' : 'mark'}>
              {t(texts.nextReview)} {dayOf(hold.nextReviewAt)}
            </span>
          )}
          {!ended && (
            <span className="mark">
              {t(texts.cap)} {dayOf(hold.capAt)}
            </span>
          )}
        </span>
        {!ended && mayCall(me, reviewHold) && (
          <OpenForm label={actTexts.review}>
            {(close) => <ReviewHold hold={hold.id} onDone={close} />}
          </OpenForm>
        )}
      </div>
      <dl className="facts">
        <dt>{t(actTexts.reason)}</dt>
        <dd className="prose">{hold.reason}</dd>
        <dt>{t(texts.plan)}</dt>
        <dd className="prose">{hold.plan}</dd>
        <dt>{t(texts.told)}</dt>
        <dd className="prose">{hold.toldHow}</dd>
      </dl>
      <ol className="milestones" aria-label={t(texts.milestones)}>
        {hold.milestones.map((one) => {
          const late = one.doneAt === null && one.dueOn < dayOf(now);
          const Icon =
            one.doneAt !== null ? CheckCircleOutlined : late ? WarningOutlined : ClockCircleOutlined;
          return (
            <li key={one.id} className={one.doneAt !== null ? 'good' : late ? 'urgent' : ''}>
              <Icon aria-hidden />
              <span className="number">{one.dueOn}</span>
              <span className="grow">
                {one.title}
                {one.note !== null && <span className="hint"> · {one.note}</span>}
              </span>
              {one.doneAt !== null ? (
                <span className="small">
                  {t(texts.reached)} {dayOf(one.doneAt)}
                </span>
              ) : (
                <span className="small hint">{ago(`${one.dueOn}T23:59:59+08:00`, now)}</span>
              )}
              {!ended && one.doneAt === null && mayCall(me, passMilestone) && (
                <OpenForm label={actTexts.passMilestone} title={one.title}>
                  {(close) => <PassMilestone milestone={one.id} onDone={close} />}
                </OpenForm>
              )}
            </li>
          );
        })}
      </ol>
      {hold.endedWhy !== null && <p className="quote prose">{hold.endedWhy}</p>}
    </>
  );
}
