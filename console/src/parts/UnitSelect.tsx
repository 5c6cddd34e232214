import { Select, type SelectProps } from 'antd';
import { unitKinds, type UnitKind, type UnitView } from '@fengqiao/contract/units.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { communityOfPlace, useUnits } from '@fengqiao/ui/units.ts';

type UnitSelectProps = Omit<SelectProps, 'options' | 'showSearch'> & {
  kinds?: readonly UnitKind[];
  below?: readonly string[];
  except?: readonly string[];
  /** Offers "the community of the place" too, as rows of the list may say. */
  byPlace?: boolean;
};

/** Chooses among the units of the street by name, short name or key, grouped by kind. */
export function UnitSelect({ kinds, below, except = [], byPlace = false, ...rest }: UnitSelectProps) {
  const { items } = useUnits();
  const wanted = (unit: UnitView) =>
    unit.current &&
    !except.includes(unit.id) &&
    (kinds === undefined || kinds.includes(unit.kind)) &&
    (below === undefined || below.includes(unit.id));
  const found = items.filter(wanted);
  const options = keysOf(unitKinds)
    .map((kind) => ({
      label: t(unitKinds[kind]),
      title: t(unitKinds[kind]),
      options: found.filter((unit) => unit.kind === kind).map(optionOf),
    }))
    .filter(({ options: of }) => of.length > 0);
  const place = {
    value: communityOfPlace.id,
    label: t(communityOfPlace.name),
    title: t(communityOfPlace.name),
    search: communityOfPlace.id,
  };
  const groups = options.length === 1 ? (options[0]?.options ?? []) : options;
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={260}
      options={byPlace ? [place, ...groups] : groups}
      {...rest}
    />
  );
}

const optionOf = (unit: UnitView) => ({
  value: unit.id,
  label: t({ zh: unit.shortZh, en: unit.name.en }),
  title: t(unit.name),
  search: `${unit.id} ${unit.shortZh} ${unit.name.zh} ${unit.name.en}`.toLowerCase(),
});
