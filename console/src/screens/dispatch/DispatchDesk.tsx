import { acts } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayOf } from '@fengqiao/ui/may.ts';
import { Dispatch } from '../../acts/Dispatch.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Pane } from '../../parts/desk/Pane.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** Who handles it: the list suggests with its reasons, the dispatcher decides. */
export function DispatchDesk() {
  return (
    <Page title={t(names.dispatch)} says={t(texts.says)}>
      <Desk desks={['to_dispatch']}>
        {(theCase) => (
          <Pane theCase={theCase} open={[['dispatch', Dispatch]]}>
            {theCase.state === 'registered' && !mayOf(theCase.may, 'dispatch').may && (
              <section className="card" aria-label={t(acts.dispatch)}>
                <h2>{t(acts.dispatch)}</h2>
                <Dispatch theCase={theCase} onDone={() => undefined} />
              </section>
            )}
          </Pane>
        )}
      </Desk>
    </Page>
  );
}
