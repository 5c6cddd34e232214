import { config } from '../../config.js';
import { subscribe } from '../../lib/subscribe.js';

Page({
  data: { hotline: config.hotline, maySubscribe: config.templates.length > 0, said: '' },
  report() {
    this.open('/report');
  },
  enter() {
    this.open('/');
  },
  open(to) {
    wx.navigateTo({ url: `/pages/web/index?to=${encodeURIComponent(to)}` });
  },
  call() {
    wx.makePhoneCall({ phoneNumber: config.hotline });
  },
  /** WeChat asks only at a press, so it cannot be done in passing. */
  async subscribe() {
    const accepted = await subscribe(wx, config).catch(() => []);
    this.setData({
      said: accepted.length > 0 ? '好的，有进展会告诉您。' : '没有订阅；进展随时可以在这里查看。',
    });
  },
});
