import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../language.ts';
import { Icon } from './Icon.tsx';
import { texts } from './texts.ts';

/** A short question over the page: the browser's own dialog keeps the keyboard inside and closes on Escape. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  useEffect(() => {
    const shown = dialog.current;
    const cancel = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    // A touch beside the sheet lands on the dialog itself; what was written is kept as a draft.
    const beside = (event: MouseEvent) => event.target === shown && onClose();
    shown?.addEventListener('cancel', cancel);
    shown?.addEventListener('click', beside);
    return () => {
      shown?.removeEventListener('cancel', cancel);
      shown?.removeEventListener('click', beside);
    };
  }, [onClose]);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={id}>
      <div className="sheet-in">
        <header>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className="round" aria-label={t(texts.close)} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
