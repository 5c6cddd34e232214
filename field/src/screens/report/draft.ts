import { newKey } from '@fengqiao/ui/data.ts';
import type { Photo } from '@fengqiao/ui/phone/photos.ts';
import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';

/** What was found, kept on this phone until it has arrived. */
export type Found = {
  photos: Photo[];
  after: Photo[];
  spot: Spot | null;
  address: string;
  type: string | null;
  text: string;
  done: string;
  calledOut: string;
  sent: { content: string; key: string } | null;
};

export const emptyFound = (): Found => ({
  photos: [],
  after: [],
  spot: null,
  address: '',
  type: null,
  text: '',
  done: '',
  calledOut: '',
  sent: null,
});

export type FoundForm = {
  draft: Found;
  change: (part: Partial<Found> | ((now: Found) => Partial<Found>)) => void;
  clear: () => void;
};

/** The key under which this content is handed in: kept for the same content, new for another. */
export function sentAs(body: object, last: Found['sent']): { content: string; key: string } {
  const content = JSON.stringify(body);
  return last?.content === content ? last : { content, key: newKey() };
}
