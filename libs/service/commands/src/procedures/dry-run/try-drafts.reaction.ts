import type { ProcedureFactOf } from '#libs/domain/procedure';
import { systemActor } from '#libs/service/access';
import { derivedId, procedureStream } from '../../ids.js';
import type { Reaction } from '../../reaction-runner.js';
import type { ProcedureLives } from '../procedure-lives.js';
import type { DryRuns } from './dry-runs.js';

/** Tries a draft because somebody asked for it, and notes what was found. Done again after a crash, it is noted once. */
export const tryDraftsReaction = (runs: Pick<DryRuns, 'carryOut'>, lives: ProcedureLives): Reaction => ({
  name: 'try-drafted-procedure',
  streamPrefix: procedureStream(''),
  type: 'ProcedureDryRunRequested',
  react: async (event) => {
    const { version, hash, runId } = event.data as ProcedureFactOf<'ProcedureDryRunRequested'>['data'];
    const code = event.stream.slice(procedureStream('').length);
    const { total: dossiers, otherOutcome, otherDeadline } = await runs.carryOut({ runId, code, version, hash });
    const correlationId = event.metadata['correlationId'];
    const done = await lives.execute(
      code,
      { type: 'record-dry-run', data: { version, hash, runId, dossiers, otherOutcome, otherDeadline } },
      {
        actor: systemActor,
        commandId: derivedId(event.id, 'try-drafted-procedure'),
        fingerprint: 'try-drafted-procedure',
        correlationId: typeof correlationId === 'string' ? correlationId : event.id,
        causationId: event.id,
      },
    );
    return done.ok ? [] : [{ stream: event.stream, refusal: done.error }];
  },
});
