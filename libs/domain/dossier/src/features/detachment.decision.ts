import { bytesOf, type Decision, MOST_FACT_BYTES, ok, refuse } from '#libs/domain/kernel';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact, DossierFactOf } from '../dossier.events.js';
import type { DossierState, Holder, MaybeDossier, NomineeState } from '../dossier.state.js';
import { openClocks } from '../clocks/deadline-book.js';
import { checkNamed } from '../nominees.js';
import type { Feature } from './feature.js';
import { type HeldRole, heldRoles } from '../events/work.events.js';
import { asNamed, checkLeaving, unsealed } from './leaving.js';
import { holdersNow } from './work.decision.js';

/**
 * Tách đối tượng: they leave for a dossier of their own that goes on from here. Somebody still in question stays, or this
 * dossier could never reach its end. Nominees in a draft decision are released from it first.
 */
export const detachNominees: Feature<'detach-nominees'> = ({ data, state, context }) => {
  const { childDossierId } = context;
  if (childDossierId === undefined) throw new Error('detach-nominees needs the id of the dossier to be opened.');
  const leaving = checkLeaving(state, data.nominees);
  if (!leaving.ok) return leaving;
  // The new dossier begins with one fact, which holds all of it.
  const bytes = bytesOf(inheritance(state, data.nominees, { ...context, dossierId: childDossierId }));
  if (bytes > MOST_FACT_BYTES) return refuse('TOO_MUCH_TO_DETACH', { params: { bytes, limit: MOST_FACT_BYTES } });
  return ok([{ type: 'NomineesDetached', data: { childDossierId, ...data } }]);
};

/**
 * Mở hồ sơ tách: begins where `context.parent` stood just before the detachment, with the same pin, receipt, place, findings,
 * actors and clocks. Done again, nothing happens.
 */
export function openDetached(
  { data }: DossierCommandOf<'open-detached'>,
  state: MaybeDossier,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  if (state?.parentDossierId === data.parentDossierId) return ok([]);
  if (state) return refuse('NOT_POSSIBLE_AT_STEP', { params: { step: state.step } });
  if (!context.actor.roles.includes('system')) {
    return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  }
  const { parent } = context;
  if (!parent) throw new Error('open-detached needs the state of the parent before the detachment.');
  const named = checkNamed(parent, data.nominees);
  if (!named.ok) return named;
  return ok([{ type: 'DetachedDossierOpened', data: inheritance(parent, data.nominees, context) }]);
}

function inheritance(
  parent: DossierState,
  ids: readonly string[],
  context: DossierContext,
): DossierFactOf<'DetachedDossierOpened'>['data'] {
  const nominees = ids.flatMap((id) => parent.nominees.get(id) ?? []);
  const vote = voteOn(parent, nominees);
  const holders = holdersNow(parent, context);
  const consulted = inheritedConsultation(parent, new Set(ids));
  const held = heldRoles.flatMap((role) => (holders[role] ? [inherited(role, holders[role])] : []));
  return {
    dossierId: context.dossierId,
    parentDossierId: parent.id,
    procedureCode: parent.procedureCode,
    kind: parent.kind,
    title: parent.title,
    submittingUnitId: parent.submittingUnitId,
    bodyId: parent.bodyId,
    ...(parent.cluster === undefined ? {} : { cluster: parent.cluster }),
    ...(parent.procedure ? { procedure: parent.procedure } : {}),
    ...(parent.provisional ? { provisional: parent.provisional } : {}),
    ...(parent.boundBefore ? { boundBefore: [...parent.boundBefore] } : {}),
    ...(parent.favourable.length > 0 ? { favourable: [...parent.favourable] } : {}),
    ...(parent.receivedAt === undefined ? {} : { receivedAt: parent.receivedAt }),
    ...(Object.keys(parent.receipts).length > 0 ? { receipts: { ...parent.receipts } } : {}),
    ...(Object.keys(parent.units).length > 0 ? { units: { ...parent.units } } : {}),
    step: parent.step,
    ...(parent.places.length > 1 ? { places: [...parent.places] } : {}),
    ...(parent.atCouncil ? { council: true as const } : {}),
    nominees: nominees.map(asNamed),
    documents: unsealed(parent),
    verdicts: nominees.flatMap(({ id, verdict }) =>
      verdict ? [{ nomineeId: id, ...verdict, evidence: [...verdict.evidence] }] : [],
    ),
    ...(vote ? { vote } : {}),
    approved: nominees.filter(({ approval }) => approval?.approved).map(({ id }) => id),
    actors: Object.fromEntries(Object.entries(parent.actors).map(([act, people]) => [act, [...people]])),
    suspended: parent.suspended,
    secrecy: parent.secrecy,
    warnings: parent.warnings,
    deadlines: openClocks(parent).map(({ terms }) => terms),
    awaited: [...parent.awaited.values()],
    ...consulted,
    ...(held.length > 0 ? { holders: held } : {}),
  };
}

/** What was asked and said about those who leave goes along, so that it is neither asked nor settled twice. */
function inheritedConsultation(parent: DossierState, leaving: ReadonlySet<string>) {
  const concerns = ({ nominees }: { readonly nominees?: readonly string[] | undefined }): boolean =>
    nominees === undefined || nominees.some((id) => leaving.has(id));
  /** Only who leaves: the child knows nobody else. */
  const narrowed = <T extends { readonly nominees?: string[] | undefined }>(each: T): T =>
    each.nominees ? { ...each, nominees: each.nominees.filter((id) => leaving.has(id)) } : each;
  const opinions = [...parent.opinions.values()].filter(concerns).map(narrowed);
  const notices = [...parent.notices.values()].filter(concerns).map(narrowed);
  const objections = [...parent.objections.values()].filter(concerns).map(narrowed);
  return {
    ...(opinions.length > 0 ? { opinions } : {}),
    ...(notices.length > 0 ? { notices } : {}),
    ...(objections.length > 0 ? { objections } : {}),
  };
}

const inherited = (role: HeldRole, { accountId, positionId, unitId, since }: Holder) => ({
  role,
  accountId,
  positionId,
  unitId,
  since,
});

function voteOn(
  { council }: DossierState,
  nominees: readonly NomineeState[],
): DossierFactOf<'DetachedDossierOpened'>['data']['vote'] {
  const results = nominees.flatMap(({ id, vote }) => (vote ? [{ nomineeId: id, ...vote }] : []));
  return council && results.length > 0 ? { ...council, results } : undefined;
}
