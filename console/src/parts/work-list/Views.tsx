import { useState } from 'react';
import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { App, Button, Input, Popover } from 'antd';
import { useLocation } from 'react-router';
import { dropView, savedViews, saveView } from '@fengqiao/contract/cases.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../Refusal.tsx';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

/** My filters by name: open one, keep the present one, drop one. */
export function Views({ onOpen }: { onOpen: (query: string) => void }) {
  const [open, setOpen] = useState(false);
  const pick = (query: string) => {
    setOpen(false);
    onOpen(query);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<Choice onPick={pick} />}
    >
      <Button size="small" icon={<StarOutlined aria-hidden />}>
        {t(texts.views)}
      </Button>
    </Popover>
  );
}

function Choice({ onPick }: { onPick: (query: string) => void }) {
  const { message } = App.useApp();
  const { search } = useLocation();
  const [name, setName] = useState('');
  const views = useSay(savedViews, {});
  const drop = useAct(dropView);
  const save = useAct(saveView, () => {
    setName('');
    void message.success(t(texts.saved));
  });
  const items = views.data?.items ?? [];
  const present = new URLSearchParams(search);
  for (const place of ['after', 'page']) present.delete(place);
  return (
    <div className="stack tight views">
      {items.length === 0 && <span className="hint small">{t(texts.noViews)}</span>}
      <ul>
        {items.map((view) => (
          <li key={view.id} className="row between">
            <Button type="link" size="small" onClick={() => onPick(view.query)}>
              {view.name}
            </Button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t(texts.dropView, { name: view.name })}
              onClick={() => drop.mutate({ params: { id: view.id } })}
            />
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ body: { name: name.trim(), query: present.toString().slice(0, 500) } });
        }}
      >
        <Input
          size="small"
          maxLength={30}
          placeholder={t(texts.viewName)}
          aria-label={t(texts.viewName)}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={name.trim() === ''}
        >
          {t(common.save)}
        </Button>
      </form>
      <Refusal error={save.error ?? drop.error} />
    </div>
  );
}
