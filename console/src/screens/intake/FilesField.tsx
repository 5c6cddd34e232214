import { useState } from 'react';
import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { Refused } from '@fengqiao/contract/client.ts';
import { fileKinds, type FileView } from '@fengqiao/contract/platform.ts';
import { t } from '@fengqiao/ui/language.ts';
import { fileUrl, upload } from '@fengqiao/ui/upload.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts } from './texts.ts';

const MOST = 9;

/** Photos somebody brought, or the letter as it was scanned. */
export function FilesField() {
  return (
    <Form.Item name="files" label={t(texts.files)}>
      <Files />
    </Form.Item>
  );
}

type FilesProps = { value?: readonly FileView[]; onChange?: (files: FileView[]) => void };

function Files({ value = [], onChange }: FilesProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (files: readonly File[]) => {
    setBusy(true);
    setRefused(null);
    try {
      const sent: FileView[] = [];
      for (const file of files) sent.push(await upload(file, { name: file.name }));
      onChange?.([...value, ...sent].slice(0, MOST));
    } catch (error) {
      if (error instanceof Refused) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack tight">
      <div className="row wrap">
        {value.map((file, index) => (
          <span key={file.id} className="row piece">
            {file.thumb ? (
              <img src={fileUrl(file.id, 'thumb')} width={48} height={48} alt={file.name} />
            ) : (
              <span className="clip">{file.name}</span>
            )}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t(texts.dropFile, { n: index + 1 })}
              onClick={() => onChange?.(value.filter((one) => one.id !== file.id))}
            />
          </span>
        ))}
        {value.length < MOST && (
          <label className={busy ? 'picker busy' : 'picker'}>
            <PaperClipOutlined aria-hidden /> {t(busy ? texts.sending : texts.addFile)}
            <input
              type="file"
              className="spoken"
              multiple
              disabled={busy}
              accept={`image/*,${fileKinds.pdf.says}`}
              aria-label={t(texts.addFile)}
              onChange={(event) => {
                void send([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
        )}
      </div>
      <Refusal error={refused} />
    </div>
  );
}
