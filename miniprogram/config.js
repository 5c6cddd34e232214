/** What the district fills in; everything here is public. */
export const config = {
  /** Where the platform is; the same host is registered as business domain 业务域名 of the mini-program. */
  site: 'https://fengqiao.example.gov.cn',
  /** The district's own service that knows whose WeChat login it is and signs the hand-over token. */
  handOverUrl: 'https://app.example.gov.cn/fengqiao/hand-over',
  /** The same service, told which messages somebody subscribed to. */
  subscribeUrl: 'https://app.example.gov.cn/fengqiao/subscriptions',
  /** Templates of subscribe messages 订阅消息, three at most: progress, result, question. */
  templates: [],
  hotline: '12345',
};
