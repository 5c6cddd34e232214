import { useRef, useState } from 'react';
import { SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { Refused } from '@fengqiao/contract/client.ts';
import { traceExport, traceMarks } from '@fengqiao/contract/exports.ts';
import { ask } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { ExportCard } from './ExportCard.tsx';
import { traceFile, type Found } from './take-file.ts';
import { traceTexts as texts } from './texts.ts';
import '../../parts/case/case.css';
import '../../parts/feed.css';

const LEAST = 4;

/** Where did this leak from? What is asked stays on this screen alone. */
export function TracePage() {
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const act = useMutation<Found, Refused, string | Blob>({
    mutationFn: (what) =>
      typeof what === 'string' ? ask(traceExport, { body: { text: what } }) : traceFile(what),
  });
  return (
    <Page title={t(names.trace)} says={t(texts.says)}>
      <section className="card stack" aria-label={t(texts.text)}>
        <label htmlFor="leaked">{t(texts.text)}</label>
        <Input.TextArea
          id="leaked"
          rows={5}
          value={text}
          maxLength={100_000}
          autoComplete="off"
          aria-describedby="leaked-says"
          onChange={({ target }) => setText(target.value)}
        />
        <p id="leaked-says" className="hint small">
          {t(texts.textSays)}
        </p>
        <div className="row">
          <Button
            type="primary"
            icon={<SearchOutlined aria-hidden />}
            loading={act.isPending}
            disabled={text.trim().length < LEAST}
            onClick={() => act.mutate(text)}
          >
            {t(texts.find)}
          </Button>
          <span className="hint">{t(texts.or)}</span>
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => box.current?.click()}>
            {t(texts.file)}
          </Button>
          <input
            ref={box}
            type="file"
            hidden
            accept=".csv,.xlsx"
            aria-label={t(texts.file)}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) act.mutate(file);
              target.value = '';
            }}
          />
        </div>
      </section>
      <Refusal error={act.error} />
      {act.data !== undefined && <Results found={act.data} />}
    </Page>
  );
}

function Results({ found: { read, items } }: { found: Found }) {
  if (items.length === 0) return <output className="card wait">{t(texts.none, { read })}</output>;
  return (
    <>
      <output>{t(texts.found, { read, n: items.length })}</output>
      <ul className="feed" aria-label={t(names.trace)}>
        {items.map((one) => (
          <li key={one.export.id} className="card stack">
            <span className="row wrap">
              <span className={`mark ${one.sure ? 'urgent' : 'warn'}`}>
                {t(one.sure ? texts.sure : texts.possible)}
              </span>
              {one.marks.map((mark) => (
                <span key={mark} className="mark">
                  {t(traceMarks[mark])}
                </span>
              ))}
              {one.lines > 0 && <span className="hint number">{t(texts.lines, { n: one.lines })}</span>}
            </span>
            <ExportCard of={one.export} />
          </li>
        ))}
      </ul>
    </>
  );
}
