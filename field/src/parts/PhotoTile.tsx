import { useCallback, useEffect, useState } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { thumbOf } from '../offline/blobs.ts';
import { useSending } from '../offline/driver.ts';
import type { Phone } from '../offline/outbox.ts';
import { useKept, usePhone } from '../offline/phone.ts';
import { texts } from './texts.ts';

/** One photo of a form, and where it is: on this phone, on its way, on the server. */
export function PhotoTile({
  sha256,
  name,
  onRemove,
}: {
  sha256: string;
  name: string;
  onRemove?: () => void;
}) {
  const thumb = useThumb(sha256);
  const word = useBlobWord(sha256);
  return (
    <li>
      {thumb !== '' && <img src={thumb} alt={name} />}
      <span className="note" role="status">
        {word}
      </span>
      {onRemove && (
        <button
          type="button"
          className="drop"
          aria-label={`${t(kit.removePhoto)} (${name})`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

function useThumb(sha256: string): string {
  const { phone } = usePhone();
  const [thumb, setThumb] = useState('');
  useEffect(() => void thumbOf(phone, sha256).then(setThumb), [phone, sha256]);
  return thumb;
}

/** Where a photo or sound is now, in words. */
export function useBlobWord(sha256: string): string {
  const part = useSending().parts.get(sha256);
  const look = useCallback(({ base }: Phone) => base.blob.get(sha256), [sha256]);
  const row = useKept(look);
  if (row?.refusal) return t(row.refusal);
  if (row?.file) return `✓ ${t(kit.sent)}`;
  if (part !== undefined) return `${t(kit.sending)} ${Math.round(part * 100)}%`;
  return t(texts.onPhone);
}
