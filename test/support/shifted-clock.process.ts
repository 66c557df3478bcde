/**
 * Loaded before a program (`node --import`): its clock runs so many milliseconds beside the machine's. The law of these
 * procedures ends one day, and a suite must not end with it.
 */
const shift = Number(process.env['VINHDANH_TEST_CLOCK_SHIFT_MS'] ?? '0');
const MachineDate = Date;

class ShiftedDate extends MachineDate {
  constructor(...given: [] | ConstructorParameters<typeof Date>) {
    // The spread of a union needs the tuple said again.
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
    super(...((given.length === 0 ? [MachineDate.now() + shift] : given) as ConstructorParameters<typeof Date>));
  }

  static override now(): number {
    return MachineDate.now() + shift;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
