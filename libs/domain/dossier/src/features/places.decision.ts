import { type Contender, isPreferred, placed } from '#libs/domain/eligibility';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import type { NomineeState } from '../dossier.state.js';
import { isOpen, listed, nomineesWhere } from '../nominees.js';
import type { Ask } from './feature.js';

type TieBreak = NonNullable<DossierFactOf<'DossierApproved'>['data']['tieBreak']>;

/**
 * The places of the year (R23): no more yes than are left, else `QUOTA_EXCEEDED` names who is out from the highest number of
 * votes down. Where the last places went through equals, it is said by what: women first (R21), or a reason of the authority's own,
 * without which a choice against that order is refused (`TIE_NEEDS_REASON`).
 */
export function checkPlaces(ask: Ask<'approve'>): Decision<TieBreak | undefined> {
  const { data, state, procedure, context } = ask;
  const { quota, preference } = procedure.criteria;
  const { quotaLeft } = context;
  if (!quota || quotaLeft === undefined) return ok(undefined);
  const contenderOf = (nominee: NomineeState): Contender => ({
    id: nominee.id,
    yes: nominee.vote?.yes ?? 0,
    preferred: isPreferred(asPreferred(nominee), preference.women),
  });
  const approved = data.approved.flatMap((id) => state.nominees.get(id) ?? []).map(contenderOf);
  if (approved.length > quotaLeft) {
    const { out } = placed(approved, quotaLeft);
    const params = { left: quotaLeft, asked: approved.length, out: listed(out) };
    return refuse('QUOTA_EXCEEDED', { rule: 'R23', source: quota.source, params });
  }
  if (approved.length < quotaLeft) return ok(undefined);
  const chosen = new Set(data.approved);
  const fewest = Math.min(...approved.map(({ yes }) => yes));
  const equals = nomineesWhere(state, (nominee) => isOpen(nominee) || chosen.has(nominee.id))
    .map(contenderOf)
    .filter(({ yes }) => yes === fewest);
  const inside = equals.filter(({ id }) => chosen.has(id));
  const outside = equals.filter(({ id }) => !chosen.has(id));
  if (outside.length === 0) return ok(undefined);
  const tied = [...inside, ...outside].map(({ id }) => id);
  const byPreference = inside.every(({ preferred }) => preferred) && outside.every(({ preferred }) => !preferred);
  if (byPreference) return ok({ by: 'preference', tied });
  const { tieBreakReason: reason } = data;
  if (reason !== undefined) return ok({ by: 'authority', tied, reason });
  return refuse('TIE_NEEDS_REASON', { rule: 'R21', source: preference.source, params: { nominees: listed(tied) } });
}

const asPreferred = ({ kind, sex, claims }: NomineeState) => ({
  kind,
  ...(sex ? { sex } : {}),
  ...(claims?.composition ? { composition: claims.composition } : {}),
});
