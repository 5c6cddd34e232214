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
export function StreetMap({
  spot,
  onChoose,
}: {
  spot: Spot | null;
  onChoose: (lng: number, lat: number) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 360, height: 256 });
  const [scale, setScale] = useState<number | null>(null);
  const [middle, setMiddle] = useState<{ lng: number; lat: number; of: Spot | null } | null>(null);
  const { ground, error } = useGround((scale ?? (spot === null ? farScale : chosenScale)) < closeScale);
  const corners = ground?.communities.flatMap(({ lines }) => lines.flat()) ?? [];
  const whole = corners.length > 0 ? viewOf(corners, size) : { lng: 0, lat: 0, scale: farScale };
  const at = middle?.of === spot ? middle : (spot ?? whole);
  const view = { lng: at.lng, lat: at.lat, scale: scale ?? (spot === null ? whole.scale : chosenScale) };
  const show = (next: View) => {
    setScale(next.scale);
    setMiddle({ lng: next.lng, lat: next.lat, of: spot });
  };
  const moving = useMoving({ view, size, onMove: show, onSettle: ({ lng, lat }) => onChoose(lng, lat) });

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
      {/* A map is worked by its own keys: arrows and zoom. */}
      {/* oxlint-disable-next-line no-noninteractive-tabindex */}
      <div className="ground" tabIndex={0} role="application" aria-label={t(texts.map)} {...moving}>
        <canvas ref={canvas} />
      </div>
      {(middle !== null || spot !== null) && (
        <span className="pin">
          <Icon name="pin" />
        </span>
      )}
      <span className="zoom">
        <button type="button" aria-label={t(texts.nearer)} onClick={() => show(zoomed(view, 0.6))}>
          ＋
        </button>
        <button type="button" aria-label={t(texts.farther)} onClick={() => show(zoomed(view, 1.6))}>
          －
        </button>
      </span>
    </div>
  );
}
