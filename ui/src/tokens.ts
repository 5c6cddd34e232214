/** The look, told once: 粉墙黛瓦 by day, 枫桥夜泊 on the wall. Colours of `day` have 4.5:1 or more on page and card unless named border. */
export const day = {
  page: '#FAF8F5',
  card: '#FFFFFF',
  ink: '#1D2327',
  tile: '#4A545C',
  hint: '#66717A',
  river: '#1F6468',
  riverSoft: '#E6F0F0',
  maple: '#A93B27',
  mapleSoft: '#FBEDEA',
  bamboo: '#2E6B3E',
  bambooSoft: '#E9F2EB',
  ochre: '#8A5300',
  ochreSoft: '#FBF1E0',
  line: '#E4E0DA',
  border: '#7F8990',
} as const;

export const wall = {
  ink: '#101C26',
  panel: '#182834',
  line: '#2C3F4D',
  paper: '#EDE9E0',
  lantern: '#F0B35A',
  river: '#6FC2BF',
  bamboo: '#8CCB8F',
  maple: '#F08A70',
} as const;

export const font = "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', system-ui, sans-serif";
export const sizes = { xs: 12, s: 14, m: 16, l: 20, xl: 24, xxl: 32, figure: 44, wall: 88 } as const;
export const radius = 6;
