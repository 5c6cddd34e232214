import { useEffect } from 'react';
import { t } from '../language.ts';
import { Icon } from './Icon.tsx';
import { usePhotos, type ChangePhotos, type Photo, type Sending } from './photos.ts';
import { texts } from './texts.ts';

type Asked = {
  label: string;
  photos: readonly Photo[];
  onChange: ChangePhotos;
  most?: number;
  camera?: boolean;
  onTheSpot?: boolean;
};

/** Camera or gallery, with what arrived and what did not; `camera` opens the camera at once. */
export function PhotoPicker({ label, photos, onChange, most = 9, camera = false, onTheSpot = false }: Asked) {
  const { sending, opening, add, remove, again } = usePhotos(photos, onChange, onTheSpot);
  const failed = photos.filter(({ key, file }) => file === null && sending[key]?.error);
  useEffect(() => {
    const retry = () => failed.forEach(({ key }) => void again(key));
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  });
  const firstError = failed.map(({ key }) => sending[key]?.error).find((error) => error != null);
  return (
    <div className="stack">
      {photos.length > 0 && (
        <ul className="photos" aria-label={t(texts.photosAdded)}>
          {photos.map((photo, n) => (
            <PhotoTile
              key={photo.key}
              photo={photo}
              state={sending[photo.key]}
              name={t(texts.photoNo, { n: n + 1, of: photos.length })}
              onRemove={() => remove(photo.key)}
              onAgain={() => void again(photo.key)}
            />
          ))}
        </ul>
      )}
      {photos.length < most && (
        <label className={photos.length > 0 ? 'camera few' : 'camera'}>
          <Icon name={photos.length > 0 ? 'plus' : 'camera'} />
          <span>{label}</span>
          <small>{t(texts.atMostPhotos, { n: most })}</small>
          <input
            className="unseen"
            type="file"
            accept="image/*"
            multiple={!camera}
            {...(camera ? { capture: 'environment' as const } : {})}
            onClick={opening}
            onChange={(event) => {
              void add([...(event.target.files ?? [])].slice(0, most - photos.length));
              event.target.value = '';
            }}
          />
        </label>
      )}
      {firstError && (
        <p className="error" role="alert">
          {t(firstError)}
        </p>
      )}
    </div>
  );
}

function PhotoTile({
  photo,
  state,
  name,
  onRemove,
  onAgain,
}: {
  photo: Photo;
  state: Sending | undefined;
  name: string;
  onRemove: () => void;
  onAgain: () => void;
}) {
  return (
    <li>
      {photo.thumb && <img src={photo.thumb} alt={name} />}
      {photo.file !== null && <span className="note">✓ {t(texts.sent)}</span>}
      {photo.file === null && !state?.error && (
        <span className="note" role="status">
          {t(texts.sending)} {Math.round((state?.part ?? 0) * 100)}%
        </span>
      )}
      {photo.file === null && state?.error && (
        <button type="button" className="note" onClick={onAgain}>
          {t(texts.notSent)} · {t(texts.again)}
        </button>
      )}
      <button
        type="button"
        className="drop"
        aria-label={`${t(texts.removePhoto)} (${name})`}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
