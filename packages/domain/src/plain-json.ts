/**
 * The data transformer of the API and its client: what is sent is plain JSON already (instants are
 * strings), so nothing changes on the way. That there is one tells tRPC so; without it, its types
 * of outputs are what JSON might make of them, which the domain's types no longer fit.
 */
export const plainJson = {
  serialize: <Value>(value: Value): Value => value,
  deserialize: <Value>(value: Value): Value => value,
};
