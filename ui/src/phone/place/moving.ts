import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type WheelEvent } from 'react';
import { shifted, zoomed, type Size, type View } from './view.ts';

const tapPixels = 8;
const stepPixels = 24;

type Moves = { view: View; size: Size; onMove: (view: View) => void; onSettle: (view: View) => void };

/** Drag, pinch, wheel, touch and keys; a touch without a drag does what a drag does. */
export function useMoving({ view, size, onMove, onSettle }: Moves) {
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const far = useRef(0);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  const move = (next: View) => {
    latest.current = next;
    onMove(next);
  };
  const settle = (next: View) => {
    move(next);
    onSettle(next);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      if (fingers.current.size === 0) far.current = 0;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const last = fingers.current.get(event.pointerId);
      if (last === undefined) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      far.current += Math.abs(now.x - last.x) + Math.abs(now.y - last.y);
      fingers.current.set(event.pointerId, now);
      if (other !== undefined)
        move(zoomed(latest.current, between(last, other) / Math.max(1, between(now, other))));
      else if (far.current > tapPixels) move(shifted(latest.current, last.x - now.x, last.y - now.y));
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      if (!fingers.current.delete(event.pointerId) || fingers.current.size > 0) return;
      const box = event.currentTarget.getBoundingClientRect();
      const touched = far.current <= tapPixels;
      settle(
        touched
          ? shifted(
              latest.current,
              event.clientX - box.left - size.width / 2,
              event.clientY - box.top - size.height / 2,
            )
          : latest.current,
      );
    },
    onPointerCancel: (event: PointerEvent<HTMLDivElement>) => void fingers.current.delete(event.pointerId),
    onWheel: (event: WheelEvent) => move(zoomed(latest.current, event.deltaY > 0 ? 1.25 : 0.8)),
    onKeyDown: (event: KeyboardEvent) => {
      const next = afterKey(event.key, latest.current);
      if (next === null) return;
      event.preventDefault();
      settle(next);
    },
  };
}

function afterKey(key: string, view: View): View | null {
  switch (key) {
    case 'ArrowLeft':
      return shifted(view, -stepPixels, 0);
    case 'ArrowRight':
      return shifted(view, stepPixels, 0);
    case 'ArrowUp':
      return shifted(view, 0, -stepPixels);
    case 'ArrowDown':
      return shifted(view, 0, stepPixels);
    case '+':
    case '=':
      return zoomed(view, 0.7);
    case '-':
      return zoomed(view, 1.4);
    case 'Enter':
      return view;
    default:
      return null;
  }
}

const between = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y);
