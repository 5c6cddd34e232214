import {
  conflictStates,
  endConflict,
  fieldActs,
  wordOf,
  type ConflictView,
} from '@fengqiao/contract/rounds.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { stamp } from '@fengqiao/ui/time.ts';
import type { Op } from '../../offline/outbox.ts';
import { Files } from '../../parts/Files.tsx';
import { texts } from './texts.ts';

const tones = { open: 'warn', aside: 'plain', sent: 'good', settled: 'good' } as const;
const icons = { open: 'alert', aside: 'pause', sent: 'check', settled: 'check' } as const;

/** Conflicts that the server has and this phone has not: of another phone, or from before this one was wiped. */
export function Elsewhere({ conflicts, here }: { conflicts: readonly ConflictView[]; here: readonly Op[] }) {
  const own = new Set(here.map(({ opId }) => opId));
  const shown = conflicts.filter(({ op }) => !own.has(op));
  if (shown.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">
        {t(texts.elsewhere)} ({shown.length})
      </h2>
      <p className="hint">{t(texts.elsewhereHow)}</p>
      {shown.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </section>
  );
}

function One({ one }: { one: ConflictView }) {
  const { op, kind, how, title, words, said, files, doneAt, state, answer, caseId } = one;
  const aside = useAct(endConflict);
  return (
    <article className="card" aria-label={title}>
      <p className="card-top">
        <strong>{t(fieldActs[kind])}</strong>
        <Badge tone={tones[state]} icon={icons[state]}>
          {t(wordOf(one))}
        </Badge>
      </p>
      <p>{title}</p>
      <p className="hint">{stamp(doneAt)}</p>
      {words !== '' && words !== title && (
        <p>
          <span className="hint">{t(texts.said)}</span> {words}
        </p>
      )}
      {files.length > 0 && <Files label={t(texts.photos, { n: files.length })} files={files} />}
      <p className="error">{t(said)}</p>
      {answer !== null && (
        <p className="notice good">
          {named(t(conflictStates.settled))}
          {answer}
        </p>
      )}
      <div className="acts">
        {caseId !== null && <LinkButton to={`/case/${caseId}`}>{t(texts.see)}</LinkButton>}
        {state === 'open' && how === 'refused' && (
          <Button
            kind="quiet"
            busy={aside.isPending}
            onPress={() => aside.mutate({ body: { op, how: 'aside' } })}
          >
            {t(texts.aside)}
          </Button>
        )}
      </div>
    </article>
  );
}
