import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import type { Both, Zone } from './types.ts';

/** What gets a grid of its own 专属网格, and about where (metres from the centre). */
export const SITES: readonly (Both & { readonly zone: Zone; readonly near: Position })[] = [
  { zone: 'park', zh: '青荷湖公园', en: 'Qinghe Lake Park', near: [1090, -700] },
  { zone: 'wetland', zh: '枫江湿地公园', en: 'Feng River Wetland Park', near: [-700, -1290] },
  { zone: 'mall', zh: '听枫里商业中心', en: 'Tingfengli Shopping Centre', near: [760, 230] },
  { zone: 'office', zh: '枫林中心', en: 'Fenglin Centre', near: [430, 560] },
  { zone: 'office', zh: '云桥大厦', en: 'Yunqiao Tower', near: [780, 560] },
  { zone: 'hospital', zh: '听枫医院', en: 'Tingfeng Hospital', near: [1180, 230] },
  { zone: 'school', zh: '听枫实验小学', en: 'Tingfeng Primary School', near: [560, -80] },
  { zone: 'school', zh: '橹声小学', en: 'Lusheng Primary School', near: [-1220, -200] },
  { zone: 'school', zh: '菱塘小学', en: 'Lingtang Primary School', near: [1280, -180] },
  { zone: 'school', zh: '荻溪小学', en: 'Dixi Primary School', near: [420, -1100] },
  { zone: 'school', zh: '听枫中学', en: 'Tingfeng Middle School', near: [-560, 530] },
  { zone: 'school', zh: '桂雨中学', en: 'Guiyu Middle School', near: [-700, -780] },
  { zone: 'school', zh: '示范区职业技术学校', en: 'Shifan Vocational School', near: [1300, 900] },
  { zone: 'industry', zh: '听枫科技产业园A区', en: 'Tingfeng Industrial Park, Area A', near: [-800, 1300] },
  { zone: 'industry', zh: '听枫科技产业园B区', en: 'Tingfeng Industrial Park, Area B', near: [-400, 1300] },
  { zone: 'industry', zh: '听枫科技产业园C区', en: 'Tingfeng Industrial Park, Area C', near: [0, 1300] },
  { zone: 'industry', zh: '听枫科技产业园D区', en: 'Tingfeng Industrial Park, Area D', near: [350, 1300] },
  { zone: 'industry', zh: '听枫科技产业园E区', en: 'Tingfeng Industrial Park, Area E', near: [800, 1250] },
  { zone: 'industry', zh: '纺织机械产业园', en: 'Textile Machinery Park', near: [-450, 1050] },
  { zone: 'industry', zh: '精密模具产业园', en: 'Precision Mould Park', near: [0, 1050] },
  { zone: 'industry', zh: '光电产业园', en: 'Optoelectronics Park', near: [350, 1050] },
  { zone: 'industry', zh: '新材料产业园', en: 'New Materials Park', near: [800, 1000] },
  { zone: 'industry', zh: '北塘物流园', en: 'Beitang Logistics Park', near: [-450, 820] },
  { zone: 'industry', zh: '智造创新园', en: 'Smart Manufacturing Park', near: [0, 820] },
  { zone: 'industry', zh: '电机产业园', en: 'Electric Motor Park', near: [380, 820] },
  { zone: 'industry', zh: '北塘河工业坊', en: 'Beitang Workshops', near: [850, 800] },
  { zone: 'industry', zh: '橹声工业坊', en: 'Lusheng Workshops', near: [-900, 850] },
];
