const WAIT_MS = 8_000;

/** Only a page of the platform is a place to go to. */
export const inside = (to) => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

/**
 * The address to open in the web-view: with a hand-over token where the district's service gave one, else without, since
 * nobody has to be signed in to report. The token stands behind the #, so that it is written into no log.
 */
export async function entryUrl(wx, { site, handOverUrl }, to) {
  const token = await tokenFrom(wx, handOverUrl).catch(() => null);
  const asked = token === null ? '' : `token=${encodeURIComponent(token)}&`;
  return `${site}/embed#${asked}to=${encodeURIComponent(inside(to))}`;
}

async function tokenFrom(wx, url) {
  const { code } = await done((how) => wx.login({ timeout: WAIT_MS, ...how }));
  const reply = await done((how) =>
    wx.request({ url, method: 'POST', timeout: WAIT_MS, data: { code }, ...how }),
  );
  const token = reply.statusCode === 200 ? reply.data?.token : undefined;
  if (typeof token !== 'string') throw new Error('The district’s service handed nobody over.');
  return token;
}

/** A call of WeChat as a promise. */
export const done = (call) => new Promise((success, fail) => void call({ success, fail }));
