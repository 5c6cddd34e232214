import { useState } from 'react';
import { CameraOutlined } from '@ant-design/icons';
import { Refused } from '@fengqiao/contract/client.ts';
import { t } from '@fengqiao/ui/language.ts';
import { fileUrl, upload } from '@fengqiao/ui/upload.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts } from './texts.ts';

/** The photo of a signed form: one, uploaded as soon as it is chosen. */
export function PhotoField({ value, onChange }: { value?: string; onChange?: (file: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
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
      {value !== undefined && <img src={fileUrl(value)} height={120} alt={t(texts.photo)} />}
      <label className={busy ? 'picker busy' : 'picker'}>
        <CameraOutlined aria-hidden /> {t(busy ? texts.sending : texts.choose)}
        <input
          type="file"
          className="spoken"
          disabled={busy}
          accept="image/*"
          aria-label={t(texts.choose)}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <Refusal error={refused} />
    </div>
  );
}
