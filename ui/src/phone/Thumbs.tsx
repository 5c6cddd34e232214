import { t } from '../language.ts';
import { texts } from './texts.ts';

/** Photos in a row; each opens large. */
export function Thumbs({ label, files }: { label: string; files: readonly string[] }) {
  return (
    <figure>
      <figcaption className="hint">{label}</figcaption>
      <div className="thumbs">
        {files.map((file, n) => (
          <a key={file} href={fileAt(file)} target="_blank" rel="noreferrer">
            <img src={`${fileAt(file)}?size=thumb`} loading="lazy" alt={`${label} · ${t(texts.photoNo, { n: n + 1, of: files.length })}`} />
          </a>
        ))}
      </div>
    </figure>
  );
}

const fileAt = (id: string) => `/api/files/${id}`;
