/**
 * The network an address lies in: of IPv4 its first three numbers (10.1.2.0/24), of IPv6 its first three groups (/48). Which
 * machine it was is told by a keyed mark, since a whole address may lead to somebody's home.
 */
export function networkOf(address: string): string | null {
  const v4 = /(?:^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(address);
  if (v4 !== null) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`;
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':')) return null;
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle =
    tail === undefined ? [] : Array.from({ length: 8 - groups.length - after.length }, () => '0');
  return `${[...groups, ...middle, ...after].slice(0, 3).join(':')}::/48`;
}
