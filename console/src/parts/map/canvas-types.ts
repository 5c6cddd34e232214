import type { MapFilter, NearPair } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import type { State } from '@fengqiao/contract/cases/words.ts';
import type { BaseMap } from '@fengqiao/contract/grids/map.ts';
import type { ThemeName } from '@fengqiao/ui/tokens.ts';
import type { MapLayer } from './style.ts';

export type Corner = readonly [lng: number, lat: number];
export type Box = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};
export type View = { readonly lng: number; readonly lat: number; readonly zoom: number };

/** A case alone on the map: all that a tile tells of it. */
export type PressedCase = {
  readonly id: string;
  readonly no: string;
  readonly state: State;
  readonly type: string | null;
  readonly reportedAt: string;
  readonly late: boolean;
};

/** What whoever shows the map wants to hear of. */
export type Hands = {
  readonly onCase?: (pressed: PressedCase) => void;
  /** Several cases at one place that no zoom parts. */
  readonly onHeap?: (at: Corner) => void;
  readonly onMoved?: (view: View) => void;
  /** A press while an area is drawn. */
  readonly onCorner?: (at: Corner) => void;
  readonly onFinish?: () => void;
};

/** What may be done with a map that is drawn. */
export type Handle = {
  /** The place under the middle of the map. */
  middle(): Corner;
  /** Moves what is under the middle by so many pixels. */
  push(x: number, y: number): void;
  zoomBy(steps: number): void;
  focus(): void;
};

export type CanvasProps = {
  readonly label: string;
  readonly ground: {
    readonly box: Box;
    readonly edition: string;
    readonly base: BaseMap | null;
  };
  readonly look: { readonly theme: ThemeName; readonly by: MapBy; readonly layers: readonly MapLayer[] };
  readonly interactive: boolean;
  readonly filter: MapFilter;
  readonly load?: ReadonlyMap<string, number>;
  readonly pairs?: readonly NearPair[];
  readonly area?: readonly Corner[];
  readonly view?: View | null;
  readonly hands?: Hands;
  readonly stamp?: number;
  readonly onReady?: (handle: Handle) => void;
};
