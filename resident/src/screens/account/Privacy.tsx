import { myAccesses, personalFields } from '@fengqiao/contract/audit.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Empty, Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';

/** 谁看过我的数据: every look is here, with its purpose. */
export function Privacy() {
  const me = useWho().data;
  return (
    <Page title={t(texts.privacy)} back="/settings">
      <p>{t(texts.privacyWhat)}</p>
      {me === undefined ? (
        <Loading />
      ) : me.kind === 'resident' ? (
        <Looks />
      ) : (
        <Empty action={<LinkButton to="/sign-in?next=/privacy">{t(texts.signIn)}</LinkButton>}>
          {t(texts.privacyWhy)}
        </Empty>
      )}
      <LinkButton kind="quiet" to="/promises">
        {t(texts.promises)}
      </LinkButton>
    </Page>
  );
}

function Looks() {
  const { nameOf } = useUnits();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useMore(
    myAccesses,
    (after) => ({ query: { limit: 20, ...(after !== undefined && { after }) } }),
  );
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const looks = data.pages.flatMap(({ items }) => items);
  if (looks.length === 0) return <Empty>{t(texts.nobody)}</Empty>;
  return (
    <>
      <ol className="timeline">
        {looks.map((look) => (
          <li key={look.id}>
            <p>
              {look.unit === null ? t(texts.system) : nameOf(look.unit)}
              {look.role && ` · ${t(roles[look.role])}`}
            </p>
            <p>
              {t(purposes[look.purpose].words)}：
              {look.fields.map((field) => t(personalFields[field])).join('、')}
            </p>
            <p className="hint">{longTime(look.at)}</p>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </>
  );
}
