import { createTransport } from 'nodemailer';

/**
 * Connects to the mail server and signs in, and sends nothing.
 * @param smtpUrl SMTP_URL
 * @throws what the server answered, or that it cannot be reached
 */
export async function checkMailServer(smtpUrl: string): Promise<void> {
  const transport = createTransport(smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  } as Parameters<typeof createTransport>[1]);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
