import { useState } from 'react';
import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { columnNames, usualColumns, type ColumnName } from './columns.tsx';
import { texts } from './texts.ts';

const KEY = 'fengqiao.console.list';
type Kept = { readonly columns: readonly ColumnName[]; readonly compact: boolean };

/** Reads the layout kept on this device: "compact|no,title,due". */
function kept(): Kept {
  const [rows, columns] = (localStorage.getItem(KEY) ?? '').split('|');
  const found = (columns ?? '')
    .split(',')
    .map((name) => among(keysOf(columnNames), name))
    .filter((name) => name !== undefined);
  return { columns: found.length === 0 ? usualColumns : found, compact: rows === 'compact' };
}

/** Which columns I see and how tall the rows are. */
export function useLayout() {
  const [layout, setLayout] = useState(kept);
  const change = (next: Kept) => {
    localStorage.setItem(KEY, `${next.compact ? 'compact' : 'usual'}|${next.columns.join(',')}`);
    setLayout(next);
  };
  return { ...layout, change };
}

export function Layout({ layout: { columns, compact, change } }: { layout: ReturnType<typeof useLayout> }) {
  const all = keysOf(columnNames);
  const toggle = (name: ColumnName, on: boolean) =>
    change({ compact, columns: all.filter((one) => (one === name ? on : columns.includes(one))) });
  const content = (
    <div className="stack tight">
      <Checkbox checked={compact} onChange={(event) => change({ columns, compact: event.target.checked })}>
        {t(texts.compact)}
      </Checkbox>
      <div className="column-choice">
        {all.map((name) => (
          <Checkbox
            key={name}
            checked={columns.includes(name)}
            disabled={name === 'no' || name === 'title'}
            onChange={(event) => toggle(name, event.target.checked)}
          >
            {t(columnNames[name])}
          </Checkbox>
        ))}
      </div>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button size="small" icon={<SettingOutlined aria-hidden />}>
        {t(texts.columns)}
      </Button>
    </Popover>
  );
}
