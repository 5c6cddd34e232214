import { Suspense, useState } from 'react';
import { Outlet } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { screens } from '../screens.ts';
import { Mine } from './mine.ts';
import { EmergencyBanner } from './EmergencyBanner.tsx';
import { Idle } from './Idle.tsx';
import { Nav } from './Nav.tsx';
import { ReasonPrompt } from './ReasonPrompt.tsx';
import { StepUp } from './StepUp.tsx';
import { texts } from './texts.ts';
import { TopBar } from './TopBar.tsx';
import { Foot } from './Foot.tsx';
import { Watermark } from './Watermark.tsx';
import './shell.css';

const FOLDED = 'fengqiao.console.folded';

/** The frame of every staff screen: roof, navigation, content, and who answers for the site. */
export function Shell() {
  const me = useMe();
  const mine = new Set(
    screens.filter(({ needs }) => needs.some((route) => mayCall(me, route))).map(({ path }) => path),
  );
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'yes');
  const fold = () => {
    localStorage.setItem(FOLDED, folded ? 'no' : 'yes');
    setFolded(!folded);
  };
  return (
    <>
      <a className="skip" href="#content">
        {t(texts.skip)}
      </a>
      <TopBar />
      <StepUp />
      <ReasonPrompt />
      <Idle />
      <Watermark />
      <div className={folded ? 'shell folded' : 'shell'}>
        <Nav folded={folded} onFold={fold} />
        <div className="body">
          <EmergencyBanner />
          <main id="content" tabIndex={-1}>
            <Suspense fallback={<Waiting />}>
              <Mine value={mine}>
                <Outlet />
              </Mine>
            </Suspense>
          </main>
          <Foot me={me} />
        </div>
      </div>
    </>
  );
}
