/*
 * Names of the connections that reading sites and APIs keep for as long as they run. They have a
 * number that rises where rows begin to be written that the version before cannot read: such writing
 * waits until nobody is connected under the names before. See prepare/rebuild/older-programs.ts.
 */

/** Of a reading site, which listens for changes. */
export const listenerName = 'viewpoints-listen-2';

/** Of an API, which tracks what reading sites have heard. */
export const trackerName = 'viewpoints-hearing-2';

/** The names before: of versions that need words in stored views. */
export const formerNames = ['viewpoints-listen', 'viewpoints-hearing'] as const;
