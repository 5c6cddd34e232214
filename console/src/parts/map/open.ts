import { t } from '@fengqiao/ui/language.ts';
import type { CanvasProps, Handle, Hands, PressedCase } from './canvas-types.ts';
import { Engine, type MapGeoJSONFeature, type StyleSpecification } from './engine.ts';
import { drawImage, PIXELS } from './images.ts';
import { boxOnto, type Plane } from './plane.ts';
import { readPressed } from './pressed.ts';
import { pressable } from './style-cases.ts';
import { texts } from './texts.ts';

let drawable: boolean | undefined;

/** Whether this browser can draw a map at all; the table says the same in figures. */
export function canDraw(): boolean {
  drawable ??= document.createElement('canvas').getContext('webgl2') !== null;
  return drawable;
}

const NEAREST = 20;
/** From here on nothing more parts cases that lie at one place. */
const HEAP_ZOOM = 19;
const MARGIN_DEGREES = 0.03;
/** The legend lies over the lower edge. */
const ROUND = { top: 14, right: 14, bottom: 60, left: 14 };

/** Puts a map into its place on the page, with the whole street in view unless another view is asked for. */
export function open(
  container: HTMLElement,
  style: StyleSpecification,
  { ground, interactive, view }: Pick<CanvasProps, 'ground' | 'interactive' | 'view'>,
  plane: Plane,
): Engine {
  const box = boxOnto(plane, ground.box);
  const map = new Engine({
    container,
    style,
    interactive,
    // Where the page shows the map larger, it is drawn as finely as the screen can show.
    pixelRatio: devicePixelRatio * (container.getBoundingClientRect().width / container.offsetWidth || 1),
    attributionControl: { compact: true },
    ...(view == null
      ? {
          bounds: [box.west, box.south, box.east, box.north],
          fitBoundsOptions: { padding: interactive ? ROUND : 8 },
        }
      : { center: [...plane.onto([view.lng, view.lat])], zoom: view.zoom }),
    maxBounds: [
      box.west - MARGIN_DEGREES,
      box.south - MARGIN_DEGREES,
      box.east + MARGIN_DEGREES,
      box.north + MARGIN_DEGREES,
    ],
    maxZoom: NEAREST,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160,
    locale: { 'Map.Title': t(texts.map), 'AttributionControl.ToggleAttribution': t(texts.maker) },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id);
    if (image !== null && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: PIXELS });
  });
  return map;
}

/** Tells whoever shows the map what is pressed and where it was moved; asks anew each time who listens. */
export function listen(map: Engine, hands: () => Hands, { back }: Plane): void {
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter();
    const [east, north] = back([lng, lat]);
    hands().onMoved?.({ lng: east, lat: north, zoom: map.getZoom() });
  });
  map.on('click', ({ point, lngLat }) => {
    const { onCorner } = hands();
    if (onCorner !== undefined) return onCorner(back([lngLat.lng, lngLat.lat]));
    const layers = pressable.filter((layer) => map.getLayer(layer) !== undefined);
    const [pressed] = map.queryRenderedFeatures(point, { layers: [...layers] });
    if (pressed !== undefined) press(map, pressed, hands(), back);
  });
  map.on('dblclick', (event) => {
    const { onFinish } = hands();
    if (onFinish === undefined) return;
    event.preventDefault();
    onFinish();
  });
  for (const layer of pressable) {
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
}

function press(
  map: Engine,
  feature: MapGeoJSONFeature,
  { onCase, onHeap }: Hands,
  back: Plane['back'],
): void {
  if (feature.geometry.type !== 'Point') return;
  const [lng = 0, lat = 0] = feature.geometry.coordinates;
  const single: PressedCase | null = readPressed(feature.properties);
  if (single !== null) onCase?.(single);
  else if (map.getZoom() >= HEAP_ZOOM) onHeap?.(back([lng, lat]));
  else map.easeTo({ center: [lng, lat], zoom: Math.min(NEAREST, Math.floor(map.getZoom()) + 2) });
}

export const handleOf = (map: Engine, { back }: Plane): Handle => ({
  middle: () => {
    const { lng, lat } = map.getCenter();
    return back([lng, lat]);
  },
  push: (x, y) => void map.panBy([x, y], { animate: false }),
  zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps),
  focus: () => map.getCanvas().focus(),
});
