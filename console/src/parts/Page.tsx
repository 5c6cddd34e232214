import { useEffect, type ReactNode } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { texts as shell } from '../shell/texts.ts';

type PageProps = { title: string; says?: ReactNode; extra?: ReactNode; children: ReactNode };

/** A screen with its one question, told in the title, and what may be done about it at the right. */
export function Page({ title, says, extra, children }: PageProps) {
  useTitle(title);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {says !== undefined && <p>{says}</p>}
        </div>
        {extra !== undefined && <div className="row no-print">{extra}</div>}
      </div>
      {children}
    </div>
  );
}

/** Names the browser's tab after what it shows. */
export function useTitle(title: string): void {
  const product = t(shell.product);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
