import { dirname, join, normalize } from 'node:path';
import type { DeclaredUses } from './read-uses.ts';

/** A declaration: its file's path from the root of the repository, and its name there. */
export type Declaration = `${string}#${string}`;

/**
 * A stretch of a way whose calls can be followed in the code: from what is called first to what does
 * the work in the end. Between two stretches the code does not call: a request is sent, or Next
 * renders a page.
 */
export type Stretch = { from: Declaration; to: readonly Declaration[] };

/** The rooms of a way in the order in which they are entered, and the calls back into one of them. */
export type Way = { rooms: string[]; waysBack: string[]; through: Declaration[] };

/** The uses of a file's declarations; null where there is no such file. */
export type ReadFile = (path: string) => DeclaredUses | null;

/**
 * The room of a file: the folder below `src` of a package or an app, or the package itself where the
 * file is in no folder.
 */
export function roomOf(path: string): string {
  const [, workspace, folder] = /^((?:packages|apps)\/[^/]+)\/src\/(?:([^/]+)\/)?/.exec(path) ?? [];
  if (workspace === undefined) return path;
  return folder === undefined ? workspace : `${workspace}/${folder}`;
}

/**
 * Follows every call that leads from the start of each stretch to one of its ends. What such a call passes is
 * on the way; what else is called on the way (a helper that reaches no end) is not. A way back is a
 * call from one room into another from which it was reached.
 */
export function measureWay(stretches: readonly Stretch[], read: ReadFile): Way {
  const calls = new Map<string, Set<string>>();
  const through: Declaration[] = [];
  for (const stretch of stretches) {
    const { passed, called } = follow(stretch, read);
    through.push(...passed);
    for (const each of passed) {
      const room = roomOf(each);
      const others = calls.get(room) ?? new Set();
      calls.set(room, others);
      for (const to of called.get(each) ?? []) if (roomOf(to) !== room) others.add(roomOf(to));
    }
  }
  return { rooms: [...calls.keys()], waysBack: waysBack(calls), through };
}

function follow({ from, to }: Stretch, read: ReadFile) {
  const called = new Map<Declaration, Declaration[]>();
  const waiting = [from];
  for (const each of waiting) {
    if (called.has(each)) continue;
    const next = usedBy(each, read);
    called.set(each, next);
    waiting.push(...next);
  }
  const callers = Map.groupBy(
    [...called].flatMap(([caller, all]) => all.map((each) => ({ caller, each }))),
    ({ each }) => each,
  );
  const leads = new Set<Declaration>(to.filter((end) => called.has(end)));
  const missed = to.filter((end) => !leads.has(end));
  if (missed.length > 0) throw new Error(`No call leads from ${from} to ${missed.join(', ')}.`);
  for (const each of leads) for (const { caller } of callers.get(each) ?? []) leads.add(caller);
  const passed = [...called.keys()].filter((each) => leads.has(each));
  const onTheWay = [...called].map(
    ([caller, all]) => [caller, all.filter((each) => leads.has(each))] as const,
  );
  return { passed, called: new Map(onTheWay) };
}

function usedBy(declaration: Declaration, read: ReadFile): Declaration[] {
  const [path = '', name = ''] = declaration.split('#');
  const uses = read(path)?.get(name) ?? [];
  return uses.flatMap(({ from, name: used }): Declaration[] => {
    const file = from === null ? path : fileOf(path, from, read);
    return file === null ? [] : [`${file}#${used}`];
  });
}

/** The file that an import names; null for a package from outside the repository. */
function fileOf(importer: string, specifier: string, read: ReadFile): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(importer), specifier));
  const [, name, path] = /^@viewpoints\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (name === undefined) return null;
  const files = ['ts', 'tsx'].map((ending) => `packages/${name}/src/${path}.${ending}`);
  return files.find((file) => read(file) !== null) ?? null;
}

/** Calls between rooms that close a circle, when rooms are entered in the order of the calls. */
function waysBack(calls: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const back: string[] = [];
  const done = new Set<string>();
  const enter = (room: string, behind: readonly string[]): void => {
    const here = [...behind, room];
    for (const next of calls.get(room) ?? []) {
      if (here.includes(next)) back.push(`${room} → ${next}`);
      else if (!done.has(next)) enter(next, here);
    }
    done.add(room);
  };
  for (const room of calls.keys()) if (!done.has(room)) enter(room, []);
  return back;
}
