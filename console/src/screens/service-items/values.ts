import type { LifeEvent, ServiceBody } from '@fengqiao/contract/services.ts';

type Line = { zh?: string; en?: string };
type Told = Line & { sure?: boolean };

/** An item as it stands in the form: what is left empty is not said. */
export type Values = {
  code?: string;
  name?: Line;
  events?: LifeEvent[];
  who?: Told;
  bring?: (Line & { shared?: boolean })[];
  accepts?: string;
  decides?: string;
  term?: Told;
  basis?: Told;
  money?: Told;
  note?: Line;
  phone?: string;
  address?: string;
  hoursFrom?: string;
  hoursTo?: string;
  workdaysOnly?: boolean;
  from?: string;
  reason?: string;
};

const said = (line: Line | undefined): { zh: string; en: string } => ({
  zh: line?.zh?.trim() ?? '',
  en: line?.en?.trim() ?? '',
});
const told = (line: Told | undefined) => ({ ...said(line), sure: line?.sure === true });
/** Said in one language alone it is said in both, so that nobody reads a blank. */
const maybe = <T extends { zh: string; en: string }>(line: T): T | null =>
  line.zh === '' && line.en === '' ? null : { ...line, zh: line.zh || line.en, en: line.en || line.zh };

/** The item that the form says. */
export function bodyOf(values: Values): ServiceBody {
  const { hoursFrom = '', hoursTo = '', workdaysOnly = true } = values;
  return {
    name: said(values.name),
    events: values.events ?? [],
    who: told(values.who),
    bring: (values.bring ?? []).map((one) => ({ ...said(one), shared: one.shared === true })),
    accepts: values.accepts ?? '',
    decides: values.decides ?? values.accepts ?? '',
    term: maybe(told(values.term)),
    basis: maybe(told(values.basis)),
    money: maybe(told(values.money)),
    note: maybe(said(values.note)),
    counter: {
      phone: values.phone?.trim() || null,
      address: values.address?.trim() || null,
      hours: hoursFrom === '' || hoursTo === '' ? null : { from: hoursFrom, to: hoursTo, workdaysOnly },
    },
  };
}

/** How the form begins: with what holds now. */
export function valuesOf({ counter, term, basis, money, note, ...item }: ServiceBody): Values {
  const { phone, address, hours } = counter;
  return {
    ...item,
    ...(term !== null && { term }),
    ...(basis !== null && { basis }),
    ...(money !== null && { money }),
    ...(note !== null && { note }),
    ...(phone !== null && { phone }),
    ...(address !== null && { address }),
    ...(hours !== null && { hoursFrom: hours.from, hoursTo: hours.to, workdaysOnly: hours.workdaysOnly }),
  };
}
