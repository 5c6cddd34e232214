import { done } from './enter.js';

/** WeChat shows at most three at once. */
const MOST = 3;

/** Asks, at a press of somebody, which messages they want; tells the district's service what they accepted, and returns it. */
export async function subscribe(wx, { templates, subscribeUrl }) {
  const asked = templates.slice(0, MOST);
  if (asked.length === 0) return [];
  const answer = await done((how) => wx.requestSubscribeMessage({ tmplIds: asked, ...how }));
  const accepted = asked.filter((template) => answer[template] === 'accept');
  if (accepted.length === 0) return [];
  const { code } = await done((how) => wx.login(how));
  await done((how) => wx.request({ url: subscribeUrl, method: 'POST', data: { code, accepted }, ...how }));
  return accepted;
}
