import type { Account, Role, Scope } from '@viewpoints/domain/accounts/account';
import { callerAt } from './caller-at.ts';
import { addMember } from './sign-in.ts';
import type { Answer, TestApi } from './test-api.ts';

/** A program that calls `/v1/editor` with a token. */
export type EditorProgram = {
  account: Account;
  token: string;
  tokenId: string;
  call: (
    address: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
};

/**
 * Makes a token for an account, which is an admin for that, and calls by it. An address has method and
 * path: "GET /articles".
 */
export async function addProgram(
  api: TestApi,
  account: Account,
  ...scopes: Scope[]
): Promise<EditorProgram> {
  const made = await callerAt(api, account).editor.tokens.create({ name: 'Program', scopes });
  const { token, id: tokenId } = made;
  return { account, token, tokenId, call: editorCalls(api, token) };
}

/** A member with these roles and that of admin, and a program with these scopes. */
export async function addProgramOf(
  api: TestApi,
  [name, ...roles]: [name: string, ...Role[]],
  ...scopes: Scope[]
): Promise<EditorProgram> {
  return addProgram(api, await addMember(api, name, 'admin', ...roles), ...scopes);
}

/** Calls by a token, or without one. */
export function editorCalls(
  api: Pick<TestApi, 'send'>,
  token: string | null,
): EditorProgram['call'] {
  return (address, body, headers = {}) => {
    const [method = '', path = ''] = address.split(' ');
    return api.send(`/v1/editor${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
}
