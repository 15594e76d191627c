/**
 * Flags of Node for each program. By default its young generation grows to 128 MB before a
 * collection on a machine with much memory, though hardly any of it survives: under load a reading
 * site of 40 MB took 500.
 */
export const nodeFlags: readonly string[] = ['--max-semi-space-size=16'];
