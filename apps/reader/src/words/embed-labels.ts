import type { EmbedTarget } from '@viewpoints/domain/document/embed-target';
import type { EmbedLabels } from '@viewpoints/ui/document/document-labels';

const doing: Record<EmbedTarget['kind'], string> = {
  video: 'watch this',
  post: 'read this',
  map: 'look at this map',
  chart: 'look at this chart',
};

/** The words about content of another site, before it is loaded. */
export const embedLabels: EmbedLabels = {
  show: ({ kind }) => `Show the ${kind}`,
  learns: ({ kind, name, owner, host, sendsReferrer }) => {
    const who = owner !== null ? `${name} (${owner})` : name === 'Mastodon' ? host : name;
    return `${who} will learn your address and that you ${doing[kind]}${sendsReferrer ? ' on this site' : ''}.`;
  },
  always: ({ name }) => `Always show ${name}`,
  askAgain: ({ name }) => `Ask before showing ${name}`,
  on: (name) => `on ${name}`,
};
