/** What a report of delivery of a test says. */
export type BuiltBounce = {
  /** The return path of the message. */
  to: string;
  action?: string;
  status?: string;
  diagnostic?: string;
};

/** A report of delivery as Postfix writes it (RFC 3464). */
export function buildBounce({
  to,
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 no such user',
}: BuiltBounce): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="9B095B5ADSN=_01D9"',
    'Content-Transfer-Encoding: 8bit',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--9B095B5ADSN=_01D9',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=utf-8',
    '',
    "I'm sorry to have to inform you that your message could not be delivered.",
    '',
    '--9B095B5ADSN=_01D9',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'X-Postfix-Queue-ID: 9B095B5A',
    '',
    'Final-Recipient: rfc822; somebody@mail.example',
    'Original-Recipient: rfc822;somebody@mail.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '    (in reply to RCPT TO command)',
    '',
    '--9B095B5ADSN=_01D9',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    `Return-Path: <${to}>`,
    'Subject: Ostrava waits',
    '',
    '--9B095B5ADSN=_01D9--',
    '',
  ].join('\r\n');
}
