import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { useLanguage } from '@fengqiao/ui/language.ts';
import { Loading } from '@fengqiao/ui/phone/States.tsx';
import { StepUp } from '@fengqiao/ui/phone/StepUp.tsx';
import { Acting } from './Acting.tsx';
import { Sender } from './outbox/Sender.tsx';
import { Home } from './screens/home/Home.tsx';

const Life = lazy(async () => ({ default: (await import('./screens/services/Life.tsx')).Life }));
const Service = lazy(async () => ({ default: (await import('./screens/services/Service.tsx')).Service }));
const Ask = lazy(async () => ({ default: (await import('./screens/services/Ask.tsx')).Ask }));
const Waiting = lazy(async () => ({ default: (await import('./screens/waiting/Waiting.tsx')).Waiting }));
const Report = lazy(async () => ({ default: (await import('./screens/report/Report.tsx')).Report }));
const Receipt = lazy(async () => ({ default: (await import('./screens/report/Receipt.tsx')).Receipt }));
const Progress = lazy(async () => ({ default: (await import('./screens/progress/Progress.tsx')).Progress }));
const Solved = lazy(async () => ({ default: (await import('./screens/progress/Solved.tsx')).Solved }));
const SharedPage = lazy(async () => ({
  default: (await import('./screens/share/SharedPage.tsx')).SharedPage,
}));
const PaperReport = lazy(async () => ({
  default: (await import('./screens/paper/PaperReport.tsx')).PaperReport,
}));
const Embed = lazy(async () => ({ default: (await import('./screens/embed/Embed.tsx')).Embed }));
const Mine = lazy(async () => ({ default: (await import('./screens/mine/Mine.tsx')).Mine }));
const Track = lazy(async () => ({ default: (await import('./screens/mine/Track.tsx')).Track }));
const SignIn = lazy(async () => ({ default: (await import('./screens/account/SignIn.tsx')).SignIn }));
const Messages = lazy(async () => ({ default: (await import('./screens/account/Messages.tsx')).Messages }));
const Settings = lazy(async () => ({ default: (await import('./screens/account/Settings.tsx')).Settings }));
const Purposes = lazy(async () => ({ default: (await import('./screens/account/Purposes.tsx')).Purposes }));
const Helpers = lazy(async () => ({ default: (await import('./screens/helpers/Helpers.tsx')).Helpers }));
const Privacy = lazy(async () => ({ default: (await import('./screens/account/Privacy.tsx')).Privacy }));
const MyData = lazy(async () => ({ default: (await import('./screens/registry/MyData.tsx')).MyData }));
const RealName = lazy(async () => ({ default: (await import('./screens/registry/RealName.tsx')).RealName }));
const Erasure = lazy(async () => ({ default: (await import('./screens/account/Erasure.tsx')).Erasure }));
const Help = lazy(async () => ({ default: (await import('./screens/help/Help.tsx')).Help }));
const Promises = lazy(async () => ({ default: (await import('./screens/help/Promises.tsx')).Promises }));
const Lost = lazy(async () => ({ default: (await import('./screens/help/Lost.tsx')).Lost }));
const Tour = lazy(async () => ({ default: (await import('./screens/tour/Tour.tsx')).Tour }));
const Outbox = lazy(async () => ({ default: (await import('./screens/tour/Outbox.tsx')).Outbox }));

/** Every screen and its address; the first view carries only the home page. */
export function App() {
  useLanguage();
  return (
    <Suspense fallback={<Loading />}>
      <StepUp />
      <Acting />
      <Sender />
      <Routes>
        <Route path="/" element={<Home />} />
        <Route path="/life" element={<Life />} />
        <Route path="/life/:event" element={<Life />} />
        <Route path="/services/:code" element={<Service />} />
        <Route path="/services/:code/ask" element={<Ask />} />
        <Route path="/report" element={<Report />} />
        <Route path="/receipt/:report" element={<Receipt />} />
        <Route path="/progress/:report" element={<Progress />} />
        <Route path="/progress/:report/solved" element={<Solved />} />
        <Route path="/waiting" element={<Waiting />} />
        <Route path="/shared/:token" element={<SharedPage />} />
        <Route path="/paper/report" element={<PaperReport />} />
        <Route path="/embed" element={<Embed />} />
        <Route path="/mine" element={<Mine />} />
        <Route path="/track" element={<Track />} />
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/messages" element={<Messages />} />
        <Route path="/settings" element={<Settings />} />
        <Route path="/helpers" element={<Helpers />} />
        <Route path="/privacy" element={<Privacy />} />
        <Route path="/my-data" element={<MyData />} />
        <Route path="/real-name" element={<RealName />} />
        <Route path="/erasure" element={<Erasure />} />
        <Route path="/purposes" element={<Purposes />} />
        <Route path="/help" element={<Help />} />
        <Route path="/promises" element={<Promises />} />
        <Route path="/tour" element={<Tour />} />
        <Route path="/outbox" element={<Outbox />} />
        <Route path="*" element={<Lost />} />
      </Routes>
    </Suspense>
  );
}
