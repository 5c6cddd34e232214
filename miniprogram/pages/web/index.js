import { config } from '../../config.js';
import { entryUrl, inside } from '../../lib/enter.js';

Page({
  data: { url: '' },
  async onLoad({ to = '' }) {
    this.setData({ url: await entryUrl(wx, config, decodeURIComponent(to)) });
  },
  /** What is shared opens the same page for somebody else, with their own sign-in. */
  onShareAppMessage({ webViewUrl = '' }) {
    const path = inside(webViewUrl.replace(config.site, '').split('#')[0]);
    return { title: '住枫桥', path: `/pages/web/index?to=${encodeURIComponent(path)}` };
  },
});
