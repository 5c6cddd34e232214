import type { FileSeen } from '@fengqiao/contract/cases/views.ts';
import { t } from '@fengqiao/ui/language.ts';
import { kindOf } from '@fengqiao/ui/media.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { texts } from './texts.ts';

/** Files of a matter, each as what it is: photos in a row that open large, sounds to play, documents to open. */
export function Files({ label, files }: { label: string; files: readonly FileSeen[] }) {
  const of = (kind: ReturnType<typeof kindOf>) => files.filter(({ media }) => kindOf(media) === kind);
  const pictures = of('picture');
  return (
    <figure>
      <figcaption className="hint">{label}</figcaption>
      {pictures.length > 0 && (
        <div className="thumbs">
          {pictures.map(({ id }, n) => (
            <a key={id} href={fileUrl(id)} target="_blank" rel="noreferrer">
              <img
                src={fileUrl(id, 'thumb')}
                alt={`${label} · ${t(kit.photoNo, { n: n + 1, of: pictures.length })}`}
              />
            </a>
          ))}
        </div>
      )}
      {of('sound').map(({ id }) => (
        // What somebody has said has no captions; whoever takes it up writes it down.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio
          key={id}
          controls
          preload="metadata"
          src={fileUrl(id)}
          aria-label={`${label} · ${t(texts.voice)}`}
        />
      ))}
      {of('document').map(({ id, media }) => (
        <a key={id} className="link" href={fileUrl(id)} target="_blank" rel="noreferrer">
          <Icon name="list" />
          {t(texts.document)}
          {media === 'application/pdf' && ' PDF'}
        </a>
      ))}
    </figure>
  );
}
