import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { t } from '../language.ts';
import { CallLink, HelpLine } from './HelpLine.tsx';
import { Icon } from './Icon.tsx';
import { useOnline } from './online.ts';
import { useSettings } from './settings.ts';
import { useStreet } from './street.ts';
import { texts } from './texts.ts';

type Shown = {
  title: string;
  back?: string;
  aside?: ReactNode;
  nav?: ReactNode;
  help?: boolean;
  /** What to say while there is no network, where an app has more to say of it. */
  offline?: string;
  children: ReactNode;
};

/** One question of the app: a title, the way back, the matter, and who to phone when it does not work out. */
export function Page({ title, back, aside, nav, help = true, offline, children }: Shown) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const online = useOnline();
  const { elder } = useSettings();
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={nav ? 'page with-nav' : 'page'}>
      <a className="skip" href="#matter">
        {t(texts.skip)}
      </a>
      <header className="top">
        {back !== undefined && (
          <Link className="round" to={back} aria-label={t(texts.back)}>
            <Icon name="back" />
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </header>
      {elder && <Hotline />}
      {!online && (
        <p className="strip" role="status">
          {offline ?? t(texts.offline)}
        </p>
      )}
      <main id="matter" tabIndex={-1}>
        {children}
      </main>
      {help && <HelpLine />}
      {nav}
    </div>
  );
}

/** For whoever reads the larger text the number to phone stands on every page, at its top. */
function Hotline() {
  const { hotline } = useStreet();
  return (
    <p className="hotline no-print">
      <CallLink phone={hotline} />
    </p>
  );
}
