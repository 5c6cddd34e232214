import { language } from '../../language.ts';

/** The part of the browsers' speech recognition that is used here; no standard types exist for it. */
type Recognition = {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  start(): void;
  stop(): void;
};
type Maker = new () => Recognition;

function makerOf(): Maker | undefined {
  const known = globalThis as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return known.SpeechRecognition ?? known.webkitSpeechRecognition;
}

export const canDictate = (): boolean => makerOf() !== undefined;

/** Lets the browser write along; what it heard is only ever a suggestion. Returns how to end it. */
export function dictate(onHeard: (text: string) => void): () => void {
  const Maker = makerOf();
  if (Maker === undefined) return () => undefined;
  const recognition = new Maker();
  recognition.lang = language() === 'zh' ? 'zh-CN' : 'en-US';
  recognition.interimResults = false;
  recognition.continuous = true;
  recognition.onresult = ({ results }) =>
    onHeard(Array.from(results, (result) => result[0]?.transcript ?? '').join(''));
  recognition.start();
  return () => recognition.stop();
}
