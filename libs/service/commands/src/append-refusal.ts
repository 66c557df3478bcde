import { type Refusal, refuse } from '#libs/domain/kernel';
import type { AppendFailure } from '#libs/engine/event-store';

/** What a sender is told when the store did not take his facts. A lost race is no refusal: it is decided again. */
export function refuseAppend(failure: AppendFailure): {
  readonly ok: false;
  readonly error: Refusal;
} {
  switch (failure.code) {
    case 'COMMAND_ID_REUSED':
      return refuse('IDEMPOTENCY_KEY_REUSED');
    case 'EVENT_NOT_STORABLE':
      return refuse('EVENT_NOT_STORABLE', { params: { reason: failure.reason } });
    case 'REVISION_CONFLICT':
      return refuse('STORE_BUSY');
    default:
      return refuse(failure.code);
  }
}
