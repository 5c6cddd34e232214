import { useEffect, useRef, useState } from 'react';
import { DeleteOutlined, PushpinFilled, PushpinOutlined, StarOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input, Popover } from 'antd';
import { useLocation } from 'react-router';
import { dropView, savedViews, saveView, setUsualView } from '@fengqiao/contract/cases.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../Refusal.tsx';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

/** My filters and those of my unit by name: open one, keep the present one, drop one, let one open by itself. */
export function Views({ onOpen }: { onOpen: (query: string) => void }) {
  const [open, setOpen] = useState(false);
  useUsual(onOpen);
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

/** A list that is opened without asking for anything shows what one has pinned. */
function useUsual(onOpen: (query: string) => void): void {
  const { search } = useLocation();
  const views = useSay(savedViews, {}, { enabled: search === '' });
  const opened = useRef(search !== '');
  const usual = views.data?.items.find((view) => view.usual)?.query;
  const known = views.data !== undefined;
  useEffect(() => {
    if (opened.current || !known) return;
    opened.current = true;
    if (usual !== undefined && usual !== '') onOpen(usual);
  });
}

function Choice({ onPick }: { onPick: (query: string) => void }) {
  const { message } = App.useApp();
  const { search } = useLocation();
  const [name, setName] = useState('');
  const [share, setShare] = useState(false);
  const pin = useAct(setUsualView);
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
          <li key={view.id} className="row">
            <Button type="link" size="small" onClick={() => onPick(view.query)}>
              {view.name}
            </Button>
            {view.shared && <span className="mark">{t(texts.shared)}</span>}
            <span className="grow" />
            <Button
              type="text"
              size="small"
              icon={view.usual ? <PushpinFilled aria-hidden /> : <PushpinOutlined aria-hidden />}
              aria-pressed={view.usual}
              aria-label={t(texts.pin, { name: view.name })}
              onClick={() => pin.mutate({ body: { view: view.usual ? null : view.id } })}
            />
            <Button
              disabled={!view.mine}
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
          save.mutate({ body: { name: name.trim(), query: present.toString().slice(0, 500), share } });
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
      <Checkbox checked={share} onChange={(event) => setShare(event.target.checked)}>
        {t(texts.share)}
      </Checkbox>
      <Refusal error={save.error ?? drop.error ?? pin.error} />
    </div>
  );
}
