import { ok, refuse } from '#libs/domain/kernel';
import { checkNamed, listed, nomineesWhere } from '../nominees.js';
import { type Feature, type Precondition, nextPlace } from './feature.js';

/** Somebody is left to be judged at this level. */
export const mayAppraise: Precondition = ({ state }) => {
  if (state.nominees.size === 0) return refuse('NO_NOMINEES');
  const all = [...state.nominees.values()];
  return all.some(({ dropped }) => !dropped)
    ? ok(undefined)
    : refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(all.map(({ id }) => id)) } });
};

/** Thẩm định đối tượng: a verdict each, for some or all; a later one replaces the earlier. */
export const appraiseNominees: Feature<'appraise-nominees'> = ({ data, state }) => {
  const ids = data.verdicts.map(({ nomineeId }) => nomineeId);
  const named = checkNamed(state, ids);
  if (!named.ok) return named;
  const dropped = ids.filter((id) => state.nominees.get(id)?.dropped);
  if (dropped.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(dropped) } });
  return ok([{ type: 'NomineesAppraised', data }]);
};

/**
 * Everybody has a verdict, and somebody qualifies. A dossier in which nobody does would stand before a council that has nothing
 * to vote on; it is returned instead (R8).
 */
export const mayCompleteAppraisal: Precondition = ({ state }) => {
  const judged = nomineesWhere(state, ({ dropped }) => !dropped);
  const open = judged.filter(({ verdict }) => !verdict).map(({ id }) => id);
  if (open.length > 0) return refuse('NOMINEES_NOT_COVERED', { params: { nominees: listed(open) } });
  return judged.some(({ verdict }) => verdict?.verdict === 'qualified')
    ? ok(undefined)
    : refuse('NO_QUALIFIED_NOMINEE', { rule: 'R8' });
};

/** Hoàn thành thẩm định: the verdicts are counted, and the dossier goes on. */
export const completeAppraisal: Feature<'complete-appraisal'> = (ask) => {
  const judged = nomineesWhere(ask.state, ({ dropped }) => !dropped);
  const qualified = judged.filter(({ verdict }) => verdict?.verdict === 'qualified').length;
  return ok([
    { type: 'DossierAppraised', data: { qualified, notQualified: judged.length - qualified, ...nextPlace(ask) } },
  ]);
};
