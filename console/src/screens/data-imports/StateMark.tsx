import { importStates, type ImportState } from '@fengqiao/contract/registry/import-words.ts';
import { t } from '@fengqiao/ui/language.ts';

const tones: Record<ImportState, string> = {
  checking: 'primary',
  checked: 'warn',
  applying: 'primary',
  applied: 'good',
  undoing: 'primary',
  undone: '',
  failed: 'urgent',
};

export const StateMark = ({ state }: { state: ImportState }) => (
  <span className={`mark ${tones[state]}`}>{t(importStates[state])}</span>
);
