import { Client } from 'pg';

/**
 * Lists what editors' connections of this process send to PostgreSQL while `work` runs, each
 * statement with its text, `BEGIN` and `COMMIT` among them.
 */
export async function listStatements(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const send = Client.prototype.query;
  const listing = function (this: Client, ...sent: [string | { text: string }]) {
    const [statement] = sent;
    const { application_name: name } = (this as unknown as WithParameters).connectionParameters;
    if (name === 'viewpoints-editorial')
      statements.push(typeof statement === 'string' ? statement : statement.text);
    return Reflect.apply(send, this, sent);
  };
  Client.prototype.query = listing as typeof send;
  try {
    await work();
  } finally {
    Client.prototype.query = send;
  }
  return statements;
}

type WithParameters = { connectionParameters: { application_name: string } };
