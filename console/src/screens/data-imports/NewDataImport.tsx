import { useState } from 'react';
import { FileExcelOutlined } from '@ant-design/icons';
import { Radio } from 'antd';
import { useSearchParams } from 'react-router';
import { Refused } from '@fengqiao/contract/client.ts';
import { importKinds, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { lookAtRegistryTable } from '@fengqiao/contract/registry/imports.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { upload } from '@fengqiao/ui/upload.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { ColumnsForm } from './ColumnsForm.tsx';
import { texts } from './texts.ts';
import '../imports/imports.css';

/** A table is chosen, its columns are told, and it is checked; kind and table stand in the address. */
export function NewDataImport() {
  const [asked, setAsked] = useSearchParams();
  const kind: ImportKind = among(keysOf(importKinds), asked.get('kind')) ?? 'people';
  const file = asked.get('file');
  const choose = (name: string, value: string) =>
    setAsked(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return (
    <Page title={t(texts.add)} says={t(texts.says)}>
      <section className="card stack" aria-label={t(texts.file)}>
        <div className="row wrap">
          <Radio.Group
            optionType="button"
            value={kind}
            aria-label={t(texts.kind)}
            options={keysOf(importKinds).map((value) => ({ value, label: t(importKinds[value]) }))}
            onChange={({ target }) => choose('kind', String(target.value))}
          />
          <TablePicker hasFile={file !== null} onThere={(id) => choose('file', id)} />
        </div>
        <span className="hint small">{t(texts.fileWhy)}</span>
      </section>
      {file !== null && <Columns key={`${kind} ${file}`} kind={kind} file={file} />}
    </Page>
  );
}

function Columns({ kind, file }: { kind: ImportKind; file: string }) {
  const look = useSay(lookAtRegistryTable, { params: { id: file }, query: { kind } });
  return (
    <Answer of={look}>
      {({ rows, header, fields, words, known }) => (
        <section className="card stack" aria-label={t(texts.columns)}>
          <div className="card-head">
            <h2>{t(texts.columns)}</h2>
            <span className="mark good">{t(texts.rowsOf, { rows: amount(rows) })}</span>
          </div>
          <ColumnsForm kind={kind} file={file} look={{ header, words, known }} guessed={fields} />
        </section>
      )}
    </Answer>
  );
}

/** Sends the table that is chosen. */
function TablePicker({ hasFile, onThere }: { hasFile: boolean; onThere: (id: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setBusy(true);
    setRefused(null);
    try {
      const { id } = await upload(chosen, { name: chosen.name, to: '/api/registry/tables' });
      onThere(id);
    } catch (error) {
      if (error instanceof Refused) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const label = t(busy ? texts.sending : hasFile ? texts.other : texts.choose);
  return (
    <>
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
      <Refusal error={refused} />
    </>
  );
}
