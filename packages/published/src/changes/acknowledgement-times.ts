/*
 * How long a page that was withdrawn could at worst be shown, where a reading site hears nothing.
 * Whoever publishes waits that long for those that do not answer. All in milliseconds.
 */

/** How often a reading site makes sure that it hears. */
export const heartbeatInterval = 500;

/** How long it serves cached pages without a new acknowledgement; then it renders each page. */
export const leaseDuration = 4_000;

/** How long a cache in front of it hands out a page without asking it again. */
export const edgeCacheDuration = 2_000;
