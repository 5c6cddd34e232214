import { filingWords } from '@fengqiao/ui/filing.ts';
import { t } from '@fengqiao/ui/language.ts';
import type { Me } from '@fengqiao/ui/session.ts';
import { texts } from './texts.ts';

/** Who answers for the site, and how it is filed. */
export function Foot({ me }: { me: Pick<Me, 'demo' | 'filing'> | undefined }) {
  const told = filingWords(me?.filing);
  return (
    <footer className="foot">
      {told.length === 0 ? (
        <span>{t(texts.noFiling)}</span>
      ) : (
        told.map((words) => <span key={words}>{words}</span>)
      )}
      <span>{t(texts.owner)}</span>
      {me?.demo === true && <span>{t(texts.demo)}</span>}
    </footer>
  );
}
