import { useEffect, useRef, useState } from 'react';

/** A minute says more than most people type, and stays below what a weak network carries. */
export const MOST_SECONDS = 60;

export type Recording = { blob: Blob; seconds: number };
type State = 'idle' | 'recording' | 'denied';

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && navigator.mediaDevices?.getUserMedia !== undefined;

/** Records what somebody says, a minute at most; the microphone is shut again at once. */
export function useRecorder(onDone: (recording: Recording) => void) {
  const [state, setState] = useState<State>('idle');
  const [seconds, setSeconds] = useState(0);
  const running = useRef<MediaRecorder | null>(null);
  const wanted = useRef(false);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);
  useEffect(() => () => running.current?.stop(), []);
  useEffect(() => {
    if (state !== 'recording') return undefined;
    const began = Date.now();
    const timer = setInterval(() => {
      const now = Math.floor((Date.now() - began) / 1000);
      setSeconds(now);
      if (now >= MOST_SECONDS) running.current?.stop();
    }, 250);
    return () => clearInterval(timer);
  }, [state]);

  const start = async () => {
    wanted.current = true;
    setSeconds(0);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const began = Date.now();
      const recorder = new MediaRecorder(stream, kindOf());
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => void parts.push(data);
      recorder.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        running.current = null;
        setState('idle');
        const blob = new Blob(parts, { type: recorder.mimeType });
        if (blob.size > 0)
          done.current({ blob, seconds: Math.max(1, Math.round((Date.now() - began) / 1000)) });
      };
      running.current = recorder;
      recorder.start();
      setState('recording');
      // The button may have been let go while the phone asked for the microphone.
      if (!wanted.current) recorder.stop();
    } catch {
      setState('denied');
    }
  };
  const stop = () => {
    wanted.current = false;
    running.current?.stop();
  };
  return { state, seconds, start, stop };
}

const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Speech needs little: 24 kbit/s are 180 kB a minute. */
function kindOf(): MediaRecorderOptions {
  const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
  return { audioBitsPerSecond: 24_000, ...(mimeType === undefined ? {} : { mimeType }) };
}
