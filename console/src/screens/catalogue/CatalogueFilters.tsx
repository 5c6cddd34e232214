import { Button, Input, Select } from 'antd';
import { bases, shareTypes } from '@fengqiao/contract/catalogue/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { useSought } from './sought.ts';
import { places, texts } from './texts.ts';

const optionsOf = (words: Readonly<Record<string, Both>>) =>
  Object.entries(words).map(([value, one]) => ({ value, label: t(one) }));

/** Seeks by word, library, provider, sharing and where the data lies. */
export function CatalogueFilters() {
  const { sought, seek, clear } = useSought();
  return (
    <search className="filters">
      <Input.Search
        key={sought.q ?? ''}
        allowClear
        className="grow"
        defaultValue={sought.q}
        maxLength={40}
        placeholder={t(texts.search)}
        aria-label={t(texts.search)}
        onSearch={(value) => seek('q', value.trim())}
      />
      <Select
        allowClear
        className="w150"
        aria-label={t(texts.base)}
        placeholder={t(texts.base)}
        value={sought.base ?? null}
        options={optionsOf(bases)}
        onChange={(value) => seek('base', value ?? undefined)}
      />
      <UnitSelect
        className="w150"
        aria-label={t(texts.provider)}
        placeholder={t(texts.provider)}
        value={sought.provider}
        onChange={(value: string | undefined) => seek('provider', value)}
      />
      <Select
        allowClear
        className="w150"
        aria-label={t(texts.shareType)}
        placeholder={t(texts.shareType)}
        value={sought.shareType ?? null}
        options={optionsOf(shareTypes)}
        onChange={(value) => seek('shareType', value ?? undefined)}
      />
      <Select
        allowClear
        className="w150"
        aria-label={t(texts.where)}
        placeholder={t(texts.where)}
        value={sought.connected === undefined ? null : String(sought.connected)}
        options={optionsOf(places)}
        onChange={(value) => seek('connected', value ?? undefined)}
      />
      {keysOf(sought).length > 0 && <Button onClick={clear}>{t(texts.clear)}</Button>}
    </search>
  );
}
