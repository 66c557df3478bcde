import type { UnitCommand } from '#libs/domain/organization';
import { actRule, isKnown, type Procedure, voteAt } from '#libs/domain/procedure';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { Organization, Units } from '#libs/service/commands';
import { councilResult, DrivenDossier } from '../driven-dossier.js';
import { changed, lawAlways, versionOf } from '../law-of-cases.js';
import { instant, person, requestOf, RuleOffice } from '../rule-office.js';
import { expectAnswer, must, refusalOf, type Runners, runs } from '../runner.js';
import { laterThan } from './clock.runners.js';
import { before } from './intake.runners.js';

interface Council {
  readonly award: string;
  readonly members: number;
  readonly present: number;
  readonly writtenOpinions: number;
}

interface Ballot extends Council {
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  readonly threshold?: readonly [number, number];
  readonly frozenMembers?: number;
  readonly frozenAt?: string;
  readonly membershipChanges?: readonly { readonly at: string; readonly delta: number }[];
  readonly softwareVersions?: readonly string[];
}

type Vote = Procedure['votes'][string];

/** Figures of the attendance that let any council sit: of cases about something else. */
const anybody = ({ quorum }: Vote): Vote['quorum'] =>
  isKnown(quorum) ? { ...quorum, numerator: 1, denominator: 1_000 } : quorum;

/** The award with its votes changed one by one. */
function withVotes(code: string, change: (vote: Vote) => Partial<Vote>): Procedure {
  const shipped = versionOf(code);
  const votes = Object.fromEntries(
    Object.entries(shipped.votes).map(([name, vote]) => [name, { ...vote, ...change(vote) }]),
  );
  return changed(shipped, { votes });
}

const counts = (procedure: Procedure, name: string) =>
  procedure.steps[name]?.kind === 'vote' && actRule(procedure, name, 'record-council-result') !== undefined;

/** Whether the bar of the vote at a step is the one of the case: the award's own file must say so. */
function hasBar(procedure: Procedure, name: string, bar: readonly [number, number] | undefined): boolean {
  const threshold = voteAt(procedure, name)?.threshold;
  if (!counts(procedure, name) || !threshold || !isKnown(threshold)) return false;
  return bar === undefined || (threshold.numerator === bar[0] && threshold.denominator === bar[1] && !threshold.strict);
}

/** A dossier of two at the vote of a case: about the first the case speaks, for the other everybody is. */
async function atVote(
  office: RuleOffice,
  procedure: Procedure,
  bar: readonly [number, number] | undefined,
): Promise<DrivenDossier> {
  const dossier = await DrivenDossier.begin(office, 'D1', procedure, { nominees: [{}, {}] });
  await dossier.until((name) => hasBar(procedure, name, bar));
  return dossier;
}

function resultOf(dossier: DrivenDossier, data: Ballot) {
  const { present, writtenOpinions: written, yes, no, other } = data;
  const members = data.frozenMembers ?? data.members;
  const everybody = present + written;
  return councilResult(
    [
      { nomineeId: 'N1', yes, no, other },
      { nomineeId: 'N2', yes: everybody, no: 0, other: 0 },
    ],
    dossier.today(),
    { members, present, written },
  );
}

const vote = runs<Ballot, { passed: boolean; needed: number; sameDecisionInBoth?: boolean }>(async ({ data, then }) => {
  const procedure = withVotes(data.award, (each) => ({ quorum: anybody(each) }));
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const dossier = await atVote(office, procedure, data.threshold);
  const result = resultOf(dossier, data);
  const recorded = await dossier.tried(data.frozenAt === undefined ? result : await sessionOf(dossier, data, result));
  // A case of two versions of the software asks about the approval: what was recorded is the same for both.
  expectAnswer(recorded, data.softwareVersions ? { allowed: true } : then);
  const { council, nominees } = await dossier.state();
  expect({ passed: nominees.get('N1')?.vote?.passed, needed: council?.needed }).toEqual({
    passed: then.value?.passed,
    needed: then.value?.needed,
  });
  if (then.rule !== undefined) expect(council?.threshold.rule).toBe(then.rule);
  await approveBoth(dossier, then.value?.passed === true, then.rule);
  if (data.softwareVersions) await sameInEach(office, dossier, data.softwareVersions);
});

/**
 * The council as the organization has it: so many when the session opens, and who is appointed while it sits. With any other figure
 * than that of the opening the result is refused.
 */
