import { Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { hitKinds, listScrubs, openPassage, type ScrubView } from '@fengqiao/contract/retention.ts';
import { apart } from '@fengqiao/contract/roles.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Feed } from '../../parts/Feed.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Passage } from './Passage.tsx';
import { placeName, texts } from './texts.ts';

/** Passages that seem to hold personal data; which part is open stands in the address. */
export function Scrubs() {
  const [asked, setAsked] = useSearchParams();
  const items = [
    { key: 'open', label: t(texts.open), children: <List done={false} /> },
    { key: 'done', label: t(texts.done), children: <List done /> },
  ];
  return (
    <Page title={t(names.scrubs)} says={t(texts.says)}>
      <Tabs
        items={items}
        activeKey={asked.get('part') ?? 'open'}
        onChange={(part) => setAsked({ part }, { replace: true })}
        destroyOnHidden
      />
    </Page>
  );
}

function List({ done }: { done: boolean }) {
  const list = useMore(listScrubs, (after) => ({
    query: { done, limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Feed
      list={list}
      label={t(done ? texts.done : texts.open)}
      empty={t(done ? texts.noneDone : texts.none)}
      keyOf={(scrub) => scrub.id}
    >
      {(scrub) => <Scrub scrub={scrub} />}
    </Feed>
  );
}

function Scrub({ scrub }: { scrub: ScrubView }) {
  const { id, subject, no, place, found, foundAt, state, masked, kept, decidedAt } = scrub;
  const me = useMe();
  const finds = found.map(({ kind, count }) =>
    count === 1 ? t(hitKinds[kind]) : `${t(hitKinds[kind])} × ${count}`,
  );
  return (
    <article className="row between" aria-label={no}>
      <div className="grow">
        <span className="row wrap">
          {me.role !== null && !apart.includes(me.role) ? (
            <Link to={`/cases/${subject}`} className="number">
              {no}
            </Link>
          ) : (
            <span className="number">{no}</span>
          )}
          <strong>{t(placeName(place))}</strong>
          <span>
            {state === 'open' ? t(texts.found, { what: listed(finds) }) : t(texts.decided, { masked, kept })}
          </span>
        </span>
        <span className="small hint">{stamp(decidedAt ?? foundAt)}</span>
      </div>
      {state === 'open' && mayCall(me, openPassage) && (
        <OpenForm type="primary" label={texts.look} title={`${no} · ${t(placeName(place))}`} width={640}>
          {(close) => <Passage id={id} onDone={close} />}
        </OpenForm>
      )}
    </article>
  );
}
