/** Refusals about where things are: coordinates, boundaries, unit codes. */
export const gridsRefusals = {
  'grids.coordinates_out_of_range': {
    status: 422,
    zh: '坐标超出范围：经度应在 -180 至 180 之间，纬度应在 -90 至 90 之间；请检查经纬度是否颠倒。',
    en: 'Coordinates are out of range: longitude lies between -180 and 180, latitude between -90 and 90. Check that they are not swapped.',
  },
  'grids.tile_out_of_range': {
    status: 400,
    zh: '瓦片编号超出该级别的范围：x、y 应小于 2 的 z 次方；请检查地图的瓦片地址。',
    en: 'There is no such tile: x and y must be less than 2 to the power of z. Check the address of the tiles.',
  },
  'grids.area_unusable': {
    status: 422,
    zh: '画的范围无法使用：边线相互交叉，或面积为零；请重画，三到六十个角点。',
    en: 'The drawn area cannot be used: its sides cross, or it holds nothing. Draw it again with three to sixty corners.',
  },
  'grids.shape_unusable': {
    status: 422,
    zh: '边界图形无法使用：请提供 GeoJSON 的 Polygon 或 MultiPolygon，每个环首尾闭合且至少四个点。',
    en: 'This boundary cannot be used. Send a GeoJSON Polygon or MultiPolygon whose rings are closed and have at least four points.',
  },
  'grids.code_malformed': {
    status: 422,
    zh: '编码格式不对：区县 6 位、街道 9 位、社区 12 位、网格 15 位，均为数字；请核对后重填。',
    en: 'This code is malformed: 6 digits for a district, 9 for a subdistrict, 12 for a community, 15 for a grid. Check it and enter it again.',
  },
  'grids.code_not_under_parent': {
    status: 422,
    zh: '编码与上级不符：下级编码应以上级编码开头；请核对所属单位或编码。',
    en: 'This code does not belong to its parent: a code begins with the code of the unit above. Check the unit or the code.',
  },
  'grids.too_many_grids': {
    status: 422,
    zh: '一个社区最多编 999 个网格；请先拆分社区或合并网格。',
    en: 'A community holds at most 999 grids. Divide the community or merge grids first.',
  },
} as const;
