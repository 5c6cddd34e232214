import { useState } from 'react';
import { Button, Table } from 'antd';
import { useShare } from '@fengqiao/contract/catalogue/requests.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import type { Offered } from '../../parts/export/AskExport.tsx';
import { ExportButton } from '../../parts/export/ExportButton.tsx';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useTexts as texts } from './texts.ts';

type Said = Out<typeof useShare>;

/** Reads the granted rows a page at a time, each time saying why; they are on the screen only. */
export function UseRows({ id, offered }: { id: string; offered: readonly Offered[] }) {
  const [shown, setShown] = useState<{ why: string; said: Said } | null>(null);
  const act = useAct(useShare);
  const read = (why: string, after: string | null) =>
    act.mutate(
      { params: { id }, body: { why, limit: 20, ...(after === null ? {} : { after }) } },
      { onSuccess: (said) => setShown({ why, said }) },
    );
  return (
    <section className="card stack" aria-label={t(texts.title)}>
      <div className="card-head">
        <h2>{t(texts.title)}</h2>
        <ExportButton what={{ source: 'resource', share: id }} offered={offered} />
      </div>
      <p className="hint">{t(texts.says)}</p>
      {shown === null ? (
        <Inline value>
          <ActForm<{ why: string }> send={texts.read} act={act} onSend={({ why }) => read(why, null)}>
            <WordsField rows={2} name="why" label={texts.why} of={useShare.body.properties.why} />
          </ActForm>
        </Inline>
      ) : (
        <>
          <Rows said={shown.said} />
          <Refusal error={act.error} />
          <div className="row">
            <span className="hint small">{t(texts.shown, { n: shown.said.rows.length })}</span>
            {shown.said.next !== null && (
              <Button size="small" loading={act.isPending} onClick={() => read(shown.why, shown.said.next)}>
                {t(texts.next)}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Rows({ said: { columns, rows } }: { said: Said }) {
  const keyed = rows.map((cells, key) => ({ key, cells }));
  return (
    <div className="granted-rows">
      <Table<(typeof keyed)[number]>
        size="small"
        pagination={false}
        dataSource={keyed}
        locale={{ emptyText: t(texts.empty) }}
        columns={columns.map((column, n) => ({
          title: t(column),
          key: column.name,
          render: (_: unknown, row: (typeof keyed)[number]) => row.cells[n] ?? '—',
        }))}
      />
    </div>
  );
}
