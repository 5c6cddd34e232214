/** Where it is, as chosen from the addresses or as the middle of a grid. */
export type Place = {
  readonly lng: number;
  readonly lat: number;
  readonly words: string;
  readonly community: string | null;
  readonly grid: string | null;
};
