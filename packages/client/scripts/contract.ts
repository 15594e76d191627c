import type { AnyProcedure, inferProcedureInput, inferProcedureOutput } from '@trpc/server';
import type { AppRouter } from '@viewpoints/api/app-router';
import type { ReaderRouter } from '@viewpoints/api/reader-router';

/** A call: whether it changes something, what it takes and what it gives. */
type Call<Procedure extends AnyProcedure> = {
  kind: Procedure['_def']['type'];
  input: inferProcedureInput<Procedure>;
  output: inferProcedureOutput<Procedure>;
};

type Calls<Routes> = {
  [Name in keyof Routes]: Routes[Name] extends AnyProcedure
    ? Call<Routes[Name]>
    : Calls<Routes[Name]>;
};

/*
 * The types that `write-contract.ts` writes into the package, without the libraries that serve it.
 */
export type PublicCalls = Calls<ReaderRouter['_def']['record']>;
export type AccountCalls = Omit<Calls<AppRouter['_def']['record']>, keyof PublicCalls>;
export type { Problem } from '../src/problem.ts';
