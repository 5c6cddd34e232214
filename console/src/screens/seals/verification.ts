import { useState } from 'react';
import { Refused } from '@fengqiao/contract/client.ts';
import { verifyPart, type VerifiedPart } from '@fengqiao/contract/audit/seals.ts';
import { ask } from '@fengqiao/ui/data.ts';

type Found = {
  readonly running: boolean;
  readonly finished: boolean;
  readonly size: number;
  readonly whole: number;
  readonly problems: VerifiedPart['problems'];
  readonly error: Refused | null;
};

const begin: Found = { running: false, finished: false, size: 0, whole: 0, problems: [], error: null };

/** Asks for one part after the other; each begins where the one before it ended. */
export function useVerification(): Found & { start: () => Promise<void> } {
  const [found, setFound] = useState(begin);
  const start = async () => {
    setFound({ ...begin, running: true });
    let size = 0;
    let frontier = '';
    let problems: VerifiedPart['problems'] = [];
    try {
      for (;;) {
        const part = await ask(verifyPart, { body: { size, frontier } });
        problems = [...problems, ...part.problems];
        const ended = part.size === size || part.size >= part.whole;
        ({ size, frontier } = part);
        setFound({ running: !ended, finished: ended, size, whole: part.whole, problems, error: null });
        if (ended) return;
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFound((last) => ({ ...last, running: false, error }));
    }
  };
  return { ...found, start };
}
