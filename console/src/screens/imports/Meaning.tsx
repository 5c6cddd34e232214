import { Select } from 'antd';
import { listTypes } from '@fengqiao/contract/cases.ts';
import { channels } from '@fengqiao/contract/cases/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { TypeSelect } from '../../parts/TypeSelect.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { calledSo, statusMeant, type Kind } from './mapping.ts';
import { foreignStates } from './texts.ts';

type MeaningSelectProps = {
  kind: Kind;
  label: string;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
};

/** Chooses what a word means: a type, a unit, a channel or a state. */
export function MeaningSelect({ kind, label, ...field }: MeaningSelectProps) {
  const common = { ...field, 'aria-label': label, style: { width: '100%' } };
  if (kind === 'type') return <TypeSelect {...common} />;
  if (kind === 'owner') return <UnitSelect {...common} />;
  const among: Readonly<Record<string, Both>> = kind === 'status' ? foreignStates : channels;
  return (
    <Select
      allowClear
      {...common}
      options={Object.entries(among).map(([value, says]) => ({ value, label: t(says) }))}
    />
  );
}

const both = ({ zh, en }: Both) => [zh, en];

/** A first guess at the meaning of a word: what is called exactly so here. Null until it is known what is here. */
export function useMeant(kind: Kind): ((word: string) => string | undefined) | null {
  const { data } = useSay(listTypes, {}, { enabled: kind === 'type' });
  const { items } = useUnits();
  if (kind === 'status') return statusMeant;
  if ((kind === 'type' && data === undefined) || (kind === 'owner' && items.length === 0)) return null;
  const things =
    kind === 'type'
      ? (data?.types ?? []).map(({ type, name }) => ({ id: type, names: [type, ...both(name)] }))
      : kind === 'owner'
        ? items.map(({ id, name, shortZh }) => ({ id, names: [id, shortZh, ...both(name)] }))
        : Object.entries(channels).map(([id, name]) => ({ id, names: [id, ...both(name)] }));
  return (word) => calledSo(word, things);
}
