import type { z } from 'zod';
import { openOperations } from '../http/editor/list-operations.ts';

const answers = new Map<string, z.ZodType | null>(
  openOperations.map(({ id, declared }) => [`editor.${id}`, declared]),
);

/** A caller whose answers have to fit the schemas of plain HTTP, so that each test tries them. */
export function checkAnswers<Called extends object>(caller: Called, path = ''): Called {
  return new Proxy(caller, {
    get: (target, name) => {
      const inner: unknown = Reflect.get(target, name);
      if (typeof inner !== 'function' || typeof name === 'symbol') return inner;
      return checkAnswers(inner, path === '' ? name : `${path}.${name}`);
    },
    apply: async (target, self, input) => {
      const answer: unknown = await Reflect.apply(target as never, self, input);
      const schema = answers.get(path);
      if (schema === undefined) return answer;
      const misfit = schema === null ? answer : schema.safeParse(answer).error;
      if (misfit !== undefined) throw new Error(`the answer of ${path}: ${misfit}`);
      return answer;
    },
  });
}
