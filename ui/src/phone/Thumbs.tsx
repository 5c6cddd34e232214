import { useState } from 'react';
import { fileUrl } from '../upload.ts';
import { t } from '../language.ts';
import { texts } from './texts.ts';
import { texts as voice } from './voice/texts.ts';

type Shown = {
  readonly label: string;
  readonly files: readonly string[];
  /** Opens them to somebody who follows a report by its code. */
  readonly ticket?: string | null;
};

/** Photos in a row, each opens large, and what was recorded below them. A file that this reader may not see is left out. */
export function Thumbs({ label, files, ticket = null }: Shown) {
  const [unseen, setUnseen] = useState<readonly string[]>([]);
  const [unheard, setUnheard] = useState<readonly string[]>([]);
  const seen = files.filter((file) => !unseen.includes(file));
  const heard = unseen.filter((file) => !unheard.includes(file));
  if (seen.length + heard.length === 0) return null;
  return (
    <figure>
      <figcaption className="hint">{label}</figcaption>
      <div className="thumbs">
        {seen.map((file, n) => (
          <a key={file} href={fileUrl(file, undefined, ticket)} target="_blank" rel="noreferrer">
            <img
              src={fileUrl(file, 'thumb', ticket)}
              onError={() => setUnseen((now) => [...now, file])}
              alt={`${label} · ${t(texts.photoNo, { n: n + 1, of: seen.length })}`}
            />
          </a>
        ))}
      </div>
      {heard.map((file) => (
        // What somebody has said has no captions; they may write it down beside it.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio
          key={file}
          controls
          preload="metadata"
          src={fileUrl(file, undefined, ticket)}
          aria-label={t(voice.recording)}
          onError={() => setUnheard((now) => [...now, file])}
        />
      ))}
    </figure>
  );
}
