import { listConsultations } from '@fengqiao/contract/cases.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ConsultationCard } from '../../parts/case/ConsultationCard.tsx';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts, views } from './texts.ts';

const choice = { name: 'state', label: texts.state, of: views, usual: 'open' } as const;

/** Units agree who handles it, within four working hours; silence is consent. */
export function Consultations() {
  const state = useChoice(choice);
  const list = useMore(listConsultations, (after) => ({
    query: { limit: 30, state, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Page title={t(names.consultations)} says={t(texts.says)} extra={<Choices {...choice} />}>
      <Feed list={list} label={t(names.consultations)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <>
            <OfCase id={one.caseId} no={one.no} title={one.title} />
            <ConsultationCard consultation={one} />
          </>
        )}
      </Feed>
    </Page>
  );
}
