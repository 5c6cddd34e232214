import { series, themes, type, type ThemeName } from '@fengqiao/ui/tokens.ts';

/** The tokens of the product as ECharts wants them; a chart has at most five series, each told beside its line. */
export function chartTheme(name: ThemeName): object {
  const look = themes[name];
  const axis = {
    axisLine: { lineStyle: { color: look.border } },
    axisTick: { show: false },
    axisLabel: { color: look.tile },
    splitLine: { lineStyle: { color: look.line } },
  };
  return {
    color: [...series[name]],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: type.family, color: look.ink },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
  };
}
