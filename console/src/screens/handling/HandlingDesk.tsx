import { t } from '@fengqiao/ui/language.ts';
import { Acknowledge } from '../../acts/Acknowledge.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Pane } from '../../parts/desk/Pane.tsx';
import { SupervisionCard } from '../../parts/case/SupervisionCard.tsx';
import { texts as caseTexts } from '../../parts/case/texts.ts';
import { Things } from '../../parts/case/Things.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** What my unit has to do: take it, reach the reporter, pass it on, do it, report it with evidence. */
export function HandlingDesk() {
  return (
    <Page title={t(names.handling)} says={t(texts.says)}>
      <Desk desks={['to_acknowledge', 'in_hand', 'held', 'mine']}>
        {(theCase) => (
          <Pane theCase={theCase} open={[['acknowledge', Acknowledge]]}>
            <Things
              title={t(caseTexts.supervisions)}
              of={theCase.supervisions.filter(({ mayAnswer }) => mayAnswer)}
            >
              {(one) => <SupervisionCard supervision={one} />}
            </Things>
          </Pane>
        )}
      </Desk>
    </Page>
  );
}
