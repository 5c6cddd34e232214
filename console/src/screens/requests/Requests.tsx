import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { listRequests } from '@fengqiao/contract/cases.ts';
import { requestKinds } from '@fengqiao/contract/cases/words.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { RequestCard } from '../../parts/case/RequestCard.tsx';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed, OfCase } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts, views } from './texts.ts';

const choice = { name: 'state', label: texts.state, of: views, usual: 'pending' } as const;

/** What was asked beside the way of a case: longer time, another owner, a hold. */
export function Requests() {
  const [asked, setAsked] = useSearchParams();
  const state = useChoice(choice);
  const kind = among(keysOf(requestKinds), asked.get('kind'));
  const list = useMore(listRequests, (after) => ({
    query: {
      limit: 30,
      state,
      ...(kind === undefined ? {} : { kind }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const choose = (value: string | null) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete('kind');
        else next.set('kind', value);
        return next;
      },
      { replace: true },
    );
  const kinds = (
    <Select
      allowClear
      aria-label={t(texts.kind)}
      placeholder={t(texts.allKinds)}
      style={{ width: 160 }}
      value={kind ?? null}
      options={keysOf(requestKinds).map((value) => ({ value, label: t(requestKinds[value]) }))}
      onChange={(value) => choose(value ?? null)}
    />
  );
  return (
    <Page
      title={t(names.requests)}
      says={t(texts.says)}
      extra={
        <>
          {kinds}
          <Choices {...choice} />
        </>
      }
    >
      <Feed list={list} label={t(names.requests)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <>
            <OfCase id={one.caseId} no={one.no} title={one.title} />
            <RequestCard request={one} clockUnit={one.clockUnit} />
          </>
        )}
      </Feed>
    </Page>
  );
}
