import { Select, type SelectProps } from 'antd';
import { listTypes } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';

/** Chooses among the types of the list in force, by number or name. */
export function TypeSelect(props: Omit<SelectProps, 'options' | 'showSearch'>) {
  const { data } = useSay(listTypes, {});
  const groups = Map.groupBy(data?.types ?? [], (type) => type.majorZh);
  const options = [...groups].map(([major, types]) => ({
    label: major,
    title: major,
    options: types.map((type) => ({
      value: type.type,
      label: `${type.type} ${t(type.name)}`,
      search: `${type.type} ${type.name.zh} ${type.name.en} ${major}`.toLowerCase(),
    })),
  }));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={320}
      options={options}
      {...props}
    />
  );
}

/** Types by their codes, for what stands beside a chosen one. */
export function useTypes() {
  const { data } = useSay(listTypes, {});
  return {
    version: data?.version ?? null,
    of: (code: string | null | undefined) => data?.types.find((type) => type.type === code),
  };
}
