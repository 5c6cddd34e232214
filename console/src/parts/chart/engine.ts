import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as load } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { series as colours, themes, type ThemeName } from '@fengqiao/ui/tokens.ts';
import { chartTheme } from './theme.ts';

load([LineChart, GridComponent, LabelLayout, SVGRenderer]);

export type Series = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Which of the five colours of the tokens; in their order unless told. */
  readonly tone?: number;
};
export type Drawing = {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Layers that add up, or lines of their own. */
  readonly stacked: boolean;
  readonly share: boolean;
  /** The smallest type on it, in pixels. */
  readonly size: number;
  readonly theme: ThemeName;
};

const SETTLE_MS = 60;

/** Draws into a box and follows its size; gives the way to take it down. Nothing moves. */
export function draw(box: HTMLElement, drawing: Drawing): () => void {
  const chart = init(box, chartTheme(drawing.theme), { renderer: 'svg' });
  chart.setOption(optionOf(drawing));
  scalable(box);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const watch = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      chart.resize();
      scalable(box);
    }, SETTLE_MS);
  });
  watch.observe(box);
  return () => {
    clearTimeout(waiting);
    watch.disconnect();
    chart.dispose();
  };
}

/** On paper the drawing takes the width there is. */
function scalable(box: HTMLElement): void {
  box.querySelector('svg')?.setAttribute('viewBox', `0 0 ${box.clientWidth} ${box.clientHeight}`);
}

function optionOf({ labels, series, stacked, share, size, theme }: Drawing): Record<string, unknown> {
  const widest = Math.max(...series.map(({ name }) => widthOf(name)));
  return {
    animation: false,
    grid: { left: 0, right: (widest + 1) * size, top: size, bottom: 0, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...labels],
      boundaryGap: false,
      axisLabel: { fontSize: size, margin: size * 0.7, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: share ? 0 : 1,
      splitNumber: 4,
      axisLabel: { fontSize: size, ...(share ? { formatter: '{value}%' } : {}) },
    },
    series: series.map(({ name, values, tone }, at) => ({
      type: 'line',
      name,
      data: [...values],
      symbol: 'none',
      color: colours[theme][tone ?? at],
      lineStyle: { width: stacked ? size / 10 : size / 5 },
      ...(stacked ? { stack: 'all', areaStyle: { opacity: 0.5 } } : {}),
      endLabel: {
        show: true,
        formatter: '{a}',
        fontSize: size,
        color: colours[theme][tone ?? at],
        textBorderColor: themes[theme].card,
        textBorderWidth: 3,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      emphasis: { disabled: true },
      silent: true,
    })),
  };
}

/** About how wide a word is, in letters of its size: a Chinese sign is as wide as high, a Latin letter half so. */
const widthOf = (word: string): number =>
  [...word].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.55), 0);