async function sessionOf(
  dossier: DrivenDossier,
  { frozenAt = '', frozenMembers = 0, membershipChanges = [] }: Ballot,
  result: ReturnType<typeof resultOf>,
): Promise<ReturnType<typeof resultOf>> {
  const { office } = dossier;
  const { bodyId } = await dossier.state();
  const organization = new Organization(office.store);
  const units = new Units(office.store, organization, office.clock);
  const give = async (command: UnitCommand) =>
    must(await units.execute(bodyId, command, requestOf(person('operator', 'IT'))), command.type);
  const names = { vi: 'Hội đồng', en: 'Council' };
  office.at(before(frozenAt));
  await give({ type: 'establish', data: { unitId: bodyId, name: names, kind: 'so', from: '2016-01-01' } });
  const today = frozenMembers + membershipChanges.reduce((sum, { delta }) => sum + delta, 0);
  const seats = frozenMembers + membershipChanges.reduce((sum, { delta }) => sum + Math.max(0, delta), 0);
  await give({
    type: 'create-position',
    data: { positionId: 'seat', title: names, roles: ['council_member'], seats, head: false, from: '2016-01-01' },
  });
  let members = 0;
  const appoint = async () =>
    give({ type: 'appoint', data: { positionId: 'seat', accountId: `member-${(members += 1)}`, from: '2016-01-01' } });
  const oneLeaves = async () => {
    const held = [...((await organization.read()).units.get(bodyId)?.appointments.values() ?? [])];
    const appointmentId = held.findLast(({ to }) => to === undefined)?.appointmentId ?? '';
    await give({ type: 'end-appointment', data: { appointmentId, on: dossier.today() } });
  };
  while (members < frozenMembers) await appoint();
  for (const { at, delta } of membershipChanges) {
    office.at(at);
    for (let left = Math.abs(delta); left > 0; left--) await (delta > 0 ? appoint() : oneLeaves());
  }
  office.at(laterThan(membershipChanges.at(-1)?.at ?? frozenAt, 60));
  const heldOn = dossier.today();
  const session = {
    ...result.data,
    heldOn,
    openedAt: instant(frozenAt),
    minutes: { ...result.data.minutes, date: heldOn },
  };
  if (today !== frozenMembers) {
    const asToday = { ...session, members: today };
    expect(refusalOf(await dossier.tried({ ...result, data: asToday }))).toMatchObject({
      code: 'COUNCIL_MEMBERS_DIFFER',
      rule: 'R28',
      params: { counted: frozenMembers },
    });
  }
  return { ...result, data: session };
}

/** The nominee of the case is approved if he passed, and refused by the rule if not. */
async function approveBoth(dossier: DrivenDossier, passed: boolean, rule: string | undefined): Promise<void> {
  const other = (await dossier.state()).nominees.get('N2')?.vote?.passed === true;
  // Where nobody passed most awards go no further, and nobody can be approved.
  if (passed || other) await dossier.until('approve');
  const approved = passed ? ['N1'] : other ? ['N1', 'N2'] : ['N1'];
  const refused = ['N2'].filter((id) => !approved.includes(id)).map((nomineeId) => ({ nomineeId, reason: 'Không' }));
  const command = { type: 'approve' as const, data: { approved, refused } };
  const state = await dossier.state();
  const reachable = state.places.some((name) => actRule(dossier.procedure, name, 'approve') !== undefined);
  const by = reachable ? undefined : person('authority', state.bodyId);
  const answer = await dossier.tried(command, by);
  if (passed) return expectAnswer(answer, { allowed: true });
  const needsIt = state.places.some((name) => {
    const step = dossier.procedure.steps[name];
    return step?.kind === 'decision' && step.needs?.passed !== undefined;
  });
  if (reachable && needsIt) expectAnswer(answer, { allowed: false, ...(rule ? { rule } : {}) });
  else expect(answer.ok).toBe(false);
}

/** The recorded history, read by another process from a copy of the log: the same command gets the same answer. */
async function sameInEach(office: RuleOffice, dossier: DrivenDossier, versions: readonly string[]): Promise<void> {
  const answers: unknown[] = [];
  for (const version of versions) {
    const store = new InMemoryEventStore({ now: () => office.clock.now() });
    const facts = await office.facts('dossier-D1');
    const events = facts.map(({ id, type, schemaVersion, effectiveAt, data, metadata }) => ({
      id,
      type,
      schemaVersion,
      effectiveAt,
      data,
      metadata,
    }));
    await store.append('dossier-D1', 'noStream', events, {
      account: version,
      commandId: facts[0]?.id ?? '',
      fingerprint: 'copy',
    });
    const copy = new RuleOffice({ law: office.law, store, clock: office.clock });
    const authority = await dossier.actor('approve').catch(() => person('authority', 'BODY-1'));
    const approve = { type: 'approve' as const, data: { approved: ['N1'], refused: [] } };
    answers.push(refusalOf(await copy.act('D1', authority, approve)));
  }
  expect(answers).toEqual(answers.map(() => answers[0]));
}

const voteInvalid = runs<Ballot>(async ({ data, then }) => {
  const procedure = withVotes(data.award, (each) => ({ quorum: anybody(each) }));
  const dossier = await atVote(new RuleOffice({ law: lawAlways(procedure) }), procedure, data.threshold);
  const facts = (await dossier.state()).revision;
  expectAnswer(await dossier.tried(resultOf(dossier, data)), then);
  if (!then.allowed) expect((await dossier.state()).revision).toBe(facts);
});

interface Session extends Council {
  readonly session: string;
  readonly attendance: readonly [number, number];
}

