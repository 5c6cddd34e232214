import type { ImportRun } from '@fengqiao/contract/cases/imports.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

const tones = { running: 'primary', done: 'good', failed: 'urgent' } as const;

/** How far an import is, and whether it only tried. */
export function RunMark({ run }: { run: Pick<ImportRun, 'state' | 'dry'> }) {
  return (
    <span className="row">
      <span className={`mark ${tones[run.state]}`}>{t(texts[run.state])}</span>
      {run.dry && <span className="mark">{t(texts.dry)}</span>}
    </span>
  );
}
