import type { ReactNode } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { useTitle } from '../parts/Page.tsx';
import { Mark } from './Mark.tsx';
import { texts } from './texts.ts';
import { LanguageSwitch } from './TopBar.tsx';
import './shell.css';
import './door.css';

type DoorProps = { title: string; demo: boolean; filingNo: string; children: ReactNode };

/** The frame of pages before the gate. */
export function Door({ title, demo, filingNo, children }: DoorProps) {
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
      <footer className="foot">
        <span>{filingNo === '' ? t(texts.noFiling) : t(texts.filing, { no: filingNo })}</span>
        <span>{t(texts.owner)}</span>
        {demo && <span>{t(texts.demo)}</span>}
      </footer>
    </div>
  );
}
