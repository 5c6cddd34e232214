import { Button, Space } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import type { useDrawing } from './drawing.ts';
import { texts } from './texts.ts';

/** What may be done while an area is drawn; each by a button as well as by a key. */
export function DrawBar({ drawing }: { drawing: ReturnType<typeof useDrawing> }) {
  const count = drawing.corners?.length ?? 0;
  return (
    <div className="draw-bar">
      <p className="small">{t(texts.drawHow)}</p>
      <Space wrap>
        <output className="number" aria-live="polite">
          {t(texts.corners, { n: count })}
        </output>
        <Button size="small" onClick={drawing.addMiddle}>
          {t(texts.addCorner)}
        </Button>
        <Button size="small" disabled={count === 0} onClick={drawing.undo}>
          {t(texts.undoCorner)}
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={!drawing.complete}
          title={drawing.complete ? '' : t(texts.cornersNeeded)}
          onClick={drawing.finish}
        >
          {t(texts.finish)}
        </Button>
        <Button size="small" onClick={drawing.cancel}>
          {t(texts.cancel)}
        </Button>
      </Space>
    </div>
  );
}
