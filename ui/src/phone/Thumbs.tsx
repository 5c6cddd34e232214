import { useState } from 'react';
import { fileUrl } from '../upload.ts';
import { t } from '../language.ts';
import { texts } from './texts.ts';

/** Photos in a row; each opens large. One that this reader may not see, such as a guest's on another phone, is left out. */
export function Thumbs({ label, files }: { label: string; files: readonly string[] }) {
  const [unseen, setUnseen] = useState<readonly string[]>([]);
  const seen = files.filter((file) => !unseen.includes(file));
  if (seen.length === 0) return null;
  return (
    <figure>
      <figcaption className="hint">{label}</figcaption>
      <div className="thumbs">
        {seen.map((file, n) => (
          <a key={file} href={fileUrl(file)} target="_blank" rel="noreferrer">
            <img
              src={fileUrl(file, 'thumb')}
              onError={() => setUnseen((now) => [...now, file])}
              alt={`${label} · ${t(texts.photoNo, { n: n + 1, of: seen.length })}`}
            />
          </a>
        ))}
      </div>
    </figure>
  );
}
