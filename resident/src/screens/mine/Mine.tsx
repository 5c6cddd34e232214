import { myReports } from '@fengqiao/contract/cases.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { Nav } from '../../Nav.tsx';
import { ReportCard } from '../../ReportCard.tsx';
import { receipts } from '../../receipts.ts';
import { OnThisPhone } from './OnThisPhone.tsx';
import { texts } from './texts.ts';

/** What I reported: by my account, and by the receipts on this phone. */
export function Mine() {
  const me = useWho();
  const isResident = me.data?.kind === 'resident';
  return (
    <Page title={t(texts.title)} nav={<Nav />}>
      {isResident ? <ByAccount /> : <SignInHint />}
      <OnThisPhone kept={receipts()} />
      <div className="row">
        <LinkButton kind={isResident ? 'second' : 'main'} icon="camera" to="/report">
          {t(texts.report)}
        </LinkButton>
        <LinkButton icon="eye" to="/track">
          {t(texts.track)}
        </LinkButton>
      </div>
    </Page>
  );
}

function ByAccount() {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useMore(
    myReports,
    (after) => ({ query: { limit: 20, ...(after !== undefined && { after }) } }),
  );
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const reports = data.pages.flatMap(({ items }) => items);
  if (reports.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <section className="stack" aria-label={t(texts.title)}>
      <ul className="cards">
        {reports.map((report) => (
          <li key={report.report}>
            <ReportCard report={report} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </section>
  );
}

const SignInHint = () => (
  <Empty action={<LinkButton to="/sign-in?next=/mine">{t(texts.signIn)}</LinkButton>}>
    {t(texts.signInWhy)}
  </Empty>
);
