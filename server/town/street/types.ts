import type { Polygon, Position, Shape } from '../../src/modules/grids/domain/geojson.ts';

export type LineString = { readonly type: 'LineString'; readonly coordinates: readonly Position[] };
export type Both = { readonly zh: string; readonly en: string };

/** What the ground is used for; decides what is built on it. */
export type Zone =
  | 'old_quarter'
  | 'village'
  | 'rows'
  | 'garden'
  | 'towers'
  | 'industry'
  | 'office'
  | 'mall'
  | 'school'
  | 'hospital'
  | 'park'
  | 'wetland';

/** Everything in WGS84 degrees, areas in square metres, widths in metres. */
export type Community = Both & {
  /** c01 … c10; the id of the unit. */
  readonly id: string;
  /** 12 digits; the area code 000000 is nowhere. */
  readonly code: string;
  readonly shape: Shape;
  readonly middle: Position;
  readonly squareMetres: number;
  readonly households: number;
};

export type Grid = Both & {
  /** c01-g01 …; the id of the unit. */
  readonly id: string;
  /** 15 digits, numbered from west to east and north to south within the community. */
  readonly code: string;
  readonly community: string;
  readonly purpose: 'basic' | 'exclusive';
  readonly zone: Zone;
  readonly shape: Shape;
  readonly middle: Position;
  readonly squareMetres: number;
  readonly households: number;
};

export type BuildingUse =
  | 'residential'
  | 'mixed'
  | 'commercial'
  | 'office'
  | 'industrial'
  | 'school'
  | 'hospital'
  | 'public'
  | 'market';

export type Building = {
  /** b0001 …, in order of grids. */
  readonly id: string;
  readonly grid: string;
  readonly community: string;
  readonly use: BuildingUse;
  /** What it is called: 3 幢, 听枫实验小学教学楼 … */
  readonly name: Both;
  readonly address: Both;
  readonly estate: Both | null;
  readonly floors: number;
  /** 单元: entrances with stairs of their own; 0 where nobody lives. */
  readonly stairs: number;
  readonly households: number;
  readonly lng: number;
  readonly lat: number;
  readonly shape: Polygon;
};

export type RoadClass = 'avenue' | 'ring' | 'secondary' | 'street' | 'lane';
export type Road = Both & {
  readonly id: string;
  readonly class: RoadClass;
  readonly width: number;
  readonly shape: LineString;
};

export type WaterKind = 'river' | 'canal' | 'creek' | 'lake' | 'pond';
export type Water = Both & {
  readonly id: string;
  readonly kind: WaterKind;
  readonly width: number;
  readonly shape: Polygon;
  /** Where to write the name along; null for lakes and ponds. */
  readonly line: LineString | null;
};

export type PlaceKind =
  | 'community_centre'
  | 'street_office'
  | 'service_hall'
  | 'police'
  | 'fire_station'
  | 'culture_station'
  | 'school'
  | 'kindergarten'
  | 'hospital'
  | 'clinic'
  | 'elderly_care'
  | 'wet_market'
  | 'mall'
  | 'park'
  | 'square'
  | 'sports_field'
  | 'metro_entrance'
  | 'bus_stop'
  | 'industrial_park'
  | 'office_tower';
export type Place = Both & {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly lng: number;
  readonly lat: number;
  readonly grid: string;
  readonly community: string;
  /** The building it is in, if any. */
  readonly building: string | null;
  /** The ground it covers, for parks, squares and fields. */
  readonly shape: Polygon | null;
};

/** A whole street with everything that stands still on it. */
export type Street = Both & {
  readonly id: string;
  readonly code: string;
  readonly district: Both;
  readonly outline: Both & {
    readonly shape: Polygon;
    readonly squareMetres: number;
    readonly middle: Position;
  };
  readonly communities: readonly Community[];
  readonly grids: readonly Grid[];
  readonly buildings: readonly Building[];
  readonly roads: readonly Road[];
  readonly water: readonly Water[];
  readonly places: readonly Place[];
};

/** A line of the plan before it is drawn: metres on the street's own plane. */
export type Line = Both & {
  readonly kind: 'border' | 'river' | 'canal' | 'creek' | RoadClass | 'path';
  readonly width: number;
  readonly points: readonly Position[];
};
