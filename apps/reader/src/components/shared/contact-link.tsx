/** Where readers write to: an e-mail or web address, as the settings have it. */
export function ContactLink({ contact, children }: { contact: string; children: string }) {
  return <a href={contact.includes('://') ? contact : `mailto:${contact}`}>{children}</a>;
}
