import type { Static } from 'typebox';
import type { WhistleView } from '@fengqiao/contract/cases/beside.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { AnswerWhistle } from '../../acts/AnswerWhistle.tsx';
import { EndWhistle } from '../../acts/EndWhistle.tsx';
import { texts as actTexts, whistleKinds } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { texts } from './texts.ts';

/** A whistle: who was called, who answered, who came. */
export function WhistleCard({ whistle }: { whistle: Static<typeof WhistleView> }) {
  const { unit } = useMe();
  const { nameOf } = useUnits();
  const { kind, caller, text, calledAt, answerBy, endedAt, result, calls } = whistle;
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <strong>{t(whistleKinds[kind])}</strong>
          <span className="small hint">
            {nameOf(caller)} · {stamp(calledAt)} · {t(texts.answerBy, { at: stamp(answerBy) })}
          </span>
        </span>
        <span className="row">
          {calls.some((call) => call.mayAnswer) && (
            <OpenForm type="primary" label={actTexts.answerWhistle}>
              {(close) => <AnswerWhistle whistle={whistle.id} onDone={close} />}
            </OpenForm>
          )}
          {endedAt === null && caller === unit && (
            <OpenForm label={actTexts.endWhistle}>
              {(close) => (
                <EndWhistle whistle={whistle.id} units={calls.map((call) => call.unit)} onDone={close} />
              )}
            </OpenForm>
          )}
        </span>
      </div>
      <p className="prose">{text}</p>
      <ul className="opinions">
        {calls.map((call) => (
          <li key={call.unit} className="row wrap">
            <span>{nameOf(call.unit)}</span>
            <span className={call.answeredAt === null ? 'mark warn' : 'mark good'}>
              {t(call.answeredAt === null ? texts.waiting : texts.answered)}
            </span>
            {call.attended !== null && (
              <span className={call.attended ? 'mark good' : 'mark urgent'}>
                {t(call.attended ? texts.attended : texts.notAttended)}
              </span>
            )}
            {call.rating !== null && (
              <span className="small hint">
                {t(actTexts.rating)} {call.rating}/5
              </span>
            )}
            {call.answer !== null && <span className="small">{call.answer}</span>}
          </li>
        ))}
      </ul>
      {result !== null && <p className="quote prose">{result}</p>}
    </>
  );
}
