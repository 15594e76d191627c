import { join } from 'node:path';
// TypeScript 5, in this package alone: version 7 has no stable interface for programs.
import ts from 'typescript';
import { TypePrinter } from './type-printer.ts';

const home = join(import.meta.dirname, '..');
const contractFile = join(import.meta.dirname, 'contract.ts');
const domain = join(home, '../domain/src');

const preamble = `/** What each call takes besides its input. */
export type CallOptions = { signal?: AbortSignal };

type Arguments<Input> = [Input] extends [undefined]
  ? [input?: undefined, options?: CallOptions]
  : undefined extends Input
    ? [input?: Input, options?: CallOptions]
    : [input: Input, options?: CallOptions];

/** A call that reads. */
export type Query<Input, Output> = { query: (...args: Arguments<Input>) => Promise<Output> };

/** A call that changes something. */
export type Mutation<Input, Output> = { mutate: (...args: Arguments<Input>) => Promise<Output> };
`;

/**
 * Writes the types of all calls, and of problems, as declarations without imports: programs that use the
 * package need none of the libraries with which the API is made.
 */
export function writeContract(): string {
  const { config } = ts.readConfigFile(join(home, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, home);
  const program = ts.createProgram([contractFile], options);
  const checker = program.getTypeChecker();
  const exported = new Map(exportsOf(checker, program.getSourceFile(contractFile)));
  const find = (name: string) => {
    const type = exported.get(name);
    if (type === undefined) throw new Error(`no type ${name} in ${contractFile}`);
    return type;
  };
  const names = namesOfDomain(program, checker).set(find('Problem'), 'Problem');
  const printer = new TypePrinter(checker, names);
  const interfaces = [
    `/** What anybody may call. */\nexport interface PublicCalls ${calls(find('PublicCalls'), 'PublicCalls')}`,
    `/** What an account may call besides. */\nexport interface AccountCalls ${calls(find('AccountCalls'), 'AccountCalls')}`,
  ];
  printer.print(find('Problem'), 'Problem');
  const named = [...printer.declarations].map(([name, text]) => `export type ${name} = ${text};`);
  return [preamble, ...named.sort(), ...interfaces, ''].join('\n\n');

  function calls(type: ts.Type, at: string): string {
    const lines = checker.getPropertiesOfType(type).map((property) => {
      const part = checker.getTypeOfSymbol(property);
      const path = `${at}.${property.name}`;
      return `${property.name}: ${call(part, path) ?? calls(part, path)};`;
    });
    return `{\n${lines.join('\n')}\n}`;
  }

  function call(type: ts.Type, at: string): string | null {
    const [kind, input, output] = ['kind', 'input', 'output'].map((name) => {
      const property = type.getProperty(name);
      return property && printer.print(checker.getTypeOfSymbol(property), `${at}.${name}`);
    });
    if (kind === undefined || input === undefined || output === undefined) return null;
    const noInput = input === 'void' ? 'undefined' : input;
    return `${kind === '"query"' ? 'Query' : 'Mutation'}<${noInput}, ${output}>`;
  }
}

/** The types that the domain exports, by name, where they have fields or choices. */
function namesOfDomain(program: ts.Program, checker: ts.TypeChecker): Map<ts.Type, string> {
  const names = new Map<ts.Type, string>();
  for (const source of program.getSourceFiles()) {
    if (!source.fileName.startsWith(domain)) continue;
    for (const [name, type] of exportsOf(checker, source))
      if ((type.isUnion() || type.flags & ts.TypeFlags.Object) && !names.has(type))
        names.set(type, name);
  }
  return names;
}

function exportsOf(
  checker: ts.TypeChecker,
  source: ts.SourceFile | undefined,
): [name: string, type: ts.Type][] {
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const isAlias = exported.flags & ts.SymbolFlags.Alias;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const isType = symbol.flags & (ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface);
    return isType ? [[symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]] : [];
  });
}
