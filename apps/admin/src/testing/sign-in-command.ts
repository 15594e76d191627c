import type { BrowserCommand } from 'vitest/node';

/** Gives the browser the session of this person in place of the one it has. */
export const signInAs: BrowserCommand<[cookie: string]> = async ({ context }, cookie) => {
  await context.clearCookies();
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: 'http://localhost' };
    }),
  );
};
