import { type BindingPattern, type ParamPattern, parseSync, Visitor } from 'oxc-parser';

/** A name as a source file declares it. */
export type DeclaredName = { name: string; path: string; line: number };

/**
 * Every name that a source file declares: variables, parameters, functions, classes, types, and members
 * of classes and types. Properties of object literals are declared by a type elsewhere, and names that
 * a pattern only takes over (`{ id, seen } = input`) by what it takes them from.
 */
export function readDeclaredNames(path: string, source: string): DeclaredName[] {
  const found: { name: string; start: number }[] = [];
  const add = ({ name, start }: { name: string; start: number }) => found.push({ name, start });
  const pattern = (node: BindingPattern | ParamPattern) => {
    for (const identifier of identifiersIn(node)) add(identifier);
  };
  const member = ({ key, computed }: { key: { type: string }; computed: boolean }) => {
    const named = key as { type: string; name: string; start: number };
    if (!computed && /^(?:Private)?Identifier$/.test(named.type)) add(named);
  };
  const called = ({
    id,
    params,
  }: {
    id: { name: string; start: number } | null;
    params: ParamPattern[];
  }) => {
    if (id !== null) add(id);
    params.forEach(pattern);
  };
  new Visitor({
    VariableDeclarator: ({ id }) => pattern(id),
    CatchClause: ({ param }) => void (param && pattern(param)),
    FunctionDeclaration: called,
    FunctionExpression: called,
    ArrowFunctionExpression: ({ params }) => params.forEach(pattern),
    ClassDeclaration: ({ id }) => void (id && add(id)),
    TSTypeAliasDeclaration: ({ id }) => void add(id),
    TSInterfaceDeclaration: ({ id }) => void add(id),
    TSEnumDeclaration: ({ id }) => void add(id),
    TSPropertySignature: member,
    TSMethodSignature: member,
    PropertyDefinition: member,
    MethodDefinition: member,
  }).visit(parseSync(path, source).program);
  return found.map(({ name, start }) => ({
    ...{ name, path },
    line: source.slice(0, start).split('\n').length,
  }));
}

type Named = { name: string; start: number };

function identifiersIn(node: BindingPattern | ParamPattern): Named[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'ObjectPattern':
      return node.properties.flatMap((property) =>
        property.type === 'RestElement'
          ? identifiersIn(property.argument)
          : property.shorthand
            ? []
            : identifiersIn(property.value),
      );
    case 'ArrayPattern':
      return node.elements.flatMap((element) => (element === null ? [] : identifiersIn(element)));
    case 'AssignmentPattern':
      return identifiersIn(node.left);
    case 'RestElement':
      return identifiersIn(node.argument);
    case 'TSParameterProperty':
      return identifiersIn(node.parameter);
  }
}
