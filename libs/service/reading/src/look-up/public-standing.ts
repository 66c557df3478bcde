import type { DossierState } from '#libs/domain/dossier';
import { type Bilingual, type Instant, type LocalDate, dueText, localDateOf } from '#libs/domain/kernel';
import type { Units } from '#libs/domain/organization';
import { type Procedure, type Step, actRule, namesOfProcedure } from '#libs/domain/procedure';

export const publicStates = [
  'in_progress',
  'waiting_for_unit',
  'suspended',
  'granted',
  'rejected',
  'returned',
  'withdrawn',
] as const;

export type PublicState = (typeof publicStates)[number];

/** How a dossier stands, for whoever holds its receipt: no title, no names, no unit but the body that received it. */
export interface PublicStanding {
  readonly body: Bilingual;
  readonly receivedOn: LocalDate;
  readonly step: Bilingual;
  readonly state: PublicState;
  readonly stateText: Bilingual;
  /** What has to be done next, and until when; null when nothing is due. */
  readonly next: { readonly what: Bilingual; readonly dueAt: Instant; readonly text: Bilingual } | null;
}

const stateTexts: Readonly<Record<PublicState, Bilingual>> = {
  in_progress: { vi: 'Đang xử lý', en: 'In progress' },
  waiting_for_unit: { vi: 'Chờ đơn vị bổ sung', en: 'Waiting for the unit’s supplement' },
  suspended: { vi: 'Đang tạm dừng để xác minh', en: 'Suspended while something is verified' },
  granted: { vi: 'Đã có quyết định khen thưởng', en: 'A decision was issued' },
  rejected: { vi: 'Không được phê duyệt', en: 'Not approved' },
  returned: { vi: 'Đã trả lại hồ sơ', en: 'Returned' },
  withdrawn: { vi: 'Đơn vị đã rút hồ sơ', en: 'Withdrawn by the unit' },
};

/** What somebody outside is told of an end; a dossier that ended before it was received has no standing. */
const outcomeStates: Readonly<Partial<Record<Extract<Step, { kind: 'end' }>['outcome'], PublicState>>> = {
  granted: 'granted',
  rejected: 'rejected',
  returned: 'returned',
  refused: 'returned',
  withdrawn: 'withdrawn',
};

const inBoth = (say: (language: 'vi' | 'en') => string): Bilingual => ({ vi: say('vi'), en: say('en') });

/** The standing of a dossier that was received; `undefined` for one that was not, and for a secret one (R9). */
export function publicStanding(
  dossier: DossierState,
  procedure: Procedure | undefined,
  units: Units,
): PublicStanding | undefined {
  const { receivedAt, secrecy, step, bodyId } = dossier;
  if (receivedAt === undefined || secrecy !== 'none') return undefined;
  const state = stateOf(dossier, procedure);
  const name = (part: 'step' | 'clock', code: string): Bilingual =>
    inBoth((language) => (procedure ? namesOfProcedure(procedure, language)[part](code) : code));
  const body = units.get(bodyId)?.name;
  const next = nextDue(dossier);
  return {
    body: body ? { vi: body.vi, en: body.en } : { vi: bodyId, en: bodyId },
    receivedOn: localDateOf(receivedAt),
    step: name('step', step),
    state,
    stateText: stateTexts[state],
    next: next
      ? {
          what: name('clock', next.clock),
          dueAt: next.dueAt,
          text: inBoth((language) => dueText(next.dueAt, language)),
        }
      : null,
  };
}

function stateOf({ step, suspended }: DossierState, procedure: Procedure | undefined): PublicState {
  if (suspended) return 'suspended';
  const here = procedure?.steps[step];
  const outcome = here?.kind === 'end' ? outcomeStates[here.outcome] : undefined;
  if (outcome) return outcome;
  return procedure && actRule(procedure, step, 'supplement') ? 'waiting_for_unit' : 'in_progress';
}

/** The soonest clock that runs, or ran out and still waits. */
function nextDue({ deadlines }: DossierState): { readonly clock: string; readonly dueAt: Instant } | undefined {
  const open = [...deadlines.values()].filter(({ state }) => state === 'running' || state === 'missed');
  return open.map(({ terms }) => terms).toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0];
}
