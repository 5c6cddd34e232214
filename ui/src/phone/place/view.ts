/** What part of the ground a map shows: its middle, and how many metres one pixel is. */
export type View = { lng: number; lat: number; scale: number };
export type Size = { width: number; height: number };
export type Point = readonly [x: number, y: number];

const metresPerDegree = 111_320;
export const nearest = 0.3;
export const farthest = 12;

const eastward = (lat: number) => metresPerDegree * Math.cos((lat * Math.PI) / 180);

/** Where a place lies on the picture, in pixels from its upper left corner. */
export function toPixel(view: View, { width, height }: Size, lng: number, lat: number): Point {
  return [
    width / 2 + ((lng - view.lng) * eastward(view.lat)) / view.scale,
    height / 2 - ((lat - view.lat) * metresPerDegree) / view.scale,
  ];
}

/** The view whose middle lies so many pixels to the right and down. */
export function shifted(view: View, right: number, down: number): View {
  return {
    ...view,
    lng: view.lng + (right * view.scale) / eastward(view.lat),
    lat: view.lat - (down * view.scale) / metresPerDegree,
  };
}

export const zoomed = (view: View, factor: number): View => ({
  ...view,
  scale: Math.min(farthest, Math.max(nearest, view.scale * factor)),
});

/** The view that shows all of these places. */
export function viewOf(places: readonly Point[], { width, height }: Size): View {
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  const west = Math.min(...lngs);
  const south = Math.min(...lats);
  const lat = (south + Math.max(...lats)) / 2;
  const wide = (Math.max(...lngs) - west) * eastward(lat);
  const high = (Math.max(...lats) - south) * metresPerDegree;
  return { lng: (west + Math.max(...lngs)) / 2, lat, scale: Math.max(wide / width, high / height, nearest) };
}
