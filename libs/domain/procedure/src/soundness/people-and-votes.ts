import { isKnown } from '../act-rule.js';
import { roleAtLevel } from '../flow/role-at.js';
import { isActing, type WayOut, waysOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { type Doer, doerOf } from './who-acts.js';

/** Why a vote at a step has no rule by which its result could be found; nothing where it has one. */
export function voteWithoutRule(
  procedure: ProcedureDocument,
  name: string,
): { readonly vi: string; readonly en: string } | undefined {
  const step = procedure.steps[name];
  if (step?.kind !== 'vote') return undefined;
  const vote = procedure.votes[step.vote];
  if (!vote || !isKnown(vote.quorum)) {
    return { vi: 'biểu quyết mà không có quy định số người dự họp', en: 'a vote without a quorum rule' };
  }
  if (isKnown(vote.threshold) || !step.acts['record-council-result']) return undefined;
  return {
    vi: 'tỷ lệ phiếu chưa rõ nên không tính được: ghi kết quả bằng hoàn thành bước',
    en: 'the bar is unknown, so the result cannot be computed: let it be written down by the completion of the step',
  };
}

/** Who can take a way out of a step. */
export function takerOf(procedure: ProcedureDocument, name: string, { act, roles }: WayOut): Doer {
  const level = procedure.steps[name]?.level ?? '';
  return doerOf(
    procedure,
    act,
    roles.map((text) => roleAtLevel(text, level)),
  );
}

/** Whether somebody who works in the system can take a way that leads on from a step; one of a system that never does it is told apart. */
export function somebodyCanGoOn(procedure: ProcedureDocument, name: string): boolean {
  const step = procedure.steps[name];
  if (!step || !isActing(step)) return true;
  const on = waysOut(name, step).filter(({ to }) => to !== name);
  return on.length === 0 || on.some((way) => takerOf(procedure, name, way) !== 'nobody');
}
