/** Refusals in the words of GeoReport v2, which fixes their statuses. */
export const open311Refusals = {
  'cases.open311_invalid': {
    status: 400,
    zh: '请求参数不正确，请按所列逐项更正。',
    en: 'The request is not right; correct what is listed.',
  },
  'cases.open311_path': {
    status: 404,
    zh: '没有这个地址，请对照 GeoReport v2 检查网址、格式和方法。',
    en: 'There is no such address. Check the URL, its format and the method against GeoReport v2.',
  },
  'cases.open311_jurisdiction': {
    status: 404,
    zh: '没有这个 jurisdiction_id，请使用街道代码。',
    en: 'The jurisdiction_id was not found; it is the key of a subdistrict.',
  },
  'cases.open311_service': {
    status: 404,
    zh: '没有这个 service_code，请从 GET services 中选择。',
    en: 'The service_code was not found; choose one of GET services.',
  },
  'cases.open311_request': {
    status: 404,
    zh: '没有这个 service_request_id，或它不对外公开。',
    en: 'The service_request_id was not found, or is not public. Check the number.',
  },
  'cases.open311_token': {
    status: 404,
    zh: '没有这个 token，请核对查询码。',
    en: 'The token was not found; check the tracking code.',
  },
  'cases.open311_key': {
    status: 403,
    zh: '缺少 api_key 或 api_key 无效，请向街道管理员申请。',
    en: 'The api_key is missing or invalid; ask the administrator of the subdistrict for one.',
  },
  'cases.open311_address': {
    status: 400,
    zh: '找不到这个地址，请改用 lat 与 long。',
    en: 'This address was not found; send lat and long instead.',
  },
} as const;
