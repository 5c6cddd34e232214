import type { Both } from '@fengqiao/contract/route.ts';

/** How one thing stands; what is not well says what to do. */
export type Finding = Both & { readonly state: 'well' | 'mind' | 'ill' };

export const well = (zh: string, en: string): Finding => ({ state: 'well', zh, en });
export const mind = (zh: string, en: string): Finding => ({ state: 'mind', zh, en });
export const ill = (zh: string, en: string): Finding => ({ state: 'ill', zh, en });
