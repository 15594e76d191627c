import { findRoot } from '@viewpoints/config/env';
import { describe, expect, it } from 'vitest';
import { measureWay, roomOf } from './measure-way.ts';
import { readUses } from './read-uses.ts';
import { measureWays } from './ways.ts';

describe('the rooms of a way', () => {
  const read = (files: Record<string, string>) => (path: string) =>
    files[path] === undefined ? null : readUses(path, files[path]);
  const files = {
    'apps/a/src/http/door.ts': `
      import { run } from '@viewpoints/b/run';
      import { log } from '../log/log.ts';
      export const answer = () => { log(); return run(); };`,
    'apps/a/src/log/log.ts': 'export const log = () => 1;',
    'packages/b/src/run.ts': `
      import { change } from './rules/change.ts';
      import { unrelated } from './other/other.ts';
      export const run = () => change();
      export const write = () => 1;
      export const other = () => unrelated();`,
    'packages/b/src/rules/change.ts': `
      import { write } from '../run.ts';
      export const change = () => write();`,
    'packages/b/src/other/other.ts': `
      import { write } from '../run.ts';
      export const unrelated = () => write();`,
  };
  const stretch = {
    from: 'apps/a/src/http/door.ts#answer',
    to: ['packages/b/src/run.ts#write'],
  } as const;

  it('are those of the calls that lead to its end, in the order of the calls', () => {
    expect(measureWay([stretch], read(files)).rooms).toEqual([
      'apps/a/http',
      'packages/b',
      'packages/b/rules',
    ]);
  });

  it('counts a call into a room from which its own was reached', () => {
    expect(measureWay([stretch], read(files)).waysBack).toEqual(['packages/b/rules → packages/b']);
  });

  it('counts a room once that several stretches pass', () => {
    const second = { from: stretch.to[0], to: stretch.to } as const;
    expect(measureWay([stretch, second], read(files)).rooms).toHaveLength(3);
  });

  it('refuses an end that no call leads to', () => {
    const broken = { ...stretch, to: ['packages/b/src/run.ts#gone' as const] };
    expect(() => measureWay([broken], read(files))).toThrow('No call leads from');
  });

  it('are folders below src, or the package of a file in none', () => {
    expect(roomOf('packages/api/src/publishing/publish.ts')).toBe('packages/api/publishing');
    expect(roomOf('packages/api/src/command.ts')).toBe('packages/api');
    expect(roomOf('apps/reader/src/app/(site)/page.tsx')).toBe('apps/reader/app');
  });
});

describe('the ways of the product', () => {
  it('pass no more rooms than they may, and come back no more often', { timeout: 60_000 }, () => {
    for (const { name, rooms, waysBack, most } of measureWays(findRoot())) {
      expect(rooms.length, `${name}:\n${rooms.join('\n')}`).toBeLessThanOrEqual(most.rooms);
      expect(waysBack.length, `${name}:\n${waysBack.join('\n')}`).toBeLessThanOrEqual(
        most.waysBack,
      );
    }
  });
});
