import { Input, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { addUnit, unitKinds, type UnitView } from '@fengqiao/contract/units.ts';
import { language, t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';
import { UnitForm } from './UnitForm.tsx';
import '../../parts/work-list/work-list.css';
import '../lists/lists.css';

/** The tree of units with what each is for and when it is open. */
export function Units() {
  const me = useMe();
  const [asked, setAsked] = useSearchParams();
  const { items, nameOf } = useUnits();
  const writable = mayCall(me, addUnit);
  const kind = among(keysOf(unitKinds), asked.get('kind'));
  const words = (asked.get('q') ?? '').toLowerCase();
  const shown = items.filter(
    (unit) =>
      (kind === undefined || unit.kind === kind) &&
      [unit.id, unit.name.zh, unit.name.en, unit.shortZh, unit.dutiesZh]
        .join(' ')
        .toLowerCase()
        .includes(words),
  );
  const put = (name: string, value: string | null | undefined) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t(names.units)}
      says={t(texts.says)}
      extra={
        writable && (
          <OpenForm type="primary" size="medium" label={texts.add} width={640}>
            {(close) => <UnitForm unit={null} onDone={close} />}
          </OpenForm>
        )
      }
    >
      <section className="card work-list" aria-label={t(names.units)}>
        <div className="row wrap">
          <Input.Search
            allowClear
            style={{ width: 240 }}
            defaultValue={asked.get('q') ?? ''}
            placeholder={t(texts.find)}
            aria-label={t(texts.find)}
            onSearch={(q) => put('q', q.trim())}
          />
          <Select
            allowClear
            style={{ width: 160 }}
            aria-label={t(texts.kind)}
            placeholder={t(texts.kind)}
            value={kind ?? null}
            options={keysOf(unitKinds).map((value) => ({ value, label: t(unitKinds[value]) }))}
            onChange={(value) => put('kind', value)}
          />
          <span className="hint small">{t(texts.shown, { n: shown.length })}</span>
        </div>
        <Table<UnitView>
          size="small"
          rowKey="id"
          className="rows-40"
          tableLayout="fixed"
          dataSource={shown}
          pagination={shown.length > 50 ? { pageSize: 50, size: 'small', showSizeChanger: false } : false}
          columns={[
            {
              title: t(texts.nameAndKey),
              key: 'name',
              width: 250,
              ellipsis: true,
              render: (_, unit) => (
                <>
                  {t(unit.name)}
                  {!unit.current && <span className="mark"> {t(texts.ended)}</span>}
                  <br />
                  <code className="hint small">{unit.id}</code>
                </>
              ),
            },
            {
              title: t(texts.kind),
              key: 'kind',
              width: language() === 'zh' ? 104 : 154,
              render: (_, unit) => t(unitKinds[unit.kind]),
            },
            {
              title: t(texts.parent),
              key: 'parent',
              width: 96,
              ellipsis: true,
              render: (_, unit) => nameOf(unit.parent),
            },
            { title: t(texts.duties), key: 'duties', ellipsis: true, render: (_, unit) => unit.dutiesZh },
            {
              title: t(texts.phone),
              key: 'phone',
              width: 120,
              render: (_, unit) => <span className="number">{unit.phone ?? '—'}</span>,
            },
            {
              title: t(texts.window),
              key: 'window',
              width: language() === 'zh' ? 142 : 160,
              render: (_, unit) => (
                <span className="number">
                  {unit.window.from}–{unit.window.to}{' '}
                  <span className="hint small">
                    {t(unit.window.workdaysOnly ? texts.onlyWorkdays : texts.everyDay)}
                  </span>
                </span>
              ),
            },
            ...(writable
              ? [
                  {
                    title: '',
                    key: 'act',
                    width: 76,
                    render: (_: unknown, unit: UnitView) =>
                      unit.current && (
                        <OpenForm label={texts.edit} title={t(unit.name)} width={640}>
                          {(close) => <UnitForm unit={unit} onDone={close} />}
                        </OpenForm>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </section>
    </Page>
  );
}
