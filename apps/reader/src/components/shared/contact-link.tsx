/** The contact for readers: an e-mail or web address from the settings. */
export function ContactLink({ contact, children }: { contact: string; children: string }) {
  return <a href={contact.includes('://') ? contact : `mailto:${contact}`}>{children}</a>;
}
