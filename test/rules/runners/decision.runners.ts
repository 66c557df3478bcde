import type { DecisionCommandOf } from '#libs/domain/decision';
import type { NomineeKind } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import { DrivenDossier, issueBy } from '../driven-dossier.js';
import { versionOf } from '../law-of-cases.js';
import { BODY, person, RuleOffice } from '../rule-office.js';
import { expectAnswer, must, type Runners, runs } from '../runner.js';
import { atIssuing, type Counts, longBefore, officeFor } from './at-issuing.js';

interface Issue {
  readonly body: string;
  readonly at: string;
}

interface Register {
  readonly issues?: readonly Issue[] | number;
  readonly givenUp?: readonly number[];
  readonly recipients?: number;
}

const register = runs<Register, never>(async ({ data, then }) => {
  const { issues, givenUp = [], recipients } = data;
  const value = Array.isArray(issues)
    ? await numbersOf(issues as readonly Issue[])
    : recipients === undefined
      ? await withGivenUp(issues as number, givenUp)
      : await goldenBook(recipients);
  expect(value).toEqual(then.value);
});

/** Several bodies issue at the moments of a case; which number each decision got. */
async function numbersOf(issues: readonly Issue[]) {
  const office = officeFor('BK_TINH').at(longBefore(issues[0]?.at ?? ''));
  const drafts: { readonly body: string; readonly at: string; readonly decisionId: string }[] = [];
  for (const [index, { body, at }] of issues.entries()) {
    const dossier = await atIssuing(office, `D${index + 1}`, 'BK_TINH', { bodyId: body });
    await dossier.draftDecision(`Q${index + 1}`);
    drafts.push({ body, at, decisionId: `Q${index + 1}` });
  }
  const numbers: object[] = [];
  for (const { body, at, decisionId } of drafts) {
    office.at(at);
    const today = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
    must(await office.decide(decisionId, person('clerk', body), issueBy(body, today)), 'issue');
    const { issue } = await office.decision(decisionId);
    numbers.push({ body, year: Number(issue?.date.slice(0, 4)), number: issue?.number });
  }
  return numbers;
}

/** So many drafts take their numbers one after the other; those given up had theirs taken by an attempt that was cut off. */
async function withGivenUp(issues: number, givenUp: readonly number[]) {
  const office = officeFor('BK_TINH');
  const noted: unknown[] = [];
  for (let index = 1; index <= issues; index++) {
    const decisionId = `Q${index}`;
    const dossier = await atIssuing(office, `D${index}`, 'BK_TINH');
    const clerk = await dossier.draftDecision(decisionId);
    const issue = issueBy(BODY, dossier.today());
    if (!givenUp.includes(index)) {
      must(await office.decide(decisionId, clerk, issue), 'issue');
      continue;
    }
    await cutOff(office.store, `decision-${decisionId}`, () => office.decide(decisionId, clerk, issue));
    must(await office.decide(decisionId, clerk, { type: 'give-up', data: { reason: 'Soạn lại' } }), 'give up');
    const [note] = (await office.facts(`decision-${decisionId}`)).filter(({ type }) => type === 'NumberGivenUp');
    noted.push(note?.data['number']);
  }
  const { events } = await office.store.readAll({
    after: 'start',
    limit: 1_000,
    filter: { streamPrefixes: ['register-'] },
  });
  const taken = events.map(({ revision }) => revision + 1);
  const last = (await office.decision(`Q${issues}`)).issue?.number;
  return { next: last, taken, noted };
}

/** The process dies after the number was taken and before the decision was written. */
async function cutOff(store: EventStore, stream: string, doing: () => Promise<unknown>): Promise<void> {
  const append = store.append.bind(store);
  store.append = (to, ...rest) => (to === stream ? Promise.reject(new Error('killed')) : append(to, ...rest));
  await expect(doing()).rejects.toThrow('killed');
  store.append = append;
}

async function goldenBook(recipients: number) {
  const office = officeFor('BK_TINH');
  const dossier = await atIssuing(office, 'D1', 'BK_TINH', { counts: { individual: recipients } });
  await dossier.issue('Q1');
  const numbers = (await office.decision('Q1')).recipients.map(({ goldenBookNumber }) => goldenBookNumber);
  const { events } = await office.store.readAll({
    after: 'start',
    limit: 1_000,
    filter: { streamPrefixes: ['register-'] },
  });
  const goldenBook = [Math.min(...numbers), Math.max(...numbers)];
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  return { decisionNumbers: events.length, goldenBook, distinct: new Set(numbers).size };
}

interface CancelOne {
  readonly recipients: Counts;
  readonly cancel?: readonly NomineeKind[];
  readonly alreadyCancelled?: number;
}

