import { useEffect, useRef, useState } from 'react';
import { t } from '../../language.ts';
import { Tick } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { Button } from '../Button.tsx';
import { canDictate, dictate } from './dictation.ts';
import { canRecord, MOST_SECONDS, useRecorder } from './recorder.ts';
import { texts } from './texts.ts';
import { useVoice, type Voice } from './voice.ts';

/** A shorter press starts, and the next one ends: not every hand can hold a button. */
const HOLD_MS = 400;

type Asked = {
  voice: Voice | null;
  onChange: (voice: Voice | null) => void;
  /** Takes over what the browser heard, when it was asked to write along. */
  onHeard: (text: string) => void;
};

/** Hold to speak, a minute at most; the recording goes along like a photo. */
export function VoiceField({ voice, onChange, onHeard }: Asked) {
  const { keep, drop, url } = useVoice(voice, onChange);
  const { state, seconds, start, stop } = useRecorder(keep);
  const [writes, setWrites] = useState(false);
  const [heard, setHeard] = useState('');
  const pressedAt = useRef(0);
  const ending = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (state === 'recording' && writes) ending.current = dictate(setHeard);
    return () => {
      ending.current();
      ending.current = () => undefined;
    };
    // Begun and ended with the recording, not with every word that was heard.
    // oxlint-disable-next-line exhaustive-deps
  }, [state]);
  if (!canRecord()) return null;
  const recording = state === 'recording';
  const press = () => {
    if (recording) return stop();
    pressedAt.current = Date.now();
    void start();
  };
  const release = () => {
    if (Date.now() - pressedAt.current >= HOLD_MS) stop();
  };
  if (voice !== null)
    return (
      <div className="card voice" role="group" aria-label={t(texts.recording)}>
        <p>
          <Icon name="check" /> {t(texts.kept, { n: voice.seconds })}{' '}
          <span className="hint">{t(voice.file === null ? texts.toSend : texts.sent)}</span>
        </p>
        {/* What somebody has just said has no captions yet; they may write it in the field below. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        {url !== null && <audio controls src={url} aria-label={t(texts.recording)} />}
        {heard !== '' && (
          <>
            <p>{t(texts.heard, { words: heard })}</p>
            <Button
              onPress={() => {
                onHeard(heard);
                setHeard('');
              }}
            >
              {t(texts.use)}
            </Button>
          </>
        )}
        <Button kind="quiet" onPress={drop}>
          {t(texts.drop)}
        </Button>
      </div>
    );
  return (
    <div className="stack">
      <button
        type="button"
        className={recording ? 'speak now' : 'speak'}
        aria-pressed={recording}
        onPointerDown={press}
        onPointerUp={release}
        onPointerCancel={stop}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if ((event.key === ' ' || event.key === 'Enter') && !event.repeat) {
            event.preventDefault();
            press();
          }
        }}
        onKeyUp={(event) => event.key === ' ' && release()}
      >
        <Icon name="mic" />
        <span>{t(recording ? texts.letGo : texts.hold)}</span>
        <small>{recording ? t(texts.running, { n: seconds, most: MOST_SECONDS }) : t(texts.howLong)}</small>
      </button>
      <p className="unseen" role="status">
        {recording && t(texts.started)}
      </p>
      {state === 'denied' && (
        <p className="error" role="alert">
          {t(texts.denied)}
        </p>
      )}
      {canDictate() && (
        <Tick label={t(texts.write)} hint={t(texts.writeHint)} value={writes} onChange={setWrites} />
      )}
    </div>
  );
}
