/** Refusals about service items. */
export const servicesRefusals = {
  'services.phone_needed': {
    status: 422,
    zh: '请留一个电话，我们才能给您回电；也可以直接拨打页面上的电话。',
    en: 'Leave a phone number so that we can call you; or phone the number on this page yourself.',
  },
  'services.place_needed': {
    status: 422,
    zh: '请告诉我们上门的地址。',
    en: 'Tell us the address to come to.',
  },
  'services.no_place': {
    status: 409,
    zh: '本街道还没有导入边界，暂时不能在线预约回电；请直接拨打页面上的电话。',
    en: 'The boundaries of this subdistrict are not loaded yet, so this cannot be asked here; please phone the number on this page.',
  },
  'services.from_past': {
    status: 422,
    zh: '生效日期最早是今天，请改一个日期。',
    en: 'It can hold from today at the earliest; choose another day.',
  },
  'services.changed_meanwhile': {
    status: 409,
    zh: '这个事项刚被别人改过，请刷新后再改。',
    en: 'Somebody has changed this item meanwhile; reload it, then change it.',
  },
  'services.unit_unknown': {
    status: 422,
    zh: '本街道没有所填的单位，请从单位里选。',
    en: 'The subdistrict has no such unit; choose one of its units.',
  },
  'services.in_force': {
    status: 409,
    zh: '这一版已经生效，不能撤回；请另改一版，或者下架。',
    en: 'This version is in force and cannot be taken back; make another, or withdraw the item.',
  },
} as const;
