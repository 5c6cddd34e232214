import { listReopenings } from '@fengqiao/contract/cases.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ReopeningCard } from '../../parts/case/ReopeningCard.tsx';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts, views } from './texts.ts';

const choice = { name: 'open', label: texts.open, of: views, usual: 'yes' } as const;

/** Who says that it is not solved, or should not have been declined. */
export function Reopenings() {
  const open = useChoice(choice);
  const list = useMore(listReopenings, (after) => ({
    query: {
      limit: 30,
      ...(open === 'yes' ? { open: true } : {}),
      ...(after === undefined ? {} : { after }),
    },
  }));
  return (
    <Page title={t(names.reopenings)} says={t(texts.says)} extra={<Choices {...choice} />}>
      <Feed list={list} label={t(names.reopenings)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <>
            <OfCase id={one.caseId} no={one.no} title={one.title} />
            <ReopeningCard reopening={one} />
          </>
        )}
      </Feed>
    </Page>
  );
}
