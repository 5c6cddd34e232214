import { handOver } from '@fengqiao/contract/hand-over.ts';
import { useEffect, useState } from 'react';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { askedOf } from './asked.ts';
import { texts } from './texts.ts';

/** The door for another app: the token comes behind the #, so that it stands in no log, and is gone from the address at once. */
export function Embed() {
  const [{ token, to }] = useState(() => askedOf(location.hash));
  const act = useAct(handOver, () => location.replace(to));
  const { mutate } = act;
  useEffect(() => {
    history.replaceState(null, '', location.pathname);
    if (token === null) location.replace(to);
    else mutate({ body: { token } });
  }, [token, to, mutate]);
  return (
    <Page title={t(texts.title)}>
      {act.error === null ? (
        <Loading />
      ) : (
        <>
          <Failed error={act.error} />
          <LinkButton kind="main" to={`/sign-in?next=${encodeURIComponent(to)}`}>
            {t(texts.signIn)}
          </LinkButton>
          <LinkButton to={to}>{t(texts.without)}</LinkButton>
        </>
      )}
    </Page>
  );
}
