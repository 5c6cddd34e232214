import { useState } from 'react';
import { FileAddOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { Refused } from '@fengqiao/contract/client.ts';
import { fileKinds } from '@fengqiao/contract/platform.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { fileUrl, upload } from '@fengqiao/ui/upload.ts';
import { Refusal } from '../Refusal.tsx';
import { texts } from './texts.ts';

/** One document or picture, optional; its value is the id of the stored file. */
export function FileField({ name, label }: { name: string; label: Both }) {
  return (
    <Form.Item name={name} label={t(label)}>
      <OneFile label={t(label)} />
    </Form.Item>
  );
}

type OneFileProps = { label: string; value?: string; onChange?: (id: string | undefined) => void };

function OneFile({ label, value, onChange }: OneFileProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    setRefused(null);
    try {
      onChange?.((await upload(file, { name: file.name })).id);
    } catch (error) {
      if (error instanceof Refused) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack tight">
      {value === undefined ? (
        <label className={busy ? 'picker busy' : 'picker'}>
          <FileAddOutlined aria-hidden /> {t(busy ? texts.sending : texts.addFile)}
          <input
            type="file"
            className="spoken"
            accept={`${fileKinds.pdf.says},image/*`}
            disabled={busy}
            aria-label={label}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) void send(file);
              event.target.value = '';
            }}
          />
        </label>
      ) : (
        <span className="row">
          <a href={fileUrl(value)}>{t(texts.openFile)}</a>
          <Button type="text" size="small" onClick={() => onChange?.(undefined)}>
            {t(texts.drop)}
          </Button>
        </span>
      )}
      <Refusal error={refused} />
    </div>
  );
}