const cancelOne = runs<CancelOne, Readonly<Record<string, number>>>(async ({ data, then }) => {
  const office = officeFor('BK_TINH');
  const dossier = await atIssuing(office, 'D0', 'BK_TINH', { counts: data.recipients });
  await numbersBefore(office, (then.value?.['decisionNumber'] ?? 1) - 1);
  await dossier.issue('Q1');
  const cancel = async (nomineeId: string) =>
    office.decide('Q1', person('authority', BODY), {
      type: 'cancel-award',
      data: { dossierId: 'D0', nomineeId, ground: 'false_merit', reason: 'Kết luận thanh tra' },
    });
  const { recipients } = await office.decision('Q1');
  const standing = async () => {
    const { cancelled } = await office.decision('Q1');
    return recipients.filter(({ nomineeId }) => !cancelled.has(`D0/${nomineeId}`));
  };
  const named = recipients.slice(0, data.alreadyCancelled ?? 0).map(({ nomineeId }) => nomineeId);
  for (const nomineeId of named) must(await cancel(nomineeId), 'the first cancellation');
  const asked = named.length > 0 ? [named.at(-1) ?? ''] : firstOfEach(recipients, data.cancel ?? []);
  for (const nomineeId of asked) expectAnswer(await cancel(nomineeId), then);
  const valid = await standing();
  const { issue } = await office.decision('Q1');
  const found: Readonly<Record<string, number | undefined>> = {
    valid: valid.length,
    cancelled: recipients.length - valid.length,
    decisionNumber: issue?.number,
    validCollective: valid.filter(({ kind }) => kind === 'collective').length,
    validIndividual: valid.filter(({ kind }) => kind === 'individual').length,
    validHousehold: valid.filter(({ kind }) => kind === 'household').length,
  };
  expect(found).toMatchObject(then.value ?? {});
});

type Recipients = readonly { readonly nomineeId: string; readonly kind: NomineeKind }[];

/** For each kind that is named one recipient of it, nobody twice. */
function firstOfEach(recipients: Recipients, kinds: readonly NomineeKind[]): readonly string[] {
  const left = [...recipients];
  return kinds.map((kind) => {
    const index = left.findIndex((each) => each.kind === kind);
    return left.splice(index, 1)[0]?.nomineeId ?? '';
  });
}

/** Decisions that took the numbers before. */
async function numbersBefore(office: RuleOffice, count: number): Promise<void> {
  if (count <= 0) return;
  const dossier = await atIssuing(office, 'D-BEFORE', 'BK_TINH', { counts: { individual: count } });
  for (let index = 1; index <= count; index++) {
    const clerk = await dossier.draftDecision(`B${index}`, [`N${index}`]);
    must(await office.decide(`B${index}`, clerk, issueBy(BODY, dossier.today())), 'issue');
  }
}

type Signer = DecisionCommandOf<'issue'>['data']['signer'];

interface Capacity {
  readonly award: string;
  readonly capacity: string;
  readonly signedAt: string;
  readonly mandate?: {
    readonly from: string;
    readonly to: string;
    readonly written: boolean;
    readonly scope: readonly string[];
    readonly redelegated: boolean;
  };
}

const capacity = runs<Capacity>(async ({ data, then }) => {
  const day = data.signedAt.slice(0, 10);
  const office = officeFor(data.award).at(longBefore(day));
  const dossier = await atIssuing(office, 'D1', data.award);
  office.at(data.signedAt);
  const clerk = await dossier.draftDecision('Q1');
  const { mandate } = data;
  const written = mandate?.written && {
    number: '5/UQ',
    date: mandate.from,
    from: mandate.from,
    to: mandate.to,
    scope: [...mandate.scope],
    redelegated: mandate.redelegated,
  };
  const signer = {
    accountId: 'deputy',
    name: 'Người Ký',
    capacity: data.capacity,
    ...(written ? { mandate: written } : {}),
  };
  const issue = { date: day, sign: 'QĐ', signer: signer as Signer };
  expectAnswer(await office.decide('Q1', clerk, { type: 'issue', data: issue }), then);
});

interface Revoke {
  readonly award: string;
  readonly decidedBy: string;
  readonly actorBody: string;
  readonly ground: string;
}

const revoke = runs<Revoke>(async ({ data, then }) => {
  const { award, decidedBy, actorBody, ground } = data;
  const office = officeFor(award);
  const dossier = await DrivenDossier.begin(office, 'D1', versionOf(award), { decidingUnit: decidedBy });
  await dossier.until('receive-decision');
  await dossier.issue('Q1');
  expect((await office.decision('Q1')).bodyId).toBe(decidedBy);
  const cancel = { dossierId: 'D1', nomineeId: 'N1', ground, reason: 'Kết luận thanh tra' };
  // Who may look into the decisions of others: of whom it is hidden, he is told nothing of it.
  const superior = { ...person('authority', actorBody), roles: ['authority', 'auditor'] as const };
  expectAnswer(await office.decide('Q1', superior, { type: 'cancel-award', data: cancel }), then);
  expect((await office.decision('Q1')).cancelled.size).toBe(then.allowed ? 1 : 0);
});

export const decisionRunners: Runners = {
  register,
  'cancel-one': cancelOne,
  capacity,
  revoke,
};
