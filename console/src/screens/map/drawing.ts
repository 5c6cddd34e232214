import { useState, type KeyboardEvent } from 'react';
import type { Corner, Handle } from '../../parts/map/canvas-types.ts';

const STEP_PIXELS = 40;
const MOST_CORNERS = 60;
const LEAST_CORNERS = 3;

/** Draws an area corner by corner: with a mouse where it is pressed, by keyboard at the cross in the middle of the map. */
export function useDrawing(handle: Handle | null, onDone: (corners: readonly Corner[]) => void) {
  const [corners, setCorners] = useState<readonly Corner[] | null>(null);
  const add = (corner: Corner) =>
    setCorners((before) => (before === null || before.length >= MOST_CORNERS ? before : [...before, corner]));
  const addMiddle = () => {
    if (handle !== null) add(handle.middle());
  };
  const undo = () => setCorners((before) => before?.slice(0, -1) ?? null);
  /** Whoever draws by keyboard goes on where they were: at the map. */
  const leave = () => {
    setCorners(null);
    handle?.focus();
  };
  const complete = corners !== null && corners.length >= LEAST_CORNERS;
  const finish = () => {
    if (!complete) return;
    leave();
    onDone(withoutTwins(corners));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => handle?.push(-STEP_PIXELS, 0),
    ArrowRight: () => handle?.push(STEP_PIXELS, 0),
    ArrowUp: () => handle?.push(0, -STEP_PIXELS),
    ArrowDown: () => handle?.push(0, STEP_PIXELS),
    '+': () => handle?.zoomBy(1),
    '=': () => handle?.zoomBy(1),
    '-': () => handle?.zoomBy(-1),
    Enter: addMiddle,
    Backspace: undo,
    Escape: leave,
  };
  /** Taken on the way down, so that the map does not move by the same press. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const act = event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? finish : keys[event.key];
    if (corners === null || act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return {
    corners,
    complete,
    begin: () => setCorners([]),
    add,
    addMiddle,
    undo,
    finish,
    cancel: leave,
    onKeyDownCapture,
  };
}

/** A double press sets its corner twice. */
const withoutTwins = (corners: readonly Corner[]) =>
  corners.filter((corner, i) => {
    const before = corners[i - 1];
    return before === undefined || Math.hypot(corner[0] - before[0], corner[1] - before[1]) > 2e-5;
  });
