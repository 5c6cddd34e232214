import { readService, type ServiceItem } from '@fengqiao/contract/services.ts';
import { useParams, useSearchParams } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { Bring } from './Bring.tsx';
import { Fact } from './Fact.tsx';
import { OtherWays } from './OtherWays.tsx';
import { texts } from './texts.ts';
import { Where } from './Where.tsx';

/** 事项详情: everything somebody needs to know before they set out, and a person to ask. */
export function Service() {
  const { code = '' } = useParams();
  const [query] = useSearchParams();
  const { data, error, refetch } = useSay(readService, { params: { code } });
  const from = query.get('from');
  const back = from === null ? '/life' : `/life/${encodeURIComponent(from)}`;
  return (
    <Page title={data === undefined ? t(texts.life) : t(data.name)} back={back} help={false}>
      {error !== null && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Told item={data} />}
    </Page>
  );
}

function Told({ item }: { item: ServiceItem }) {
  const { code, who, term, basis, money, note, window } = item;
  const unsure =
    [who, term, basis, money].some((told) => told?.sure === false) || item.bring.some(({ shared }) => shared);
  return (
    <>
      <section className="card facts-card" aria-label={t(item.name)}>
        <Fact title={texts.who} told={who} />
        <Bring item={item} />
        <Where window={window} decidedBy={item.decidedBy} />
        <Fact title={texts.term} told={term} instead={texts.noTerm} />
        <Fact title={texts.money} told={money} />
        <Fact title={texts.basis} told={basis} />
        {note !== null && <Fact title={texts.note} told={{ ...note, sure: true }} />}
      </section>
      {item.since !== null && <p className="hint">{t(texts.since, { on: item.since })}</p>}
      {unsure && <p className="hint">{t(texts.confirmWhy)}</p>}
      <OtherWays phone={window.phone} />
      <div className="foot no-print">
        <LinkButton kind="main" icon="phone" to={`/services/${code}/ask?way=call`}>
          {t(texts.call)}
        </LinkButton>
        <LinkButton icon="home" to={`/services/${code}/ask?way=visit`}>
          {t(texts.visit)}
        </LinkButton>
      </div>
    </>
  );
}
