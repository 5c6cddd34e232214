import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import { Link } from 'react-router';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { shareMethods } from '@fengqiao/contract/catalogue/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { FieldGrade } from '../catalogue/marks.tsx';
import { pageTexts as texts, texts as list } from './texts.ts';

const grade = { zh: '级别', en: 'Grade' };
type Item = RequestView['items'][number];

/** What the application says, and field by field what was granted. */
export function Application({ share: { row, asked, items } }: { share: RequestView }) {
  return (
    <section className="card stack" aria-label={t(texts.application)}>
      <h2>{t(texts.application)}</h2>
      <dl className="facts">
        <dt>{t(list.what)}</dt>
        <dd>
          {row.resource === null ? t(row.name) : <Link to={`/catalogue/${row.resource}`}>{t(row.name)}</Link>}
        </dd>
        <dt>{t(texts.basis)}</dt>
        <dd>{asked.basis}</dd>
        <dt>{t(texts.scenario)}</dt>
        <dd>{asked.scenario}</dd>
        <dt>{t(texts.scope)}</dt>
        <dd>{asked.scope}</dd>
        <dt>{t(texts.method)}</dt>
        <dd>{t(shareMethods[asked.method])}</dd>
        <dt>{t(texts.term)}</dt>
        <dd className="number">{t(texts.termIs, { from: asked.from, until: asked.until })}</dd>
      </dl>
      <Table<Item>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={items}
        columns={[
          { title: t(texts.items), key: 'zh', render: (_, one) => t(one) },
          { title: t(grade), key: 'grade', width: 140, render: (_, one) => <FieldGrade grade={one.grade} /> },
          { title: t(texts.granted), key: 'granted', width: 140, render: (_, one) => <Granted item={one} /> },
        ]}
      />
    </section>
  );
}

function Granted({ item: { granted } }: { item: Item }) {
  if (granted === null) return <span className="hint">{t(texts.undecided)}</span>;
  return granted ? (
    <span className="mark good">
      <CheckCircleOutlined aria-hidden />
      {t(texts.granted)}
    </span>
  ) : (
    <span className="mark">
      <CloseCircleOutlined aria-hidden />
      {t(texts.notGranted)}
    </span>
  );
}
