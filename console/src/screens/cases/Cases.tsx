import { t } from '@fengqiao/ui/language.ts';
import { Page } from '../../parts/Page.tsx';
import { WorkList } from '../../parts/work-list/WorkList.tsx';
import { names } from '../../shell/texts.ts';

/** All cases that I may see. */
export function Cases() {
  return (
    <Page title={t(names.cases)}>
      <WorkList />
    </Page>
  );
}
