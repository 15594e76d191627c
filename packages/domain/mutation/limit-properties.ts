import fc from 'fast-check';

/**
 * A property is tried for a fifth of a second and not made smaller when it fails: it runs again for
 * each of thousands of changes, and which input shows one does not matter. The score can only fall.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 200, endOnFailure: true });
