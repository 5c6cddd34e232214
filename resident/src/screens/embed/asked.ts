/** What another app asks for behind the #: `#token=…&to=/report`. Only an address of this app is a place to go to. */
export function askedOf(hash: string): { token: string | null; to: string } {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const to = asked.get('to') ?? '/';
  return { token: asked.get('token'), to: /^\/(?![/\\])/.test(to) ? to : '/' };
}
