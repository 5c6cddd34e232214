import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useLanguage } from '@fengqiao/ui/language.ts';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { StepUp } from '@fengqiao/ui/phone/StepUp.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { Home } from './screens/home/Home.tsx';

const SignIn = lazy(async () => ({ default: (await import('./screens/account/SignIn.tsx')).SignIn }));
const Today = lazy(async () => ({ default: (await import('./screens/today/Today.tsx')).Today }));
const InHand = lazy(async () => ({ default: (await import('./screens/today/InHand.tsx')).InHand }));
const Found = lazy(async () => ({ default: (await import('./screens/report/Found.tsx')).Found }));
const Sent = lazy(async () => ({ default: (await import('./screens/report/Sent.tsx')).Sent }));
const OnTheSpot = lazy(async () => ({ default: (await import('./screens/solve/OnTheSpot.tsx')).OnTheSpot }));
const Matter = lazy(async () => ({ default: (await import('./screens/matter/Matter.tsx')).Matter }));

/** Every screen of the grid worker; without a post one signs in first and comes back to where one wanted to go. */
export function App() {
  const language = useLanguage();
  const { data: me, error, refetch } = useWho();
  const { pathname, search } = useLocation();
  if (me === undefined)
    return error === null ? <Loading /> : <Failed error={error} onRetry={() => void refetch()} />;
  const gate =
    me.kind === 'staff' ? null : (
      <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
    );
  return (
    <Suspense fallback={<Loading />}>
      <StepUp />
      <Routes key={language}>
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/" element={gate ?? <Home />} />
        <Route path="/today" element={gate ?? <Today />} />
        <Route path="/in-hand" element={gate ?? <InHand />} />
        <Route path="/found" element={gate ?? <Found />} />
        <Route path="/sent" element={gate ?? <Sent />} />
        <Route path="/on-the-spot" element={gate ?? <OnTheSpot />} />
        <Route path="/case/:id" element={gate ?? <Matter />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Suspense>
  );
}
