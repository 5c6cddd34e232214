/**
 * Stands in for typebox in the phone apps. There an operation of the contract is only its method and path: what is said
 * is checked by the server, and the library that builds the schemas would be a sixth of the first download.
 */
const build: ProxyHandler<object> = {
  get: (_none, name) => (name === 'Object' ? (properties: object) => ({ properties }) : () => ({})),
};

// The contract imports typebox by its default.
// oxlint-disable-next-line no-default-export
export default new Proxy({}, build);
