import { describe, expect, test } from 'vitest';
import { listProcedures } from '../list-procedures.ts';
import { readerRouter } from '../reader-router.ts';
import { kindOf, partsOf } from '../testing/input-parts.ts';
import { describeApi } from './openapi-document.ts';
import { publicReads } from './public-reads.ts';

describe('public reads over plain HTTP', () => {
  test('are all of the public procedures, each at an address of its own', () => {
    expect(publicReads.map(({ id }) => id)).toEqual(
      listProcedures(readerRouter).map(({ path }) => path),
    );
    expect(new Set(publicReads.map(({ path }) => path)).size).toBe(publicReads.length);
  });

  test('have addresses whose parameters are fields of the input, and need no other', () => {
    for (const { id, path, parameters } of publicReads) {
      const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const required = parameters.filter(({ name, required }) => required && name !== 'q');
      expect(required.map(({ name }) => name).sort(), id).toEqual(inAddress.sort());
    }
  });

  test('answer with strict objects only, so that no undeclared field leaves', () => {
    for (const { id, answer } of publicReads)
      for (const part of partsOf(answer)) {
        if (kindOf(part) !== 'object') continue;
        const { catchall } = part.schema._zod.def as { catchall?: Parameters<typeof partsOf>[0] };
        expect(catchall?._zod.def.type, `${id}${part.at}`).toBe('never');
      }
  });

  test('have a description for each parameter', () => {
    const { paths } = describeApi('https://api.example');
    for (const { parameters } of Object.values(paths).flatMap((item) => Object.values(item)))
      for (const { name, description = '' } of parameters) expect(description, name).not.toBe('');
  });
});
