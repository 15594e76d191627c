/** The parts of a syntax tree path that are needed here. */
type Path = {
  key: string | number | null;
  parent: { type: string; callee?: { name?: string } } | null;
};

/** A reason's message, its second argument, is wording: a test of it would repeat it. */
const isSentence = ({ key, parent }: Path): boolean =>
  key === 1 && parent?.type === 'CallExpression' && parent.callee?.name === 'reason';

/** The export that Stryker expects of a plugin: here one that says which places are not mutated. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'sentences',
    value: {
      shouldIgnore: (path: Path) =>
        isSentence(path) ? 'The sentence of a reason is wording.' : undefined,
    },
  },
];
