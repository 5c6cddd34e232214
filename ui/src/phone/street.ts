import { readMe, type Me } from '@fengqiao/contract/identity.ts';
import { listUnits, type UnitView } from '@fengqiao/contract/units.ts';
import { t } from '../language.ts';
import { useSay } from '../data.ts';
import { recall, remember } from './memory.ts';

/** The national government hotline answers for every street, also before ours has told its own number. */
const nationalHotline = '12345';
const place = 'fengqiao.hotline';

export const useWho = () => useSay(readMe, {});

/** Whose service this is and which number to phone; the number is remembered, since it is needed most without a network. */
export function useStreet(): { hotline: string; name: string; filingNo: string; windows: UnitView[] } {
  const me = useWho();
  const units = useSay(listUnits, {});
  const windows = (units.data?.items ?? []).filter((unit) => unit.current && isWindow(unit));
  const answering = windows.filter(({ phone }) => phone !== null);
  const told =
    answering.find(({ kind }) => kind === 'centre') ?? answering.find(({ kind }) => kind === 'street');
  if (told?.phone) remember(place, told.phone);
  return {
    hotline: told?.phone ?? recall<string>(place) ?? nationalHotline,
    name: me.data ? t(me.data.street.name) : '',
    filingNo: me.data?.filingNo ?? '',
    windows,
  };
}

export const isSignedIn = (me: Me | undefined): boolean => me !== undefined && me.kind !== 'guest';

const isWindow = ({ kind }: UnitView) => kind === 'street' || kind === 'centre' || kind === 'community';
