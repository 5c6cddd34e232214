import { decideReopening } from '@fengqiao/contract/cases.ts';
import type { Static } from 'typebox';
import type { ReopeningView } from '@fengqiao/contract/cases/beside.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { left, stamp } from '@fengqiao/ui/time.ts';
import { DecideReopening } from '../../acts/DecideReopening.tsx';
import { texts as actTexts } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { useNow } from '../now.ts';
import { reopeningKinds, texts } from './texts.ts';
import { whyAgain } from './unsolved.ts';

/** Somebody says it is not solved, or that it should not have been declined. */
export function ReopeningCard({ reopening }: { reopening: Static<typeof ReopeningView> }) {
  const me = useMe();
  const now = useNow();
  const { kind, reason, askedAt, answerBy, granted, decision, decidedAt } = reopening;
  const waits = left(answerBy, now);
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <strong>{t(reopeningKinds[kind])}</strong>
          {granted === null ? (
            <span className={waits.late ? 'mark urgent' : 'mark warn'}>
              {t(texts.waiting)} · {waits.words}
            </span>
          ) : (
            <span className={granted ? 'mark primary' : 'mark'}>
              {t(granted ? texts.granted : texts.denied)}
            </span>
          )}
          <span className="small hint">{stamp(askedAt)}</span>
        </span>
        {granted === null && mayCall(me, decideReopening) && (
          <OpenForm type="primary" label={actTexts.decideReopening}>
            {(close) => (
              <>
                <p className="quote prose">{whyAgain(reason)}</p>
                <DecideReopening reopening={reopening.id} onDone={close} />
              </>
            )}
          </OpenForm>
        )}
      </div>
      <p className="prose">{whyAgain(reason)}</p>
      {decision !== null && (
        <p className="quote prose">
          {decision}
          {decidedAt !== null && <span className="small hint"> {stamp(decidedAt)}</span>}
        </p>
      )}
    </>
  );
}
