import ts from 'typescript';

/**
 * Prints types as declarations that refer to no library and no other file. A type that the domain has a
 * name for is declared once under that name, and so is a type that contains itself.
 */
export class TypePrinter {
  /** The printed declarations: the text by name. */
  readonly declarations = new Map<string, string>();
  readonly #checker: ts.TypeChecker;
  readonly #names: Map<ts.Type, string>;
  #recursive = 0;
  /** The types that are being printed, each a part of the one before. */
  readonly #inside: ts.Type[] = [];

  /** @param names the names of types that have one */
  constructor(checker: ts.TypeChecker, names: ReadonlyMap<ts.Type, string>) {
    this.#checker = checker;
    this.#names = new Map(names);
  }

  /** @param at the call and the field that the type is of, for messages */
  print(type: ts.Type, at: string): string {
    const isInside = this.#inside.includes(type);
    // The array of a list inside a list: the list has the name.
    if (isInside && !this.#checker.isArrayType(type) && !this.#names.has(type)) {
      this.#recursive += 1;
      this.#names.set(type, type.aliasSymbol?.name ?? `Recursive${this.#recursive}`);
    }
    const known = this.#names.get(type);
    if (known !== undefined && (isInside || this.declarations.has(known))) return known;
    const text = this.#structure(type, known ?? at);
    const name = this.#names.get(type);
    if (name === undefined) return text;
    if (this.declarations.has(name)) throw new Error(`two types have the name ${name}`);
    this.declarations.set(name, text);
    return name;
  }

  #structure(type: ts.Type, at: string): string {
    if (this.#inside.length > 60) throw new Error(`the type of ${at} has no end`);
    this.#inside.push(type);
    try {
      return this.#primitive(type, at) ?? this.#composite(type, at);
    } finally {
      this.#inside.pop();
    }
  }

  #primitive(type: ts.Type, at: string): string | null {
    const { flags } = type;
    if (flags & ts.TypeFlags.Any) throw new Error(`the type of ${at} is not known`);
    if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
    const simple =
      ts.TypeFlags.Unknown |
      ts.TypeFlags.String |
      ts.TypeFlags.Number |
      ts.TypeFlags.BooleanLiteral |
      ts.TypeFlags.Boolean |
      ts.TypeFlags.Null |
      ts.TypeFlags.Undefined |
      ts.TypeFlags.Void |
      ts.TypeFlags.Never |
      ts.TypeFlags.TemplateLiteral;
    return flags & simple ? this.#checker.typeToString(type) : null;
  }

  #composite(type: ts.Type, at: string): string {
    if (type.isUnion()) return this.#union(type.types, at);
    if (type.isIntersection() && !isObject(type)) {
      const parts = type.types.map((part) => this.print(part, at));
      return parts.join(' & ');
    }
    if (this.#checker.isTupleType(type)) {
      const parts = this.#checker.getTypeArguments(type as ts.TypeReference);
      return `[${parts.map((part) => this.print(part, at)).join(', ')}]`;
    }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      if (item !== undefined) return `Array<${this.print(item, `${at}[]`)}>`;
    }
    return this.#object(type, at);
  }

  #union(types: readonly ts.Type[], at: string): string {
    const parts = new Set(types.map((part) => this.print(part, at)));
    if (parts.has('undefined')) parts.delete('void');
    if (parts.delete('true') && parts.delete('false')) parts.add('boolean');
    return [...parts].map((part) => (part.includes(' & ') ? `(${part})` : part)).join(' | ');
  }

  /** Whether the language declares a type: its libraries have a file for each version. */
  #isStandard(type: ts.Type): boolean {
    const [declaration] = type.symbol?.declarations ?? [];
    const fileName = declaration?.getSourceFile().fileName ?? '';
    const isAnonymous = (type.symbol?.flags ?? 0) & ts.SymbolFlags.TypeLiteral;
    return !isAnonymous && /\/lib\.es[\w.]*\.d\.ts$/.test(fileName);
  }

  #object(type: ts.Type, at: string): string {
    // Such as `ArrayBuffer`.
    if (this.#isStandard(type)) return type.symbol.name;
    if (type.getCallSignatures().length > 0) throw new Error(`${at} is a function`);
    const lines = this.#checker.getIndexInfosOfType(type).map(({ keyType, type: value }) => {
      const key = this.#checker.typeToString(keyType);
      return `[key: ${key}]: ${this.print(value, `${at}[${key}]`)};`;
    });
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const { name } = property;
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const text = this.print(this.#checker.getTypeOfSymbol(property), `${at}.${name}`);
      const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
      lines.push(`${key}${isOptional ? '?' : ''}: ${text};`);
    }
    return lines.length === 0 ? '{}' : `{ ${lines.join(' ')} }`;
  }
}

/** Whether an intersection is one of objects, whose fields can be listed together. */
const isObject = (type: ts.IntersectionType) =>
  type.types.every((part) => (part.flags & ts.TypeFlags.Object) !== 0);
