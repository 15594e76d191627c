import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';

/** A document, by its path from the root of the repository. */
export type NamingDocument = { path: string; text: string };

/** The names that documents may use. */
export type Known = {
  root: string;
  /** Scripts by workspace; those of the root under ''. */
  scripts: ReadonlyMap<string, ReadonlySet<string>>;
  commandLine: Command;
  /** Whether a variable of the environment is a setting, or is read by something else here. */
  isVariable: (name: string) => boolean;
  /** Names of all files, without their directories. */
  fileNames: ReadonlySet<string>;
  /** Whether a word with underscores (a reason's code, a role, a table) is one of the sources'. */
  isWord: (word: string) => boolean;
  /** The text of another document; null if it does not exist. */
  read: (path: string) => string | null;
};

/** Named, and not ours: of PostgreSQL, and what may not be made here. */
const elsewhere = new Set(['pg_hba.conf', 'pg_upgrade', 'index.ts']);

/** Everything that a document names and the repository does not have, each in a sentence. */
export function findUnknownNames(document: NamingDocument, known: Known): string[] {
  const code = codeOf(document.text);
  return [
    ...unknownScripts(code, known),
    ...unknownCommands(code, known),
    ...unknownVariables(code, known),
    ...unknownFiles(code, known),
    ...unknownWords(code, known),
    ...brokenLinks(document, known),
  ].map((problem) => `${document.path}: ${problem}`);
}

const fence = /^ *```(\w*)\n([\s\S]*?)^ *```$/gm;

/** Code in a text: each span, and each line of a block with its continuations joined. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(fence)].flatMap(([, , block = '']) =>
    block.replaceAll(/\\\n\s*/g, ' ').split('\n'),
  );
  const spans = [...text.replaceAll(fence, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) =>
    span.replaceAll(/\s+/g, ' '),
  );
  return [...blocks, ...spans];
}

function unknownScripts(code: readonly string[], { scripts }: Known): string[] {
  return code.flatMap((line) =>
    [...line.matchAll(/\bnpm run ([\w:-]+)(?:.*? -w (\S+))?/g)].flatMap(
      ([, name = '', workspace = '']) =>
        scripts.get(workspace)?.has(name) ? [] : [`there is no "npm run ${name}"`],
    ),
  );
}

function unknownCommands(code: readonly string[], { commandLine }: Known): string[] {
  return code.flatMap((line) => {
    const [, called] = /(?:npm run viewpoints -- |^viewpoints )(.*)/.exec(line) ?? [];
    if (called === undefined) return [];
    let command = commandLine;
    const words = called.replace(/'$/, '').split(' ');
    for (const word of words) {
      if (command.commands.length === 0 || word.startsWith('-')) break;
      const found = command.commands.find((each) => each.name() === word);
      if (found === undefined) return [`there is no command "viewpoints ${called}"`];
      command = found;
    }
    return words
      .filter((word) => /^--[a-z]/.test(word) && word !== '--help')
      .filter((word) => !command.options.some(({ long }) => long === word))
      .map((word) => `"viewpoints ${called}" has no option ${word}`);
  });
}

function unknownVariables(code: readonly string[], { isVariable }: Known): string[] {
  const names = code.flatMap((line) => line.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\b/g) ?? []);
  return [...new Set(names)]
    .filter((name) => !isVariable(name))
    .map((name) => `nothing reads ${name}`);
}

function unknownWords(code: readonly string[], { isWord }: Known): string[] {
  const words = code.filter((line) => /^[a-z]+(?:_[a-z]+)+$/.test(line) && !elsewhere.has(line));
  return [...new Set(words)].filter((word) => !isWord(word)).map((word) => `nothing has ${word}`);
}

const inRepository = /^(?:apps|packages|prisma|docs|deploy|[.]github|[.]ci)\/[\w@.[\]()*{},/-]*$/;
const fileName = /^[\w.-]+[.](?:ts|tsx|mjs|cjs|sql|md|ya?ml|prisma|sh|service|timer|conf|vcl)$/;

/** Written by a run, and in no checkout. */
const made = /(?:^|[/])(?:reports|results|generated)[/]/;

function unknownFiles(code: readonly string[], known: Known): string[] {
  return code.flatMap((line) => {
    const name = line.replace(/[,.;]$/, '');
    if (elsewhere.has(name) || made.test(name)) return [];
    const isThere = inRepository.test(name)
      ? globSync(name, { cwd: known.root }).length > 0 || existsSync(join(known.root, name))
      : fileName.test(name)
        ? known.fileNames.has(basename(name))
        : /^(?:src|[\w-]+)\/[\w/.-]+[.](?:ts|tsx|sql)$/.test(name)
          ? known.fileNames.has(basename(name))
          : true;
    return isThere ? [] : [`there is no file ${name}`];
  });
}

/** The anchor that GitHub derives from a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function brokenLinks({ path, text }: NamingDocument, { root, read }: Known): string[] {
  const links = [...text.replaceAll(fence, '').matchAll(/\]\(([^)\s]+)\)/g)];
  return links.flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(root, to))) return [`the link ${target} leads nowhere`];
    if (anchor === undefined) return [];
    const headings = (read(to) ?? '').match(/^#+ .*$/gm) ?? [];
    const isHeading = headings.some((one) => anchorOf(one.replace(/^#+ /, '')) === anchor);
    return isHeading ? [] : [`the link ${target} leads to no heading`];
  });
}
