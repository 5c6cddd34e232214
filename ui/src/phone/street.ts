import { useEffect } from 'react';
import { nationalHotline } from '@fengqiao/contract/hotline.ts';
import { readMe, type Me } from '@fengqiao/contract/identity.ts';
import { filingWords } from '../filing.ts';
import { t } from '../language.ts';
import { useSay } from '../data.ts';
import { recall, remember } from './memory.ts';

const place = 'fengqiao.hotline';

export const useWho = () => useSay(readMe, {});

/** Whose service this is and which number to phone; the number is remembered, since it is needed most without a network. */
export function useStreet(): { hotline: string; name: string; filing: readonly string[] } {
  const me = useWho().data;
  const told = me?.street.hotline;
  useEffect(() => {
    if (told !== undefined) remember(place, told);
  }, [told]);
  return {
    hotline: told ?? recall<string>(place) ?? nationalHotline,
    name: me === undefined ? '' : t(me.street.name),
    filing: filingWords(me?.filing),
  };
}

export const isSignedIn = (me: Me | undefined): boolean => me !== undefined && me.kind !== 'guest';
