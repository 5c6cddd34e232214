import { t } from '@fengqiao/ui/language.ts';
import { Register } from '../../acts/Register.tsx';
import { ReportVerification } from '../../acts/ReportVerification.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Duplicates } from '../../parts/desk/Duplicates.tsx';
import { Pane } from '../../parts/desk/Pane.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** What came in: look for neighbours' reports, have it verified where the type asks for it, register or decline. */
export function RegisterDesk() {
  return (
    <Page title={t(names.register)} says={t(texts.says)}>
      <Desk desks={['to_register', 'to_verify', 'intake']} sort="oldest">
        {(theCase) => (
          <Pane
            theCase={theCase}
            open={[
              ['report_verification', ReportVerification],
              ['register', Register],
            ]}
          >
            <Duplicates caseId={theCase.id} />
          </Pane>
        )}
      </Desk>
    </Page>
  );
}
