import { useState } from 'react';
import { EnvironmentOutlined } from '@ant-design/icons';
import { AutoComplete, Form, Select } from 'antd';
import { findAddresses, listGrids } from '@fengqiao/contract/grids.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { useRested } from '../../parts/rested.ts';
import type { Place } from './place.ts';
import { texts } from './texts.ts';
import './intake.css';

/** The place: by a part of its address, or by its grid when nobody can say better. */
export function PlaceField() {
  const rule = { required: true, message: t(texts.placeNeeded) };
  return (
    <Form.Item name="place" label={t(texts.place)} rules={[rule]} extra={t(texts.placeSays)}>
      <PlaceInput />
    </Form.Item>
  );
}

type PlaceInputProps = { id?: string; value?: Place; onChange?: (place: Place | undefined) => void };

function PlaceInput({ id, value, onChange }: PlaceInputProps) {
  const { nameOf } = useUnits();
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim());
  const found = useSay(findAddresses, { query: { q } }, { enabled: q.length > 0 });
  const items = found.data?.items ?? [];
  const options = items.map((one) => ({
    value: one.id,
    label: (
      <span className="row">
        <EnvironmentOutlined aria-hidden />
        <span className="grow clip">
          {one.address}
          {one.name === null ? '' : ` · ${one.name}`}
        </span>
        <span className="hint small">{nameOf(one.community)}</span>
      </span>
    ),
  }));
  const pick = (key: string) => {
    const one = items.find((item) => item.id === key);
    if (one === undefined) return;
    setTyped(one.name ?? one.address);
    onChange?.({
      lng: one.lng,
      lat: one.lat,
      words: one.name === null || one.name === one.address ? one.address : `${one.address} ${one.name}`,
      community: one.community,
      grid: one.grid,
    });
  };
  const type = (words: string) => {
    if (items.some((item) => item.id === words)) return;
    setTyped(words);
    if (value !== undefined) onChange?.(undefined);
  };
  return (
    <div className="stack tight">
      <div className="place-fields">
        <AutoComplete
          {...(id === undefined ? {} : { id })}
          value={typed}
          options={options}
          onSearch={type}
          onChange={type}
          onSelect={pick}
          allowClear
          aria-label={t(texts.place)}
          notFoundContent={q !== '' && found.data !== undefined ? t(texts.placeNone) : null}
        />
        <GridSelect
          value={value}
          onPick={(place) => {
            setTyped('');
            onChange?.(place);
          }}
        />
      </div>
      {value !== undefined && (
        <span className="mark good located">
          <EnvironmentOutlined aria-hidden />
          {t(texts.located, { community: nameOf(value.community), grid: nameOf(value.grid) })}
        </span>
      )}
    </div>
  );
}

function GridSelect({
  value,
  onPick,
}: {
  value: Place | undefined;
  onPick: (place: Place | undefined) => void;
}) {
  const grids = useSay(listGrids, { query: {} });
  const items = grids.data?.items ?? [];
  const pick = (grid: string | undefined) => {
    const one = items.find((item) => item.id === grid);
    if (one === undefined) return onPick(undefined);
    const { west, east, south, north } = one.box;
    onPick({
      lng: (west + east) / 2,
      lat: (south + north) / 2,
      words: t(one.name),
      community: one.community?.id ?? null,
      grid: one.id,
    });
  };
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value?.grid ?? null}
      placeholder={t(texts.grid)}
      aria-label={t(texts.grid)}
      title={t(texts.gridSays)}
      popupMatchSelectWidth={220}
      options={items.map((one) => ({ value: one.id, label: t(one.name) }))}
      onChange={(grid: string | null) => pick(grid ?? undefined)}
    />
  );
}
