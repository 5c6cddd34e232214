import { useEffect, useRef } from 'react';
import { SearchOutlined } from '@ant-design/icons';
import { Checkbox, Input } from 'antd';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ago } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import type { Selection } from '../bulk/selection.ts';
import { texts as bulk } from '../bulk/texts.ts';
import { Due } from '../Due.tsx';
import { GradeMark, StateMark } from '../Marks.tsx';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

type ItemsProps = {
  items: readonly CaseLine[];
  chosen: string | null;
  q: string;
  /** Rows that one act shall take together; null where this post has no such act. */
  selection: Selection | null;
  onChoose: (id: string) => void;
  onFind: (words: string) => void;
};

/** The cases of a desk, two lines each, with a search over them. */
export function Items({ items, chosen, q, selection, onChoose, onFind }: ItemsProps) {
  return (
    <>
      <Input
        key={q}
        size="small"
        allowClear
        maxLength={60}
        defaultValue={q}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t(texts.find)}
        aria-label={t(texts.find)}
        onPressEnter={(event) => onFind(event.currentTarget.value.trim())}
        onClear={() => onFind('')}
      />
      <ul className="desk-items">
        {items.map((line) => (
          <li key={line.id} className={selection === null ? '' : 'desk-row'}>
            {selection !== null && (
              <Checkbox
                checked={selection.has(line.id)}
                onChange={() => selection.toggle(line.id)}
                aria-label={t(bulk.select, { title: line.title })}
              />
            )}
            <Item line={line} chosen={line.id === chosen} onChoose={() => onChoose(line.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ line, chosen, onChoose }: { line: CaseLine; chosen: boolean; onChoose: () => void }) {
  const { nameOf } = useUnits();
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <button
      type="button"
      ref={place}
      className={chosen ? 'desk-item chosen' : 'desk-item'}
      aria-current={chosen}
      onClick={onChoose}
    >
      <span className="row between">
        <span className="clip grow">{line.title}</span>
        <Due dueAt={line.dueAt} lateSince={line.lateSince} state={line.state} />
      </span>
      <span className="row small hint">
        {line.grade === null ? <StateMark state={line.state} /> : <GradeMark grade={line.grade} />}
        <span className="clip grow">
          {line.typeName === null
            ? nameOf(line.community)
            : `${t(line.typeName)} · ${nameOf(line.lead ?? line.community)}`}
        </span>
        {line.reports > 1 && <span className="mark">{t(common.reports, { n: line.reports })}</span>}
        <span className="number">{ago(line.reportedAt)}</span>
      </span>
    </button>
  );
}
