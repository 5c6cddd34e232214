import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { t, useLanguage } from '@fengqiao/ui/language.ts';
import { caseAddress, groundAddress } from './address.ts';
import type { CanvasProps } from './canvas-types.ts';
import type { Engine } from './engine.ts';
import { canDraw, handleOf, listen, open } from './open.ts';
import { styleOf } from './style.ts';
import { texts } from './texts.ts';

/** The map itself, with the drawing program; whoever shows one takes `StreetMap`. */
export function Canvas(props: CanvasProps) {
  const { label, interactive, hands = {}, stamp, onReady } = props;
  const place = useRef<HTMLDivElement>(null);
  const [engine, setEngine] = useState<Engine | null>(null);
  const style = useStyle(props);
  const begin = useEffectEvent((container: HTMLElement): Engine => {
    const map = open(container, style, props);
    onReady?.(handleOf(map));
    return map;
  });
  const heard = useEffectEvent(() => hands);

  useEffect(() => {
    if (place.current === null || !canDraw()) return;
    const map = begin(place.current);
    listen(map, () => heard());
    setEngine(map);
    return () => map.remove();
  }, [interactive]);
  useEffect(() => void engine?.setStyle(style), [engine, style]);
  useEffect(() => {
    if (stamp !== undefined && engine?.isStyleLoaded() === true) engine.refreshTiles('cases');
  }, [engine, stamp]);

  if (!canDraw()) return <p className="wait">{t(texts.cannotDraw)}</p>;
  return (
    <div ref={place} className="street-map-place" role={interactive ? 'region' : 'img'} aria-label={label} />
  );
}

/** Everything the map shows, as one style; made anew only when some of it changes. */
function useStyle({ ground: { box, edition, base }, look, filter, area, load, pairs }: CanvasProps) {
  const language = useLanguage();
  const { theme, by } = look;
  const layers = look.layers.join();
  const asked = JSON.stringify(filter);
  return useMemo(() => {
    const drawnIn = layers.includes('base') ? (base?.drawnIn ?? 'WGS84') : 'WGS84';
    const as = layers.includes('lights') ? 'lights' : 'clusters';
    return styleOf(
      { theme, language, by, layers: look.layers },
      {
        ground: groundAddress(edition, drawnIn),
        cases: caseAddress({ filter, by, as, drawnIn }),
        box: [box.west, box.south, box.east, box.north],
        base,
        area: area ?? [],
        load: load ?? new Map(),
        pairs: pairs ?? [],
      },
    );
    // oxlint-disable-next-line react/exhaustive-deps -- filter and layers are told apart by what they hold
  }, [theme, language, by, layers, asked, edition, base, box, area, load, pairs]);
}
