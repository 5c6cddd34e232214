import type { Static } from 'typebox';
import type { SupervisionView } from '@fengqiao/contract/cases/beside.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { AnswerSupervision } from '../../acts/AnswerSupervision.tsx';
import { texts as actTexts } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { supervisionKinds, texts } from './texts.ts';

/** A step of supervision: by the clock or by a person, answered or not. */
export function SupervisionCard({ supervision }: { supervision: Static<typeof SupervisionView> }) {
  const { nameOf } = useUnits();
  const { kind, level, unit, text, byLadder, at, answer, answeredAt, mayAnswer } = supervision;
  const order = kind === 'order';
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <strong>{t(supervisionKinds[kind])}</strong>
          <span className="mark">{t(texts.level, { n: level })}</span>
          {order && (
            <span className={answeredAt === null ? 'mark urgent' : 'mark good'}>
              {t(answeredAt === null ? texts.waiting : texts.answered)}
            </span>
          )}
          <span className="small hint">
            → {nameOf(unit)} · {stamp(at)}
            {byLadder && ` · ${t(texts.byLadder)}`}
          </span>
        </span>
        {mayAnswer && (
          <OpenForm type="primary" label={actTexts.answer}>
            {(close) => (
              <>
                <p className="quote prose">{text}</p>
                <AnswerSupervision supervision={supervision.id} onDone={close} />
              </>
            )}
          </OpenForm>
        )}
      </div>
      <p className="prose">{text}</p>
      {answer !== null && (
        <p className="quote prose">
          {answer}
          {answeredAt !== null && <span className="small hint"> {stamp(answeredAt)}</span>}
        </p>
      )}
    </>
  );
}
