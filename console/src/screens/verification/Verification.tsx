import { t } from '@fengqiao/ui/language.ts';
import { Check } from '../../acts/Check.tsx';
import { Gallery } from '../../parts/case/Gallery.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Pane } from '../../parts/desk/Pane.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Compare } from './Compare.tsx';
import { texts } from './texts.ts';

/** Is it really done? Before and after side by side, with what speaks for or against each picture. */
export function Verification() {
  return (
    <Page title={t(names.verification)} says={t(texts.says)}>
      <Desk desks={['to_check']}>
        {(theCase) => (
          <Pane theCase={theCase} open={[['check', Check]]}>
            <Compare theCase={theCase} />
            <Gallery theCase={theCase} />
          </Pane>
        )}
      </Desk>
    </Page>
  );
}
