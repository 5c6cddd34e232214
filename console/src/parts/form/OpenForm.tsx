import { Suspense, useState, type ReactNode } from 'react';
import { Button, Drawer, type ButtonProps } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Waiting } from '../Waiting.tsx';

type OpenFormProps = Pick<ButtonProps, 'type' | 'size' | 'danger' | 'icon'> & {
  label: Both;
  title?: string;
  width?: number;
  children: (close: () => void) => ReactNode;
};

/** A button that opens a form at the side and closes it when it was sent. */
export function OpenForm({ label, title, width = 520, children, ...button }: OpenFormProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" {...button} onClick={() => setOpen(true)}>
        {t(label)}
      </Button>
      <Drawer title={title ?? t(label)} open={open} onClose={close} size={width} destroyOnHidden>
        <Suspense fallback={<Waiting />}>{open && children(close)}</Suspense>
      </Drawer>
    </>
  );
}
