import type { ThemeConfig } from 'antd';
import { shape, themes, type } from '@fengqiao/ui/tokens.ts';

const { day } = themes;

/** The tokens of the product as antd wants them. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: day.primary,
    colorInfo: day.primary,
    colorLink: day.primary,
    colorSuccess: day.good,
    colorWarning: day.warn,
    colorError: day.urgent,
    colorText: day.ink,
    colorTextSecondary: day.tile,
    colorTextTertiary: day.hint,
    colorTextDescription: day.hint,
    colorTextPlaceholder: day.hint,
    colorTextDisabled: day.hint,
    colorBgLayout: day.page,
    colorBgContainer: day.card,
    colorBorder: day.border,
    colorBorderSecondary: day.line,
    colorSplit: day.line,
    borderRadius: shape.radius,
    fontFamily: type.family,
    fontSize: 14,
    // The style sheet takes all transitions away; nothing then waits for the end of one.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationSlow: '0.2s',
    motionDurationMid: '0.16s',
    motionDurationFast: '0.1s',
    boxShadow: shape.overlay,
    boxShadowSecondary: shape.overlay,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: day.sunk,
      headerColor: day.tile,
      rowHoverBg: day.primarySoft,
      headerSplitColor: 'transparent',
      cellPaddingInline: 10,
      cellPaddingInlineSM: 10,
    },
    Tabs: { horizontalItemPadding: '10px 0', horizontalMargin: '0 0 12px 0' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Drawer: { paddingLG: 20 },
    Segmented: {
      itemSelectedBg: day.primarySoft,
      itemSelectedColor: day.primary,
      trackBg: day.sunk,
    },
    Tooltip: { colorBgSpotlight: day.ink },
  },
};
