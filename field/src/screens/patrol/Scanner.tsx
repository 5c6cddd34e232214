import { useEffect, useRef, useState } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { TextField } from '@fengqiao/ui/phone/Field.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { codeIn } from './codes.ts';
import { readerOf } from './reader.ts';
import { texts } from './texts.ts';

const EVERY_MS = 250;

/** Reads the code of a point by the camera; where there is none, or it is too dark, the code is typed. */
export function Scanner({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const { video, denied } = useCamera((text) => {
    const code = codeIn(text);
    if (code !== null) onCode(code);
  });
  const code = codeIn(typed);
  return (
    <Sheet title={t(texts.scan)} onClose={onClose}>
      {denied ? (
        <p className="notice warn">{t(texts.noCamera)}</p>
      ) : (
        <video ref={video} className="scanner" muted playsInline aria-label={t(texts.scan)} />
      )}
      <TextField
        label={t(texts.typeCode)}
        hint={t(texts.typeCodeHint)}
        max={40}
        value={typed}
        onChange={setTyped}
      />
      <Button
        kind="main"
        wide
        why={code === null && typed !== '' ? t(texts.codeUnfit) : undefined}
        onPress={() => code !== null && onCode(code)}
      >
        {t(texts.takeCode)}
      </Button>
    </Sheet>
  );
}

/** The camera at the back, read a few times a second; it is shut again with the sheet. */
function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [denied, setDenied] = useState(false);
  const heard = useRef(onText);
  useEffect(() => {
    heard.current = onText;
  }, [onText]);
  useEffect(() => {
    let left = false;
    let stop: () => void = () => undefined;
    const begin = async () => {
      const shown = video.current;
      if (shown === null) return;
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      stop = () => stream.getTracks().forEach((part) => part.stop());
      if (left) return stop();
      shown.srcObject = stream;
      await shown.play();
      const read = await readerOf();
      const look = async () => {
        if (left) return;
        const text = await read(shown).catch(() => null);
        if (text !== null) heard.current(text);
        setTimeout(() => void look(), EVERY_MS);
      };
      void look();
    };
    begin().catch(() => !left && setDenied(true));
    return () => {
      left = true;
      stop();
    };
  }, []);
  return { video, denied };
}
