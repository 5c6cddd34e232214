import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Navigate, useLocation } from 'react-router';
import { readMe } from '@fengqiao/contract/identity.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useLive } from '@fengqiao/ui/live.ts';
import { MeContext } from '@fengqiao/ui/session.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { texts } from './texts.ts';

/** Lets staff through and sends everybody else to where they sign in, and back afterwards. */
export function Gate({ children }: { children: ReactNode }) {
  const me = useSay(readMe, {});
  const { pathname, search } = useLocation();
  const staff = me.data?.kind === 'staff';
  useLive(staff);
  if (me.data === undefined)
    return me.error === null ? (
      <Waiting />
    ) : (
      <main className="page">
        <Refusal error={me.error} onAgain={() => void me.refetch()} />
      </main>
    );
  if (me.data.kind === 'resident') return <NotStaff />;
  if (!staff) return <Navigate replace to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} />;
  return <MeContext value={me.data}>{children}</MeContext>;
}

function NotStaff() {
  return (
    <main className="wait">
      <h1>{t(texts.staffOnly)}</h1>
      <p>{t(texts.staffOnlyWhy)}</p>
      <div className="row">
        <Button type="primary" href="/">
          {t(texts.toResident)}
        </Button>
        <Button href="/console/sign-in">{t(texts.toSignIn)}</Button>
      </div>
    </main>
  );
}
