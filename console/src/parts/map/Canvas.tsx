import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { t, useLanguage } from '@fengqiao/ui/language.ts';
import { caseAddress, groundAddress } from './address.ts';
import type { CanvasProps } from './canvas-types.ts';
import type { Engine, StyleSpecification } from './engine.ts';
import { canDraw, handleOf, listen, open } from './open.ts';
import { boxOnto, pairOnto, planeOf, type Plane } from './plane.ts';
import { styleOf } from './style.ts';
import { texts } from './texts.ts';
import './map.css';

/** The map itself, with the drawing program; whoever shows one takes `StreetMap`. */
export function Canvas(props: CanvasProps) {
  const { label, interactive, hands = {}, stamp, onReady } = props;
  const place = useRef<HTMLDivElement>(null);
  const worn = useRef<StyleSpecification | null>(null);
  const [engine, setEngine] = useState<Engine | null>(null);
  const drawnIn = props.look.layers.includes('base') ? (props.ground.base?.drawnIn ?? 'WGS84') : 'WGS84';
  const plane = planeOf(drawnIn);
  const style = useStyle(props, plane);
  const begin = useEffectEvent((container: HTMLElement): Engine => {
    const map = open(container, style, props, plane);
    worn.current = style;
    onReady?.(handleOf(map, plane));
    return map;
  });
  const heard = useEffectEvent(() => hands);

  useEffect(() => {
    if (place.current === null || !canDraw()) return;
    const map = begin(place.current);
    listen(map, () => heard(), planeOf(drawnIn));
    setEngine(map);
    return () => map.remove();
  }, [interactive, drawnIn]);
  useEffect(() => {
    if (worn.current !== style) engine?.setStyle(style);
    worn.current = style;
  }, [engine, style]);
  useEffect(() => {
    if (stamp !== undefined && engine?.isStyleLoaded() === true) engine.refreshTiles('cases');
  }, [engine, stamp]);

  if (!canDraw()) return <p className="wait">{t(texts.cannotDraw)}</p>;
  return (
    <div ref={place} className="street-map-place" role={interactive ? 'region' : 'img'} aria-label={label} />
  );
}

/** Everything the map shows, as one style; made anew only when some of it changes. */
function useStyle(
  { ground: { box, edition, base }, look, filter, area, load, pairs }: CanvasProps,
  plane: Plane,
) {
  const language = useLanguage();
  const { theme, by } = look;
  const layers = look.layers.join();
  const asked = JSON.stringify(filter);
  return useMemo(() => {
    const { drawnIn } = plane;
    const { west, south, east, north } = boxOnto(plane, box);
    const as = layers.includes('lights') ? 'lights' : 'clusters';
    return styleOf(
      { theme, language, by, layers: look.layers },
      {
        ground: groundAddress(edition, drawnIn),
        cases: caseAddress({ filter, by, as, drawnIn }),
        box: [west, south, east, north],
        base,
        area: (area ?? []).map(plane.onto),
        load: load ?? new Map(),
        pairs: (pairs ?? []).map((pair) => pairOnto(plane, pair)),
      },
    );
    // oxlint-disable-next-line react/exhaustive-deps -- filter and layers are told apart by what they hold
  }, [theme, language, by, layers, asked, edition, base, box, area, load, pairs, plane]);
}
