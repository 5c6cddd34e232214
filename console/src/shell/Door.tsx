import type { ReactNode } from 'react';
import type { Me } from '@fengqiao/ui/session.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useTitle } from '../parts/Page.tsx';
import { Mark } from './Mark.tsx';
import { texts } from './texts.ts';
import { Foot } from './Foot.tsx';
import { LanguageSwitch } from './TopBar.tsx';
import './shell.css';
import './door.css';

type DoorProps = { title: string; me: Me | undefined; children: ReactNode };

/** The frame of pages before the gate. */
export function Door({ title, me, children }: DoorProps) {
  useTitle(title);
  return (
    <div className="door">
      <header className="top">
        <span className="brand">
          <Mark />
          <span className="brand-name">{t(texts.product)}</span>
        </span>
        <div className="top-end">
          <LanguageSwitch />
        </div>
      </header>
      <main id="content">{children}</main>
      <Foot me={me} />
    </div>
  );
}
