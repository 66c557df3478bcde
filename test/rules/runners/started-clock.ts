import type { TimeLimit } from '#libs/domain/calendar';
import { actRule, type ClockRule, type ClockTrigger, type Procedure } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { changed, lawAlways, versionOf } from '../law-of-cases.js';
import { RuleOffice } from '../rule-office.js';

/** What a case says of a clock that it starts. */
export interface ClockOfCase {
  readonly deadline?: string;
  readonly start: string;
  readonly limit: TimeLimit;
  readonly onSupplement?: 'pause' | 'restart' | 'run_on';
  readonly firstUploadAt?: string;
  readonly submittedAt?: string;
  readonly halfDaysOff?: readonly { readonly date: string; readonly part: 'am' | 'pm' }[];
}

export interface Started {
  readonly office: RuleOffice;
  readonly dossier: DrivenDossier;
  readonly procedure: Procedure;
  /** Its name in the procedure. */
  readonly clock: string;
  /** Its id on the dossier. */
  readonly clockOf: () => string;
}

/** Deadlines as the law's tables call them → the award in which such a clock runs, and how its clock's name begins. */
const clocks: Readonly<Record<string, readonly [award: string, clock: RegExp]>> = {
  RETURN_MOHA: ['HCLD3', /^return-moha$/],
  APPRAISE_MOHA: ['HCLD3', /^appraise-moha$/],
  SEND_DECISION_DOWN: ['HCLD3', /^notify-moha$/],
  SEND_DECISION_RECIPIENT: ['HCLD3', /^notify$/],
  SUBMIT_AFTER_CONSULT: ['HCLD3', /^submit-after-opinions$/],
  REPLY_CONSULT: ['HCLD3', /^reply-mp/],
  TNXP_RETURN: ['HC_TNXP', /^return-base$/],
  TNXP_COMMUNE: ['HC_TNXP', /^appraise-base$/],
  TNXP_PROVINCE: ['HC_TNXP', /^appraise-mp$/],
  TNXP_MOHA: ['HC_TNXP', /^appraise-moha$/],
};
const usual = ['BK_TINH', /^appraise/] as const;

/**
 * A dossier whose clock starts at the moment of the case and by the fact that the procedure names, under the limit of the case: the
 * figure is data, and another file may have another.
 */
export async function startedAt(data: ClockOfCase): Promise<Started> {
  const [award, named] = clocks[data.deadline ?? ''] ?? usual;
  const shipped = versionOf(award);
  const [clock, rule] = Object.entries(shipped.clocks).find(([name]) => named.test(name)) ?? [];
  if (!rule || clock === undefined) throw new Error(`${award} has no clock like ${String(named)}.`);
  const procedure = changed(shipped, { clocks: { ...shipped.clocks, [clock]: underCase(rule, data) } });
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const began =
    data.firstUploadAt ?? data.submittedAt ?? new Date(Date.parse(data.start) - 90 * 86_400_000).toISOString();
  office.at(began);
  await halfDaysOff(office, data.halfDaysOff ?? []);
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.attach();
  if (data.submittedAt !== undefined) office.at(data.submittedAt);
  await drivenTo(dossier, procedure, rule.startsOn, data.start);
  return { office, dossier, procedure, clock, clockOf: () => `${clock}-1` };
}

const underCase = (rule: ClockRule, { limit, onSupplement }: ClockOfCase): ClockRule => {
  const { value, unit, firstDayCounted } = limit;
  const { source, confidence } = rule.limit;
  return {
    ...rule,
    limit: { value, unit, firstDayCounted, source, confidence },
    ...(onSupplement ? { onSupplement } : {}),
  };
};

async function halfDaysOff(office: RuleOffice, halves: NonNullable<ClockOfCase['halfDaysOff']>): Promise<void> {
  for (const { date, part } of halves) {
    const day = { date, kind: 'decision' as const, effect: part === 'am' ? ('am_off' as const) : ('pm_off' as const) };
    const year = Number(date.slice(0, 4));
    const notice = { noticeId: `half-${date}-${part}`, year, days: [day], doubtful: [], completesYear: false };
    await office.calendar({ type: 'enter-notice', data: { ...notice, source: 'Quyết định', confidence: 'verified' } });
  }
}

/** Drives a dossier until one of these facts has happened, the last act at the moment that is given. */
export async function drivenTo(
  dossier: DrivenDossier,
  procedure: Procedure,
  triggers: readonly ClockTrigger[],
  at?: string,
): Promise<void> {
  const [trigger] = triggers;
  if (trigger === undefined) throw new Error('Nothing starts it.');
  if (typeof trigger === 'object' && 'entered' in trigger) {
    return dossier.until((name) => name === trigger.entered, at === undefined ? {} : { lastAt: at });
  }
  if (typeof trigger === 'object' && 'left' in trigger) {
    await dossier.until((name) => name === trigger.left);
    if (at !== undefined) dossier.office.at(at);
    return dossier.step(trigger.left);
  }
  const { act, level } = typeof trigger === 'object' ? trigger : { act: trigger, level: undefined };
  const there = (name: string) => {
    const rule = actRule(procedure, name, act);
    return rule !== undefined && !rule.beside && (level === undefined || procedure.steps[name]?.level === level);
  };
  await dossier.until(there);
  if (act === 'record-opinion') await dossier.stay('ask-opinion');
  if (at !== undefined) dossier.office.at(at);
  if (act === 'ask-opinion' || act === 'record-opinion' || act === 'open-notice') return dossier.stay(act);
  const place = (await dossier.state()).places.find(there) ?? '';
  await dossier.step(place, act);
}
