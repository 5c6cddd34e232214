import { listHolds } from '@fengqiao/contract/cases.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { HoldCard } from '../../parts/case/HoldCard.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** What must wait: never counted as closed, reviewed every 30 days, escalated at 180. */
export function Holds() {
  const { nameOf } = useUnits();
  const list = useMore(listHolds, (after) => ({
    query: { limit: 30, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page title={t(names.holds)} says={t(texts.says)}>
      <Feed list={list} label={t(names.holds)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <>
            <OfCase
              id={one.caseId}
              no={one.no}
              title={one.title}
              extra={<span className="hint">{nameOf(one.lead)}</span>}
            />
            <HoldCard hold={one} />
          </>
        )}
      </Feed>
    </Page>
  );
}
