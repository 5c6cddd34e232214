import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { useLanguage } from '@fengqiao/ui/language.ts';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { StepUp } from '@fengqiao/ui/phone/StepUp.tsx';
import { useWho } from '@fengqiao/ui/phone/street.ts';
import { Gate } from './Gate.tsx';
import { isLeaving } from './offline/identity.ts';
import { lockPhone } from './offline/open.ts';
import { NewVersion } from './parts/NewVersion.tsx';
import { Home } from './screens/home/Home.tsx';

const SignIn = lazy(async () => ({ default: (await import('./screens/account/SignIn.tsx')).SignIn }));
const Today = lazy(async () => ({ default: (await import('./screens/today/Today.tsx')).Today }));
const InHand = lazy(async () => ({ default: (await import('./screens/today/InHand.tsx')).InHand }));
const Found = lazy(async () => ({ default: (await import('./screens/report/Found.tsx')).Found }));
const HandedIn = lazy(async () => ({ default: (await import('./screens/outbox/HandedIn.tsx')).HandedIn }));
const OnTheSpot = lazy(async () => ({ default: (await import('./screens/solve/OnTheSpot.tsx')).OnTheSpot }));
const Matter = lazy(async () => ({ default: (await import('./screens/matter/Matter.tsx')).Matter }));
const Outbox = lazy(async () => ({ default: (await import('./screens/outbox/Outbox.tsx')).Outbox }));
const Patrol = lazy(async () => ({ default: (await import('./screens/patrol/Patrol.tsx')).Patrol }));
const Visits = lazy(async () => ({ default: (await import('./screens/visits/Visits.tsx')).Visits }));
const Mandate = lazy(async () => ({ default: (await import('./screens/mandate/Mandate.tsx')).Mandate }));
const MyGrid = lazy(async () => ({ default: (await import('./screens/my-grid/MyGrid.tsx')).MyGrid }));
const MyWork = lazy(async () => ({ default: (await import('./screens/my-work/MyWork.tsx')).MyWork }));
const Past = lazy(async () => ({ default: (await import('./screens/past/Past.tsx')).Past }));

/** Every screen of the grid worker; without a post one signs in first and comes back to where one wanted to go. */
export function App() {
  useLanguage();
  const { data: me, error, refetch } = useWho();
  const { pathname, search } = useLocation();
  // Who signed out without a network is out, though the server cannot be asked yet.
  const isOut = isLeaving() || (me !== undefined && me.kind !== 'staff');
  useEffect(() => {
    if (isOut) void lockPhone();
  }, [isOut]);
  if (me === undefined && !isOut)
    return error === null ? <Loading /> : <Failed error={error} onRetry={() => void refetch()} />;
  const gate =
    me === undefined || isOut ? (
      <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
    ) : (
      <Gate me={me}>
        <Outlet />
      </Gate>
    );
  return (
    <Suspense fallback={<Loading />}>
      <StepUp />
      <NewVersion />
      <Routes>
        <Route path="/sign-in" element={<SignIn />} />
        <Route element={gate}>
          <Route path="/" element={<Home />} />
          <Route path="/today" element={<Today />} />
          <Route path="/in-hand" element={<InHand />} />
          <Route path="/found" element={<Found />} />
          <Route path="/on-the-spot" element={<OnTheSpot />} />
          <Route path="/case/:id" element={<Matter />} />
          <Route path="/patrol" element={<Patrol />} />
          <Route path="/visits" element={<Visits />} />
          <Route path="/mandate" element={<Mandate />} />
          <Route path="/my-grid" element={<MyGrid />} />
          <Route path="/my-work" element={<MyWork />} />
          <Route path="/past" element={<Past />} />
          <Route path="/outbox" element={<Outbox />} />
          <Route path="/handed-in/:opId" element={<HandedIn />} />
        </Route>
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Suspense>
  );
}
