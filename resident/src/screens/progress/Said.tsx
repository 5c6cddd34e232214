import { t } from '@fengqiao/ui/language.ts';
import { StateBadge } from '@fengqiao/ui/phone/Badge.tsx';
import { Thumbs } from '@fengqiao/ui/phone/Thumbs.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import type { Progress } from './follow.ts';
import { texts } from './texts.ts';

/** What I said, and when. */
export function Said({ progress }: { progress: Progress }) {
  const {
    no,
    state,
    text,
    address,
    typeName,
    reportedAt,
    reports,
    round,
    files,
    photosAfter,
    ticket,
    withdrawn,
  } = progress;
  return (
    <section className="card" aria-label={t(texts.said)}>
      <p className="card-top">
        <StateBadge state={state} />
        <span className="hint">{no}</span>
      </p>
      <p>
        <strong>{text}</strong>
      </p>
      <p className="hint">
        {[address, typeName && t(typeName), longTime(reportedAt)].filter(Boolean).join(' · ')}
      </p>
      {withdrawn && (
        <p>
          <strong>{t(texts.withdrawn)}</strong>
        </p>
      )}
      {reports > 1 && <p>{t(texts.together, { n: reports - 1 })}</p>}
      {round > 1 && <p>{t(texts.round, { n: round })}</p>}
      {files.length > 0 && <Thumbs label={t(texts.before)} files={files} ticket={ticket} />}
      {photosAfter.length > 0 && <Thumbs label={t(texts.after)} files={photosAfter} ticket={ticket} />}
    </section>
  );
}
