import { t } from '@fengqiao/ui/language.ts';
import { Designate } from '../../acts/Designate.tsx';
import { ConsultationCard } from '../../parts/case/ConsultationCard.tsx';
import { RequestCard } from '../../parts/case/RequestCard.tsx';
import { texts as caseTexts } from '../../parts/case/texts.ts';
import { Things } from '../../parts/case/Things.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Pane } from '../../parts/desk/Pane.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** Units do not agree: a named leader says who handles it, and why; the objections stand above. */
export function Arbitration() {
  return (
    <Page title={t(names.arbitration)} says={t(texts.says)}>
      <Desk desks={['arbitration']} sort="oldest">
        {(theCase) => (
          <Pane theCase={theCase} open={[['designate', Designate]]}>
            <Things title={t(texts.returns)} of={theCase.requests.filter(({ kind }) => kind === 'return')}>
              {(one) => <RequestCard request={one} clockUnit={null} />}
            </Things>
            <Things title={t(caseTexts.consultations)} of={theCase.consultations}>
              {(one) => <ConsultationCard consultation={one} />}
            </Things>
          </Pane>
        )}
      </Desk>
    </Page>
  );
}
