import type { ConsultationView } from '@fengqiao/contract/cases/beside.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { left, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { AnswerConsultation } from '../../acts/AnswerConsultation.tsx';
import { texts as actTexts } from '../../acts/texts.ts';
import { OpenForm } from '../form/OpenForm.tsx';
import { useNow } from '../now.ts';
import { consultationStates, stances, texts } from './texts.ts';

const tones = { open: 'primary', agreed: 'good', failed: 'urgent' } as const;
const stanceTones = { waiting: '', consents: 'good', objects: 'urgent', silent: 'warn' } as const;

/** A consultation: the question, who is to lead, and what each unit says. */
export function ConsultationCard({ consultation }: { consultation: ConsultationView }) {
  const { nameOf } = useUnits();
  const now = useNow();
  const { state, question, proposedLead, proposedCo, closesAt, opinions } = consultation;
  return (
    <>
      <div className="row between">
        <span className="row wrap">
          <span className={`mark ${tones[state]}`}>{t(consultationStates[state])}</span>
          <strong>{t(texts.proposed, { lead: nameOf(proposedLead) })}</strong>
          {proposedCo.length > 0 && (
            <span className="hint">{t(texts.with, { co: listed(proposedCo.map(nameOf)) })}</span>
          )}
          <span className="small hint">
            {t(texts.closesAt, { at: stamp(closesAt) })}
            {state === 'open' && ` · ${left(closesAt, now).words}`}
          </span>
        </span>
        {consultation.mayAnswer && (
          <OpenForm type="primary" label={actTexts.stance}>
            {(close) => (
              <>
                <p className="prose quote">{question}</p>
                <AnswerConsultation consultation={consultation.id} onDone={close} />
              </>
            )}
          </OpenForm>
        )}
      </div>
      <p className="prose">{question}</p>
      <ul className="opinions">
        {opinions.map((one) => (
          <li key={one.unit}>
            <span className="row wrap">
              <span>{nameOf(one.unit)}</span>
              <span className={`mark ${stanceTones[one.stance]}`}>{t(stances[one.stance])}</span>
              {one.betterLead !== null && (
                <span>{t(texts.betterLead, { unit: nameOf(one.betterLead) })}</span>
              )}
              {one.clause !== null && <span className="hint">{one.clause}</span>}
              {one.at !== null && <span className="small hint">{stamp(one.at)}</span>}
            </span>
            {one.text !== null && one.text !== '' && <p className="small prose">{one.text}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
