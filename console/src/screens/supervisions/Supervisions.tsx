import { listSupervisions } from '@fengqiao/contract/cases.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { SupervisionCard } from '../../parts/case/SupervisionCard.tsx';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Ladders } from './Ladders.tsx';
import { texts, views } from './texts.ts';

const choice = { name: 'open', label: texts.open, of: views, usual: 'yes' } as const;

/** Orders of the ladder and of people, and what was answered. */
export function Supervisions() {
  const open = useChoice(choice);
  const list = useMore(listSupervisions, (after) => ({
    query: {
      limit: 30,
      ...(open === 'yes' ? { open: true } : {}),
      ...(after === undefined ? {} : { after }),
    },
  }));
  return (
    <Page title={t(names.supervisions)} says={t(texts.says)} extra={<Choices {...choice} />}>
      <Feed list={list} label={t(names.supervisions)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <>
            <OfCase id={one.caseId} no={one.no} title={one.title} />
            <SupervisionCard supervision={one} />
          </>
        )}
      </Feed>
      <Ladders />
    </Page>
  );
}
