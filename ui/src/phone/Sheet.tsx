import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../language.ts';
import { Icon } from './Icon.tsx';
import { texts } from './texts.ts';

/** A short question over the page: the browser's own dialog keeps the keyboard inside and closes on Escape. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    heading.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog} className="sheet" aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="sheet-in">
        <header>
          <h2 id={id} ref={heading} tabIndex={-1}>{title}</h2>
          <button type="button" className="round" aria-label={t(texts.close)} onClick={onClose}><Icon name="close" /></button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
