import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { canRecord, MOST_SECONDS, useRecorder } from '@fengqiao/ui/phone/voice/recorder.ts';
import { contentOf, keepVoice, type Kept } from '../offline/blobs.ts';
import { syncNow } from '../offline/driver.ts';
import { usePhone } from '../offline/phone.ts';
import { useAddress } from '@fengqiao/ui/phone/address.ts';
import { useBlobWord } from './PhotoTile.tsx';
import { texts } from './texts.ts';

/** A voice note of at most a minute, kept and sent like a photo; one for each form. */
export function Voice({ voice, onChange }: { voice: Kept | null; onChange: (voice: Kept | null) => void }) {
  const { phone } = usePhone();
  const keep = async (content: Blob, length: number) => {
    onChange(await keepVoice(phone, content, length));
    void syncNow();
  };
  const { state, seconds, start, stop } = useRecorder(({ blob, seconds: length }) => void keep(blob, length));
  if (!canRecord()) return null;
  if (voice !== null) return <Recorded voice={voice} onRemove={() => onChange(null)} />;
  return (
    <div className="stack">
      {state !== 'recording' ? (
        <Button icon="mic" wide onPress={() => void start()}>
          {t(texts.record)}
        </Button>
      ) : (
        <Button icon="pause" kind="main" wide onPress={stop}>
          {t(texts.recording, { n: seconds, of: MOST_SECONDS })}
        </Button>
      )}
      {state === 'denied' && (
        <p className="error" role="alert">
          {t(texts.noMicrophone)}
        </p>
      )}
    </div>
  );
}

function Recorded({ voice, onRemove }: { voice: Kept; onRemove: () => void }) {
  const { phone } = usePhone();
  const address = useAddress(() => contentOf(phone, voice.sha256), voice.sha256);
  const word = useBlobWord(voice.sha256);
  return (
    <div className="voice">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the worker hears their own voice */}
      {address !== null && <audio controls src={address} aria-label={t(texts.voice)} />}
      <span role="status">
        {t(texts.seconds, { n: voice.seconds ?? 0 })} · {word}
      </span>
      <Button kind="quiet" icon="close" onPress={onRemove}>
        {t(texts.dropVoice)}
      </Button>
    </div>
  );
}
