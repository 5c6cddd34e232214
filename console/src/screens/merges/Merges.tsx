import { t } from '@fengqiao/ui/language.ts';
import { ActBar } from '../../parts/case/ActBar.tsx';
import { Head } from '../../parts/case/Head.tsx';
import { Said } from '../../parts/case/Said.tsx';
import { Watched } from '../../parts/case/Watched.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { MergeHere } from './MergeHere.tsx';
import { texts } from './texts.ts';

/** Several reports of one thing become one case; every reporter, clock and count is kept. */
export function Merges() {
  return (
    <Page title={t(names.merges)} says={t(texts.says)}>
      <Desk desks={['open']} sort="newest">
        {(theCase) => (
          <>
            <Head theCase={theCase} linked />
            <MergeHere key={theCase.id} theCase={theCase} />
            <Said theCase={theCase} />
            {theCase.merges.length > 0 && (
              <Watched theCase={{ ...theCase, supervisions: [], checks: [], asks: [], reopenings: [] }} />
            )}
            <ActBar theCase={theCase} />
          </>
        )}
      </Desk>
    </Page>
  );
}
