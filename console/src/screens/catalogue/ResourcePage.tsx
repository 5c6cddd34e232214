import { Link, useParams } from 'react-router';
import { readResource, type ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { Duties } from './Duties.tsx';
import { Doubts } from './Doubts.tsx';
import { Items } from './Items.tsx';
import { Lineage } from './Lineage.tsx';
import { FreshMark, QualityMark, ShareMark } from './marks.tsx';
import { QualityCard } from './QualityCard.tsx';
import { ResourceActs } from './ResourceActs.tsx';
import { About } from './About.tsx';
import { pageTexts as texts } from './texts.ts';
import './catalogue.css';

/** One resource: what it is, its fields, how good it is, and what became of it. */
export function ResourcePage() {
  const { id = '' } = useParams();
  const view = useSay(readResource, { params: { id } });
  return <Answer of={view}>{(resource) => <Shown resource={resource} />}</Answer>;
}

function Shown({ resource }: { resource: ResourceView }) {
  const { row, content, version, withdrawnReason, proposal } = resource;
  return (
    <Page
      title={t(row.name)}
      says={
        <span className="row wrap">
          <Link to="/catalogue">{t(names.catalogue)}</Link>
          <span className="number">{row.code}</span>
          <span>{t(row.providerName)}</span>
          <ShareMark shareType={row.shareType} />
          <QualityMark of={row} />
          {row.quality !== null && <FreshMark quality={row.quality} />}
          {proposal !== null && <Link to="/catalogue/proposals">{t(texts.open)}</Link>}
        </span>
      }
      extra={<ResourceActs resource={resource} />}
    >
      {withdrawnReason !== null && (
        <p className="mark urgent">{t(texts.withdrawn, { reason: withdrawnReason })}</p>
      )}
      <div className="two-columns">
        <div className="stack">
          <Items content={content} quality={resource.fieldQuality} />
          <QualityCard resource={resource} />
        </div>
        <div className="stack">
          <section className="card" aria-label={t(texts.about)}>
            <h2>{t(texts.about)}</h2>
            <About content={content} related={resource.related} />
            <Approved approval={resource.approval} />
            <p className="hint small">{t(texts.version, { n: version, at: dayOf(row.publishedAt) })}</p>
          </section>
          <Duties row={row} />
          <Lineage steps={resource.lineage} />
          <Doubts resource={resource} />
        </div>
      </div>
    </Page>
  );
}

/** Who stood behind the entry, and when. */
function Approved({ approval }: Pick<ResourceView, 'approval'>) {
  if (approval === null) return null;
  const { reviewedBy, reviewedAt, publishedBy, publishedAt } = approval;
  const at = (when: string | null) => (when === null ? '' : stamp(when));
  return (
    <p className="hint small approved">
      {t(texts.approved, {
        reviewer: reviewedBy ?? '—',
        reviewedAt: at(reviewedAt),
        publisher: publishedBy ?? '—',
        publishedAt: at(publishedAt),
      })}
    </p>
  );
}
