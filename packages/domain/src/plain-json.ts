/**
 * The data transformer of the API and its client: what is sent is plain JSON already (instants are
 * strings), so nothing changes on the way. With a transformer set, tRPC keeps the output types as
 * they are; without one it maps them to what JSON might turn them into, which the domain's types no
 * longer fit.
 */
export const plainJson = {
  serialize: <Value>(value: Value): Value => value,
  deserialize: <Value>(value: Value): Value => value,
};
