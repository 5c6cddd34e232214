import { t } from '@fengqiao/ui/language.ts';
import { listStates } from './texts.ts';

const tones = { draft: 'warn', published: 'primary', retired: '' } as const;

/** Whether a version is still being written, in force, or past. */
export function ListMark({ state }: { state: keyof typeof listStates }) {
  return <span className={`mark ${tones[state]}`}>{t(listStates[state])}</span>;
}
