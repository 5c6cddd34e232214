import { forget, recall, remember } from '@fengqiao/ui/phone/memory.ts';

const place = 'fengqiao.field.types';
const most = 4;

/** Types I reported lately on this phone, the last first. */
export const lastTypes = (): string[] => recall<string[]>(place) ?? [];
export const usedType = (type: string): void =>
  remember(place, [type, ...lastTypes().filter((one) => one !== type)].slice(0, most));
/** They tell what somebody works on: nobody who is not signed in finds them here. */
export const forgetTypes = (): void => forget(place);