const quorum = runs<Session, { needed: number }>(async ({ data, then }) => {
  const [numerator, denominator] = data.attendance;
  const asAsked = (vote: Vote): boolean =>
    isKnown(vote.quorum) && vote.quorum.numerator * denominator === numerator * vote.quorum.denominator;
  const shipped = versionOf(data.award);
  // Where no vote of the award asks for this attendance, it is the choice of an office (R25), which its own file states.
  const own = Object.values(shipped.votes).some(asAsked);
  const procedure = own
    ? shipped
    : withVotes(data.award, ({ quorum }) =>
        isKnown(quorum) ? { quorum: { ...quorum, numerator, denominator, rule: 'R25' } } : {},
      );
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.until((name) => {
    const here = voteAt(procedure, name);
    return counts(procedure, name) && here !== undefined && asAsked(here);
  });
  const { members, present, writtenOpinions: written } = data;
  const result = councilResult([{ nomineeId: 'N1', yes: 1, no: 0, other: 0 }], dossier.today(), {
    members,
    present,
    written,
  });
  const answer = await dossier.tried(result);
  expectAnswer(answer, then);
  if (!answer.ok) expect(answer.error.params).toMatchObject({ needed: then.value?.needed });
  else await neededExactly(office, procedure, asAsked, data, then.value?.needed ?? -1);
});

/** With one member fewer than needed nobody could have sat. */
async function neededExactly(
  office: RuleOffice,
  procedure: Procedure,
  asAsked: (vote: Vote) => boolean,
  { members }: Session,
  needed: number,
): Promise<void> {
  for (const [id, present, ok] of [
    ['D2', needed, true],
    ['D3', needed - 1, false],
  ] as const) {
    const dossier = await DrivenDossier.begin(office, id, procedure);
    await dossier.until((name) => {
      const here = voteAt(procedure, name);
      return counts(procedure, name) && here !== undefined && asAsked(here);
    });
    const result = councilResult([{ nomineeId: 'N1', yes: 1, no: 0, other: 0 }], dossier.today(), { members, present });
    expect((await dossier.tried(result)).ok).toBe(ok);
  }
}

interface Minutes {
  readonly award: string;
  readonly minutes: boolean;
  readonly ballot: boolean;
}

const minutes = runs<Minutes>(async ({ data, then }) => {
  const procedure = versionOf(data.award);
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.until((name) => counts(procedure, name));
  const method = data.ballot ? { method: 'ballot' as const } : { method: 'minutes' as const, tellers: [] };
  const result = councilResult([{ nomineeId: 'N1', yes: 17, no: 0, other: 0 }], dossier.today(), method);
  const answer = await dossier.tried(result);
  expect(answer.ok).toBe(then.allowed);
  // Which of the two rules says so is left open by the case.
  if (!answer.ok) expect([then.rule, 'R37']).toContain(answer.error.rule);
  else expect((await dossier.state()).council).toMatchObject(method);
});

interface FourEyes {
  readonly appraisedBy: readonly string[];
  readonly submittedBy: string;
  readonly actor: string;
}

const fourEyes = runs<FourEyes>(async ({ data, then, when }) => {
  const procedure = versionOf('BK_TINH');
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const dossier = await DrivenDossier.begin(office, 'D1', procedure, { nominees: data.appraisedBy.map(() => ({})) });
  await dossier.attach();
  const { submittingUnitId, bodyId } = await dossier.state();
  await dossier.until('submit');
  expect(
    await dossier.tried({ type: 'submit', data: {} }, person('submitter', submittingUnitId, data.submittedBy)),
  ).toMatchObject({ ok: true });
  await dossier.until('appraise-nominees');
  for (const [index, id] of data.appraisedBy.entries()) {
    const verdicts = [{ nomineeId: `N${index + 1}`, verdict: 'qualified' as const, reason: 'Đạt', evidence: [] }];
    const appraised = await dossier.tried(
      { type: 'appraise-nominees', data: { verdicts } },
      person('officer', bodyId, id),
    );
    expect(appraised).toMatchObject({ ok: true });
  }
  await dossier.until('approve');
  const approved = [...(await dossier.state()).nominees.keys()];
  const approve = { type: 'approve' as const, data: { approved, refused: [] } };
  const asked = await dossier.tried(approve, person('authority', bodyId, data.actor));
  if (when.includes('approve')) return expectAnswer(asked, then);
  // The same person signs what somebody else approved.
  if (!asked.ok) await dossier.approve();
  await dossier.until('receive-decision');
  const clerk = await dossier.draftDecision('Q1');
  const signer = { accountId: data.actor, name: 'Người Ký', capacity: 'none' as const };
  const issue = { type: 'issue' as const, data: { date: dossier.today(), sign: 'QĐ', signer } };
  return expectAnswer(await office.decide('Q1', clerk, issue), then);
});

export const councilRunners: Runners = {
  vote,
  'vote-invalid': voteInvalid,
  quorum,
  minutes,
  'four-eyes': fourEyes,
};
