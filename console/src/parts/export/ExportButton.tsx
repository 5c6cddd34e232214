import { Suspense, useState } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { askExport, exportFields, exportSources, type ExportWhat } from '@fengqiao/contract/exports.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { Waiting } from '../Waiting.tsx';
import { WhyButton } from '../WhyButton.tsx';
import { AskExport, type Offered } from './AskExport.tsx';
import { texts } from './texts.ts';

type ExportProps = { what: ExportWhat; offered?: readonly Offered[]; size?: 'small' | 'medium' };

/** Asks for the list on screen, as it is filtered now, as a file. `offered` are the columns of a shared resource. */
export function ExportButton({ what, offered, size = 'medium' }: ExportProps) {
  const [open, setOpen] = useState(false);
  const may = mayCall(useMe(), askExport);
  const columns = offered ?? (what.source === 'resource' ? [] : columnsOf(what.source));
  return (
    <>
      <WhyButton
        size={size}
        icon={<DownloadOutlined aria-hidden />}
        why={may ? null : texts.notYours}
        onClick={() => setOpen(true)}
      >
        {t(texts.export)}
      </WhyButton>
      <Drawer
        title={t(texts.title, { what: t(exportSources[what.source]) })}
        open={open}
        onClose={() => setOpen(false)}
        size={560}
        destroyOnHidden
      >
        <Suspense fallback={<Waiting />}>
          {open && <AskExport what={what} offered={columns} onDone={() => setOpen(false)} />}
        </Suspense>
      </Drawer>
    </>
  );
}

const columnsOf = (source: keyof typeof exportFields): Offered[] =>
  Object.entries(exportFields[source]).map(([name, field]) => ({ name, ...field }));
