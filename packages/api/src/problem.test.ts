import { TRPCError } from '@trpc/server';
import { connectReader } from '@viewpoints/db/connect-reader';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemOf } from './problem.ts';
import { readerCallerFactory, readerProcedure, readerRouter } from './trpc.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
// Nothing is read: no connection is made.
const reader = connectReader('postgresql://nobody@127.0.0.1:1/none');

const caller = readerCallerFactory(
  readerRouter({
    echo: readerProcedure
      .input(z.strictObject({ name: z.string() }))
      .output(z.literal('right'))
      .query(({ input }) => input.name as 'right'),
  }),
)({ reader, requestId: null, log: silent });

const thrownBy = (call: Promise<unknown>): Promise<unknown> => call.then(String, (error) => error);

test('given input that does not fit, the reasons name where', async () => {
  const problem = problemOf(await thrownBy(caller.echo({ name: 1 } as never)));
  expect(problem.code).toBe('invalid_input');
  expect(problem.reasons.map(({ at }) => at)).toEqual(['name']);
});

test('given an answer that does not fit, the fault is ours and nothing is said of it', async () => {
  const problem = problemOf(await thrownBy(caller.echo({ name: 'wrong' })));
  expect(problem).toEqual({ code: 'unexpected', reasons: [] });
});

test('given a parse that fails deep inside, nobody who called is blamed', () => {
  const inside = z.string().safeParse(1).error;
  const thrown = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: inside });
  expect(problemOf(thrown).code).toBe('unexpected');
  expect(problemOf(inside).code).toBe('unexpected');
});
