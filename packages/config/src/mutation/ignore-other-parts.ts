/** The parts of a syntax tree path that are needed here. */
type Path = {
  node: { start?: number | null; end?: number | null };
  parent: { type: string } | null;
};

/** `2/8`: the second of eight parts. */
const PART = /^(\d+)\/(\d+)$/;
const [, part = '1', parts = '1'] = PART.exec(process.env.MUTATION_PART ?? '') ?? [];

/**
 * Spreads the functions and tables of a file over the parts, by where they begin and end. The product's
 * high bits decide: its low ones are the same for all functions of one length.
 */
const partOf = ({ start, end }: Path['node']): number => {
  const hash = Math.imul((start ?? 0) * 31 + (end ?? 0), 2_654_435_761) >>> 0;
  return Math.floor((hash / 2 ** 32) * Number(parts)) + 1;
};

const isOfAnotherPart = ({ node, parent }: Path): boolean =>
  parent?.type === 'Program' && partOf(node) !== Number(part);

/**
 * A plugin for Stryker that leaves out what is of another part, so that a run takes minutes and its
 * score is that of a sample: every function of the package is in exactly one of the parts.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'other-parts',
    value: {
      shouldIgnore: (path: Path) =>
        isOfAnotherPart(path) ? 'It is in another part of the package.' : undefined,
    },
  },
];
