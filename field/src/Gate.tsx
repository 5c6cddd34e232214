import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Refused } from '@fengqiao/contract/client.ts';
import type { Me } from '@fengqiao/contract/identity.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { drive } from './offline/driver.ts';
import { rememberMe } from './offline/identity.ts';
import { lockPhone, openPhone } from './offline/open.ts';
import type { Phone } from './offline/outbox.ts';
import { PhoneContext } from './offline/phone.ts';
import { fetchWork } from './offline/work.ts';
import { canSeal } from './offline/vault.ts';
import { texts } from './texts.ts';

/** What stands before every screen: the phone's own keeping, opened for whoever signed in, and the sending that runs beside. */
export function Gate({ me, children }: { me: Me; children: ReactNode }) {
  const client = useQueryClient();
  const { phone, error, retry } = useOpenPhone(me);
  useEffect(() => {
    if (phone === null) return undefined;
    return drive(phone, (ended) => {
      if (ended === 'signed_out') void lockPhone().then(() => client.resetQueries());
      if (ended === 'empty') void fetchWork(client);
    });
  }, [phone, client]);
  const open = useMemo(() => (phone === null ? null : { me, phone }), [me, phone]);
  if (!canSeal()) return <Unsafe />;
  if (error !== null)
    return (
      <Page title={t(texts.locked)} help={false}>
        <p>{t(texts.lockedWhy)}</p>
        <Failed error={error} onRetry={retry} />
        <LinkButton to="/sign-in">{t(texts.signIn)}</LinkButton>
      </Page>
    );
  if (open === null) return <Loading />;
  return <PhoneContext.Provider value={open}>{children}</PhoneContext.Provider>;
}

function useOpenPhone(me: Me) {
  const [phone, setPhone] = useState<Phone | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  const [tries, setTries] = useState(0);
  const { account } = me;
  useEffect(() => {
    if (account === null || !canSeal()) return undefined;
    let left = false;
    openPhone(account).then(
      (opened) => {
        if (left) return;
        rememberMe(me);
        setPhone(opened);
      },
      (failed: unknown) => !left && setError(failed instanceof Refused ? failed : unreadable),
    );
    return () => {
      left = true;
    };
    // Opened once for each account; what else is known of them changes nothing here.
    // oxlint-disable-next-line exhaustive-deps
  }, [account, tries]);
  const retry = () => {
    setError(null);
    setTries((now) => now + 1);
  };
  return { phone: phone?.account === account ? phone : null, error, retry };
}

const unreadable = new Refused(0, { code: 'platform.failed', ...texts.unreadable });

/** Over plain http a browser neither seals nor works offline. */
const Unsafe = () => (
  <Page title={t(texts.unsafe)} help={false}>
    <p>{t(texts.unsafeWhy)}</p>
  </Page>
);
