import type { DecisionEventType, DecisionFactOf } from '#libs/domain/decision';
import type { DossierEventType, DossierFactOf } from '#libs/domain/dossier';
import { eventCatalogue } from '#libs/service/event-catalogue';

/** What the data of each event looks like when it comes from the log. */
export type EventShapes = { readonly [Type in DossierEventType]: DossierFactOf<Type>['data'] } & {
  readonly [Type in DecisionEventType]: DecisionFactOf<Type>['data'];
};

/** Every event type that may stand in the log. */
export const knownEventTypes: readonly string[] = [...eventCatalogue.keys()];

const DOSSIER_STREAM = 'dossier-';

/** The dossier whose stream an event stands in. */
export function dossierOf({ stream }: { readonly stream: string }): string {
  if (!stream.startsWith(DOSSIER_STREAM)) throw new TypeError('A fact of a dossier stands in a stream of its own.');
  return stream.slice(DOSSIER_STREAM.length);
}

const DECISION_STREAM = 'decision-';

/** The decision whose stream an event stands in. */
export function decisionOf({ stream }: { readonly stream: string }): string {
  if (!stream.startsWith(DECISION_STREAM)) throw new TypeError('A fact of a decision stands in a stream of its own.');
  return stream.slice(DECISION_STREAM.length);
}
