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
} as const;
