import { useState } from 'react';
import { FileExcelOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { Refused } from '@fengqiao/contract/client.ts';
import { lookAtTable, readImport, type Mapping } from '@fengqiao/contract/cases/imports.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { upload } from '@fengqiao/ui/upload.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { MappingForm } from './MappingForm.tsx';
import { MappingFile } from './MappingFile.tsx';
import { texts } from './texts.ts';
import './imports.css';

/** A table is chosen, its columns and words are told, and it is tried or imported; the table stands in the address. */
export function NewImport() {
  const [asked] = useSearchParams();
  const file = asked.get('file');
  const like = asked.get('like');
  const earlier = useSay(readImport, { params: { id: like ?? '' } }, { enabled: like !== null });
  const [loaded, setLoaded] = useState<Mapping | null>(null);
  const mapping = loaded ?? earlier.data?.again?.mapping ?? null;
  return (
    <Page
      title={t(texts.add)}
      says={t(texts.says)}
      extra={file !== null && <MappingFile onLoad={setLoaded} />}
    >
      <TableChoice file={file} />
      {file !== null &&
        (like !== null && earlier.isPending ? <Waiting /> : <Told file={file} mapping={mapping} />)}
    </Page>
  );
}

function Told({ file, mapping }: { file: string; mapping: Mapping | null }) {
  const table = useSay(lookAtTable, { params: { id: file } });
  return (
    <Answer of={table}>
      {(look) => (
        // Another table or mapping is another form.
        <MappingForm key={`${file} ${JSON.stringify(mapping)}`} file={file} table={look} like={mapping} />
      )}
    </Answer>
  );
}

/** The file to import, as it is chosen and once it is there. */
function TableChoice({ file }: { file: string | null }) {
  const [, setAsked] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { data: table } = useSay(lookAtTable, { params: { id: file ?? '' } }, { enabled: file !== null });
  const send = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setBusy(true);
    setRefused(null);
    try {
      const { id } = await upload(chosen, { name: chosen.name, to: '/api/imports/tables' });
      setAsked({ file: id });
    } catch (error) {
      if (error instanceof Refused) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const label = t(busy ? texts.sending : file === null ? texts.choose : texts.other);
  return (
    <section className="card stack" aria-label={t(texts.stepFile)}>
      <h2>{t(texts.stepFile)}</h2>
      <div className="row wrap">
        <label className={busy ? 'picker busy' : 'picker'}>
          <FileExcelOutlined aria-hidden /> {label}
          <input
            type="file"
            className="spoken"
            disabled={busy}
            accept=".csv,.txt,.tsv,.xlsx,text/csv"
            aria-label={label}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        {table !== undefined && (
          <span className="mark good">
            {t(texts.tableHas, { rows: amount(table.rows), columns: table.columns.length })}
          </span>
        )}
      </div>
      <span className="hint small">{t(texts.fileWhy)}</span>
      <Refusal error={refused} />
    </section>
  );
}
