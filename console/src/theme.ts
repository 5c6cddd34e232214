import { theme as antd, type ThemeConfig } from 'antd';
import { shape, themes, type ThemeName } from '@fengqiao/ui/tokens.ts';

const edge = `drop-shadow(0 0 1px ${themes.wall.border})`;
/** A line around a popover and its arrow, where a shadow shows nothing; antd has this token without naming it in its types. */
const popoverEdge = { dropShadowPopover: `${edge} ${edge}` };

const made: Record<ThemeName, ThemeConfig> = { day: build('day'), wall: build('wall') };

/** The tokens of the product as antd wants them, by day or as on the wall. */
export const themeOf = (name: ThemeName): ThemeConfig => made[name];

function build(name: ThemeName): ThemeConfig {
  const look = themes[name];
  return {
    algorithm: name === 'wall' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: look.primary,
      colorInfo: look.primary,
      colorLink: look.primary,
      colorSuccess: look.good,
      colorWarning: look.warn,
      colorError: look.urgent,
      colorText: look.ink,
      colorTextSecondary: look.tile,
      colorTextTertiary: look.hint,
      colorTextDescription: look.hint,
      colorTextPlaceholder: look.hint,
      colorTextDisabled: look.hint,
      colorTextLightSolid: look.onPrimary,
      colorBgBase: look.card,
      colorBgLayout: look.page,
      colorBgContainer: look.card,
      colorBgElevated: look.card,
      colorBorder: look.border,
      colorBorderSecondary: look.line,
      colorSplit: look.line,
      borderRadius: shape.radius,
      // The page's own, which is another one for English.
      fontFamily: 'inherit',
      fontSize: 14,
      // The style sheet takes all transitions away; nothing then waits for the end of one.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationSlow: '0.2s',
      motionDurationMid: '0.16s',
      motionDurationFast: '0.1s',
      boxShadow: overlayOf(name),
      boxShadowSecondary: overlayOf(name),
      wireframe: false,
      ...exact(name),
    },
    components: componentsOf(name),
  };
}

/** A shadow shows nothing on the wall; there a line tells what lies on top. */
function overlayOf(name: ThemeName): string {
  return name === 'day' ? shape.overlay : `0 0 0 1px ${themes.wall.border}, ${shape.overlay}`;
}

/** On the wall antd would mix darker shades of its own, and by day greyer ones, and one of ochre on which no link can be read. */
function exact(name: ThemeName): ThemeConfig['token'] {
  const look = themes[name];
  if (name === 'day')
    return {
      colorWarningBg: look.warnSoft,
      colorErrorBg: look.urgentSoft,
      colorSuccessBg: look.goodSoft,
      colorInfoBg: look.primarySoft,
    };
  return {
    colorPrimaryHover: look.primaryHover,
    colorLinkHover: look.primaryHover,
    colorPrimaryBg: look.primarySoft,
    colorInfoBg: look.primarySoft,
    colorSuccessBg: look.goodSoft,
    colorWarningBg: look.warnSoft,
    colorErrorBg: look.urgentSoft,
    colorBorderDisabled: look.line,
    ...popoverEdge,
    controlItemBgActive: look.primarySoft,
    controlItemBgHover: look.calmSoft,
    colorBgTextHover: look.calmSoft,
  };
}

/** On the wall antd would dull the colours that it is given. */
function pure(name: ThemeName) {
  const look = themes[name];
  if (name === 'day') return {};
  return {
    colorPrimary: look.primary,
    colorPrimaryHover: look.primaryHover,
    colorPrimaryActive: look.primaryHover,
    colorLink: look.primary,
    colorLinkHover: look.primaryHover,
    colorLinkActive: look.primaryHover,
    colorError: look.urgent,
  };
}

function componentsOf(name: ThemeName): NonNullable<ThemeConfig['components']> {
  const look = themes[name];
  return {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      fontWeight: 500,
      primaryColor: look.onPrimary,
      dangerColor: look.onPrimary,
      ...pure(name),
    },
    Table: {
      headerBg: look.sunk,
      headerColor: look.tile,
      rowHoverBg: look.primarySoft,
      rowSelectedBg: look.primarySoft,
      rowSelectedHoverBg: look.primarySoft,
      headerSplitColor: 'transparent',
      headerSortActiveBg: look.sunk,
      headerSortHoverBg: look.calmSoft,
      bodySortBg: 'transparent',
      cellPaddingInline: 10,
      cellPaddingInlineSM: 10,
    },
    Tabs: { horizontalItemPadding: '10px 0', horizontalMargin: '0 0 12px 0', ...pure(name) },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Drawer: { paddingLG: 20 },
    Segmented: {
      itemSelectedBg: look.primarySoft,
      itemSelectedColor: look.primary,
      trackBg: look.sunk,
    },
    Tooltip: {
      colorBgSpotlight: name === 'day' ? look.ink : look.line,
      colorTextLightSolid: name === 'day' ? look.card : look.ink,
    },
  };
}
