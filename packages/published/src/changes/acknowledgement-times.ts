/*
 * Bounds on how long a withdrawn page could still be shown if a reading site loses its connection.
 * Publishing waits that long for sites that do not acknowledge. All in milliseconds.
 */

/** How often a reading site makes sure that it hears. */
export const heartbeatInterval = 500;

/** How long it serves cached pages without a new acknowledgement; then it renders each page. */
export const leaseDuration = 4_000;

/** How long a cache in front of it serves a page without revalidating. */
export const edgeCacheDuration = 2_000;
