import { capacities, personalFields, type Capacity, type MyAccess } from '@fengqiao/contract/audit.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { longTime, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { texts } from './texts.ts';

type Told = Pick<
  MyAccess,
  'at' | 'role' | 'unit' | 'purpose' | 'fields' | 'capacity' | 'flags' | 'times' | 'name'
> & {
  readonly why?: MyAccess['why'];
};

/** Who looked where it was no unit of the street. */
const outside: Readonly<Partial<Record<Capacity, Both>>> = {
  guardian: texts.byGuardian,
  mandate: texts.byHelper,
  key: texts.byPortal,
};

/** A look in plain words: which unit and post, why, what, in which capacity, when. */
export function LookWords({ look }: { look: Told }) {
  const { nameOf } = useUnits();
  const { at, role, unit, purpose, fields, capacity, flags, times, name, why } = look;
  const marks = [
    ...(flags.includes('export') ? [t(texts.exported)] : []),
    ...(flags.includes('masked') ? [t(texts.masked)] : []),
    ...(flags.includes('break_glass') ? [t(texts.emergency)] : []),
    t(texts.inCapacity, { what: t(capacities[capacity]) }),
  ];
  return (
    <>
      <p>
        <strong>{unit === null ? t(outside[capacity] ?? texts.system) : nameOf(unit)}</strong>
        {role && ` · ${t(roles[role])}`}
      </p>
      <p>{t(why ?? purposes[purpose].words)}</p>
      <p>{listed(fields.map((field) => t(personalFields[field])))}</p>
      {name !== null && <p>{t(texts.lookedBy, { name })}</p>}
      <p className="hint">
        {flags.includes('list') && !flags.includes('export')
          ? t(texts.monthly, { n: times, month: stamp(at).slice(0, 7) })
          : longTime(at)}
        {' · '}
        {listed(marks)}
      </p>
    </>
  );
}
