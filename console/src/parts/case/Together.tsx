import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ConsultationCard } from './ConsultationCard.tsx';
import { HoldCard } from './HoldCard.tsx';
import { RequestCard } from './RequestCard.tsx';
import { Things } from './Things.tsx';
import { texts } from './texts.ts';
import { WhistleCard } from './WhistleCard.tsx';

/** What several units do about the case together, and what was asked beside its way. */
export function Together({ theCase }: { theCase: CaseView }) {
  const { consultations, whistles, requests, holds, clocks, round } = theCase;
  const overall = clocks.find((clock) => clock.kind === 'overall' && clock.round === round);
  if (consultations.length + whistles.length + requests.length + holds.length === 0)
    return <p className="card hint">{t(texts.nothingTogether)}</p>;
  return (
    <>
      <Things title={t(texts.requests)} of={requests}>
        {(one) => <RequestCard request={one} clockUnit={overall?.unit ?? null} />}
      </Things>
      <Things title={t(texts.holds)} of={holds}>
        {(one) => <HoldCard hold={one} />}
      </Things>
      <Things title={t(texts.consultations)} of={consultations}>
        {(one) => <ConsultationCard consultation={one} />}
      </Things>
      <Things title={t(texts.whistles)} of={whistles}>
        {(one) => <WhistleCard whistle={one} />}
      </Things>
    </>
  );
}
