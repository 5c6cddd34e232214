import type { Spot } from '@fengqiao/ui/phone/place/spot.ts';
import type { Kept } from '../../offline/blobs.ts';

/** What was found, kept on this phone until it is handed in. */
export type Found = {
  photos: Kept[];
  after: Kept[];
  voice: Kept | null;
  spot: Spot | null;
  address: string;
  type: string | null;
  text: string;
  done: string;
  calledOut: string;
};

export const emptyFound = (): Found => ({
  photos: [],
  after: [],
  voice: null,
  spot: null,
  address: '',
  type: null,
  text: '',
  done: '',
  calledOut: '',
});

export type FoundForm = {
  draft: Found;
  change: (part: Partial<Found> | ((now: Found) => Partial<Found>)) => void;
  clear: () => void;
};
