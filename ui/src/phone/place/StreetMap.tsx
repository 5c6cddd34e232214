import { useEffect, useRef, useState } from 'react';
import { t } from '../../language.ts';
import { Icon } from '../Icon.tsx';
import { draw } from './draw.ts';
import { useGround } from './ground.ts';
import { useMoving } from './moving.ts';
import type { Spot } from './spot.ts';
import { texts } from './texts.ts';
import { viewOf, zoomed, type Size, type View } from './view.ts';

const closeScale = 0.8;
const chosenScale = 0.7;
const farScale = 8;

/** The street as a drawing of our own; the place meant is what lies under the pin in its middle. */
export function StreetMap({ spot, onChoose }: { spot: Spot | null; onChoose: (lng: number, lat: number) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 360, height: 256 });
  const [moved, setMoved] = useState<View | null>(null);
  const { ground, error } = useGround((moved?.scale ?? (spot === null ? farScale : chosenScale)) < closeScale);
  const corners = ground?.communities.flatMap(({ lines }) => lines.flat()) ?? [];
  const whole = corners.length > 0 ? viewOf(corners, size) : { lng: 0, lat: 0, scale: farScale };
  const view = moved ?? (spot === null ? whole : { lng: spot.lng, lat: spot.lat, scale: chosenScale });
  const moving = useMoving({ view, size, onMove: setMoved, onSettle: ({ lng, lat }) => onChoose(lng, lat) });

  useEffect(() => {
    if (spot !== null) setMoved((now) => ({ lng: spot.lng, lat: spot.lat, scale: spot.how === 'map' && now !== null ? now.scale : chosenScale }));
  }, [spot]);

  useEffect(() => {
    const drawn = canvas.current;
    if (drawn === null) return;
    const watch = new ResizeObserver(() => setSize({ width: drawn.clientWidth, height: drawn.clientHeight }));
    watch.observe(drawn);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const drawn = canvas.current;
    const ctx = drawn?.getContext('2d');
    if (!drawn || !ctx || ground === null) return;
    drawn.width = size.width * devicePixelRatio;
    drawn.height = size.height * devicePixelRatio;
    ctx.scale(devicePixelRatio, devicePixelRatio);
    draw(ctx, ground, view, size);
  });

  if (error) return null;
  return (
    <div className="map">
      <canvas ref={canvas} tabIndex={0} role="application" aria-label={t(texts.map)} {...moving} />
      {(moved !== null || spot !== null) && <span className="pin"><Icon name="pin" /></span>}
      <span className="zoom">
        <button type="button" aria-label={t(texts.nearer)} onClick={() => setMoved(zoomed(view, 0.6))}>＋</button>
        <button type="button" aria-label={t(texts.farther)} onClick={() => setMoved(zoomed(view, 1.6))}>－</button>
      </span>
    </div>
  );
}
