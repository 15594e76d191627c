/*
 * Loaded ahead of a program (`--import`): its clock goes ahead of the machine's by so many
 * milliseconds, or behind where they are negative, as on a machine whose clock is not synchronised.
 */
const shift = Number(process.env.CLOCK_SHIFT ?? 0);
const Real = Date;

class Shifted extends Real {
  constructor(...given: [] | ConstructorParameters<DateConstructor>) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }

  static override now(): number {
    return Real.now() + shift;
  }
}

globalThis.Date = Shifted as DateConstructor;

export {};
