import { Link, useParams, useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { Acts, isAct } from './Acts.tsx';
import { Answers } from './Answers.tsx';
import { Share } from '../share/Share.tsx';
import { useFollow } from './follow.ts';
import { Held } from './Held.tsx';
import { Exit, Hold, Holder, Question } from './Now.tsx';
import { Said } from './Said.tsx';
import { Steps } from './Steps.tsx';
import { texts } from './texts.ts';

/** 反映进度: who holds it and for how long, answered apart from solved, and what I can do now. */
export function Progress() {
  const { report = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { data, error, refetch, code } = useFollow(report);
  const doing = query.get('do');
  if (error !== null && data === undefined)
    return (
      <Page title={t(texts.title)} back="/mine">
        <Failed error={error} onRetry={() => void refetch()} />
        {error.status === 401 && (
          <LinkButton kind="main" to={`/sign-in?next=/progress/${report}`}>
            {t(texts.signIn)}
          </LinkButton>
        )}
        <LinkButton to="/track">{t(texts.track)}</LinkButton>
      </Page>
    );
  if (data === undefined)
    return (
      <Page title={t(texts.title)} back="/mine">
        <Loading />
      </Page>
    );
  return (
    <Page title={t(texts.title)} back="/mine">
      <Question progress={data} />
      <Said progress={data} />
      <Holder progress={data} />
      <Answers progress={data} />
      <Hold progress={data} />
      <Exit progress={data} />
      <Acts
        progress={data}
        code={code}
        doing={isAct(doing) ? doing : null}
        onDo={(act) => setQuery(act === null ? {} : { do: act })}
      />
      <p className="row no-print">
        <Share report={data.report} code={code} />
      </p>
      <Held progress={data} />
      <Steps progress={data} />
      <p className="hint">
        {t(texts.byPhone, { no: data.no })}{' '}
        <Link className="link" to="/help">
          {data.hotline}
        </Link>
      </p>
    </Page>
  );
}
