import { t } from '@fengqiao/ui/language.ts';
import { Archive } from '../../acts/Archive.tsx';
import { Close } from '../../acts/Close.tsx';
import { ArchiveCard } from '../../parts/case/ArchiveCard.tsx';
import { Watched } from '../../parts/case/Watched.tsx';
import { Desk } from '../../parts/desk/Desk.tsx';
import { Pane } from '../../parts/desk/Pane.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** What was checked is closed, as solved or as answered; what was quiet for two weeks is sealed. */
export function Closing() {
  return (
    <Page title={t(names.closing)} says={t(texts.says)}>
      <Desk desks={['to_close', 'to_archive']} sort="oldest">
        {(theCase) => (
          <Pane
            theCase={theCase}
            open={[
              ['close', Close],
              ['archive', Archive],
            ]}
          >
            <ArchiveCard theCase={theCase} />
            <Watched theCase={{ ...theCase, supervisions: [], merges: [] }} />
          </Pane>
        )}
      </Desk>
    </Page>
  );
}
