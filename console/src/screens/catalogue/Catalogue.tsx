import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { listProposals, proposeResource } from '@fengqiao/contract/catalogue/proposals.ts';
import { listResources } from '@fengqiao/contract/catalogue/resources.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { names } from '../../shell/texts.ts';
import { CatalogueFilters } from './CatalogueFilters.tsx';
import { useSought } from './sought.ts';
import { ResourceTable } from './ResourceTable.tsx';
import { Summary } from './Summary.tsx';
import { texts } from './texts.ts';
import '../../parts/work-list/work-list.css';
import './catalogue.css';

/** Which data the street has; what is sought stands in the address. */
export function Catalogue() {
  const me = useMe();
  const { sought } = useSought();
  const list = useMore(listResources, (after) => ({
    query: { limit: 50, ...sought, ...(after === undefined ? {} : { after }) },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t(names.catalogue)}
      says={t(texts.says)}
      extra={
        <>
          <Link to="/catalogue/assessments">{t(names.assessments)}</Link>
          {mayCall(me, listProposals) && <Link to="/catalogue/proposals">{t(texts.proposals)}</Link>}
          {mayCall(me, proposeResource) && (
            <Link to="/catalogue/new">
              <Button type="primary" icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
                {t(texts.propose)}
              </Button>
            </Link>
          )}
        </>
      }
    >
      <Summary />
      <section className="card work-list" aria-label={t(names.catalogue)}>
        <CatalogueFilters />
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <ResourceTable items={items} loading={list.isPending} />
        <div className="row between pages">
          <span className="hint small" aria-live="polite">
            {list.isSuccess && t(texts.count, { n: items.length })}
          </span>
          {list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t(common.more)}
            </Button>
          )}
        </div>
      </section>
    </Page>
  );
}
