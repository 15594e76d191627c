/**
 * Minimum and maximum length of a password, in characters, for forms, the API and the settings of an
 * installation. Bounded above, since hashing takes time.
 */
export const passwordLength = { min: 10, max: 128 };
