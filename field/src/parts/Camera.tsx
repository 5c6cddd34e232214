import { useRef, useState } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { freshNonce } from '@fengqiao/ui/phone/upload.ts';
import { keepPhoto, type Kept } from '../offline/blobs.ts';
import { syncNow } from '../offline/driver.ts';
import { usePhone } from '../offline/phone.ts';
import { PhotoTile } from './PhotoTile.tsx';
import { texts } from './texts.ts';

type Asked = {
  label: string;
  photos: readonly Kept[];
  onChange: (next: (now: Kept[]) => Kept[]) => void;
  most?: number;
};

/** The camera at once. A photo is kept on the phone the moment it is taken, and goes to the server by itself. */
export function Camera({ label, photos, onChange, most = 9 }: Asked) {
  const { phone } = usePhone();
  const nonce = useRef<Promise<string | null>>(Promise.resolve(null));
  const [full, setFull] = useState(false);
  const add = async (files: readonly File[]) => {
    try {
      for (const file of files) {
        const kept = await keepPhoto(phone, file, await nonce.current);
        nonce.current = Promise.resolve(null);
        onChange((now) => [...now.filter(({ sha256 }) => sha256 !== kept.sha256), kept]);
      }
      setFull(false);
      void syncNow();
    } catch {
      setFull(true);
    }
  };
  return (
    <div className="stack">
      {photos.length > 0 && (
        <ul className="photos" aria-label={t(kit.photosAdded)}>
          {photos.map(({ sha256 }, n) => (
            <PhotoTile
              key={sha256}
              sha256={sha256}
              name={t(kit.photoNo, { n: n + 1, of: photos.length })}
              onRemove={() => onChange((now) => now.filter((one) => one.sha256 !== sha256))}
            />
          ))}
        </ul>
      )}
      {photos.length < most && (
        <label className={photos.length > 0 ? 'camera few' : 'camera'}>
          <Icon name={photos.length > 0 ? 'plus' : 'camera'} />
          <span>{label}</span>
          <small>{t(kit.atMostPhotos, { n: most })}</small>
          <input
            className="unseen"
            type="file"
            accept="image/*"
            capture="environment"
            onClick={() => (nonce.current = navigator.onLine ? freshNonce() : Promise.resolve(null))}
            onChange={(event) => {
              void add([...(event.target.files ?? [])].slice(0, most - photos.length));
              event.target.value = '';
            }}
          />
        </label>
      )}
      {full && (
        <p className="error" role="alert">
          {t(texts.full)}
        </p>
      )}
    </div>
  );
}
