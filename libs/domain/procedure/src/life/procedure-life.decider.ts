import { type Actor, type Decider, type Decision, type Instant, type Role, ok, refuse } from '#libs/domain/kernel';
import { checkDraft } from './check-draft.js';
import { decidePublish, decideRetire, refuseFaulty } from './publish.decision.js';
import {
  isSystemsProcedureCommand,
  type ProcedureCommand,
  placeOfDocument,
  type ProcedureCommandOf,
} from './procedure-life.commands.js';
import { MOST_DOCUMENT_LENGTH, type ProcedureFact } from './procedure-life.events.js';
import { evolveProcedureLife, type MaybeProcedureLife, type ProcedureLife } from './procedure-life.state.js';

/** What a decision on a procedure needs besides its own past. */
export interface ProcedureLifeContext {
  /** The award's code, as in the stream's name. */
  readonly code: string;
  readonly actor: Actor;
  readonly now: Instant;
  /** For `save-draft`: the canonical text of the document and its hash. */
  readonly canonical?: { readonly text: string; readonly hash: string };
  /** For `request-dry-run`: the id of the run, derived from the command's. */
  readonly runId?: string;
  /** The reminder ladders of the law. */
  readonly ladders: ReadonlySet<string>;
}

type Facts = Decision<readonly ProcedureFact[]>;

/**
 * The life of an award's procedure (quy trình), streams `procedure-<code>`: draft, check, dry run, publication by a second person, end.
 * Kept by operators (`POSITION_NOT_ALLOWED` for all others).
 */
export const procedureLifeDecider: Decider<MaybeProcedureLife, ProcedureCommand, ProcedureFact, ProcedureLifeContext> =
  {
    initialState: undefined,
    decide(command, state, context): Facts {
      const keeper: Role = isSystemsProcedureCommand(command.type) ? 'system' : 'operator';
      if (!context.actor.roles.includes(keeper)) return refuse('POSITION_NOT_ALLOWED', { params: { roles: [keeper] } });
      if (command.type === 'save-draft') return saveDraft(command, state, context);
      if (command.type === 'enter-shipped') return enterShipped(command, state);
      if (!state) return refuse('NOT_FOUND', { params: { what: context.code } });
      switch (command.type) {
        case 'discard-draft':
          return state.drafts.has(command.data.version)
            ? ok([{ type: 'ProcedureDraftDiscarded', data: command.data }])
            : noDraft(command.data.version);
        case 'request-dry-run':
          return requestDryRun(command, state, context);
        case 'record-dry-run':
          return recordDryRun(command, state);
        case 'publish':
          return decidePublish(command, state, context);
        case 'retire':
          return decideRetire(command, state, context);
        default:
          return noteExpiry(command, state);
      }
    },
    evolve: (state, fact) => evolveProcedureLife(state, fact),
  };

const noDraft = (version: string) => refuse('PROCEDURE_DRAFT_UNKNOWN', { params: { version } });

/** A draft may have faults: it is written down to be mended. */
function saveDraft(
  { data: { document } }: ProcedureCommandOf<'save-draft'>,
  state: MaybeProcedureLife,
  { code, canonical, ladders }: ProcedureLifeContext,
): Facts {
  if (!canonical) throw new Error('save-draft needs the canonical text of the document.');
  const { version, code: own } = placeOfDocument(document);
  if (own !== code) {
    return refuse('PROCEDURE_CODE_DIFFERS', { params: { code: own, expected: code } });
  }
  if (state?.versions.has(version)) return refuse('PROCEDURE_VERSION_PUBLISHED', { params: { version } });
  const { text, hash } = canonical;
  if (text.length > MOST_DOCUMENT_LENGTH) {
    return refuse('PROCEDURE_TOO_LONG', { params: { length: text.length, limit: MOST_DOCUMENT_LENGTH } });
  }
  if (state?.drafts.get(version)?.hash === hash) return ok([]);
  const checked = checkDraft(document, ladders);
  const faults = checked.ok ? 0 : checked.error.length;
  return ok([{ type: 'ProcedureDraftSaved', data: { version, document: text, hash, faults } }]);
}

/** What the law's files hold, once: a procedure that is there stays as it is. */
function enterShipped({ data }: ProcedureCommandOf<'enter-shipped'>, state: MaybeProcedureLife): Facts {
  if (state) return ok([]);
  return ok(data.versions.map((each) => ({ type: 'ProcedurePublished', data: { ...each, origin: 'shipped' } })));
}

function requestDryRun(
  { data: { version } }: ProcedureCommandOf<'request-dry-run'>,
  state: ProcedureLife,
  { runId, ladders }: ProcedureLifeContext,
): Facts {
  if (runId === undefined) throw new Error('request-dry-run needs the id of the run.');
  const draft = state.drafts.get(version);
  if (!draft) return noDraft(version);
  // A procedure with faults cannot be gone through at all.
  const checked = checkDraft(JSON.parse(draft.document), ladders);
  if (!checked.ok) return refuseFaulty(version, checked.error);
  return ok([{ type: 'ProcedureDryRunRequested', data: { version, hash: draft.hash, runId } }]);
}

/** Of a draft that was changed or published meanwhile it is noted all the same: it was found. */
function recordDryRun({ data }: ProcedureCommandOf<'record-dry-run'>, { drafts }: ProcedureLife): Facts {
  return ok(drafts.get(data.version)?.dryRun?.runId === data.runId ? [] : [{ type: 'ProcedureDryRunRecorded', data }]);
}

function noteExpiry({ data }: ProcedureCommandOf<'note-expiry'>, { versions }: ProcedureLife): Facts {
  const version = versions.get(data.version);
  if (!version || version.until !== data.until || version.expiryNoted === data.until) return ok([]);
  return ok([{ type: 'ProcedureExpiryNoted', data }]);
}
