import { type Decider, type Decision, refuse } from '#libs/domain/kernel';
import { appoint, endAppointment } from './decisions/appointment.decision.js';
import { giveDelegation, withdrawDelegation } from './decisions/delegation.decision.js';
import { confirmHandover } from './decisions/handover-confirmation.decision.js';
import { proposeHandover, withdrawHandover } from './decisions/handover.decision.js';
import { createPosition, endPosition } from './decisions/position.decision.js';
import { endUnit, establishUnit, moveUnit } from './decisions/structure.decision.js';
import type { UnitCommand } from './unit.commands.js';
import type { UnitContext } from './unit.context.js';
import type { UnitFact } from './unit.events.js';
import { type MaybeUnit, type UnitState, evolveUnit } from './unit.state.js';

/** A unit with its positions (đơn vị và vị trí công tác), streams `unit-<id>`. */
export const unitDecider: Decider<MaybeUnit, UnitCommand, UnitFact, UnitContext> = {
  initialState: undefined,
  decide(command, state, context) {
    if (command.type === 'establish') return establishUnit(command, state, context);
    if (!state) return refuse('NOT_FOUND', { params: { what: context.unitId } });
    // What the log of this very stream says wins over what a directory may have seen of it.
    const units = new Map(context.units).set(state.id, state);
    return decideOn(command, state, { ...context, units });
  },
  evolve: evolveUnit,
};

function decideOn(
  command: Exclude<UnitCommand, { readonly type: 'establish' }>,
  state: UnitState,
  context: UnitContext,
): Decision<readonly UnitFact[]> {
  switch (command.type) {
    case 'move':
      return moveUnit(command, state, context);
    case 'end':
      return endUnit(command, state, context);
    case 'create-position':
      return createPosition(command, state, context);
    case 'end-position':
      return endPosition(command, state, context);
    case 'appoint':
      return appoint(command, state, context);
    case 'end-appointment':
      return endAppointment(command, state, context);
    case 'give-delegation':
      return giveDelegation(command, state, context);
    case 'withdraw-delegation':
      return withdrawDelegation(command, state, context);
    case 'propose-handover':
      return proposeHandover(command, state, context);
    case 'confirm-handover':
      return confirmHandover(command, state, context);
    default:
      return withdrawHandover(command, state, context);
  }
}
