import { localDateOf } from '#libs/domain/kernel';
import type { NomineeKind, Procedure } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { always, changed, lawAlways, lawWith, shippedLaw, versionOf } from '../law-of-cases.js';
import { BODY, instant, person, RuleOffice, UNIT } from '../rule-office.js';
import { expectAnswer, refusalOf, type Runners, runs } from '../runner.js';

/** A while before a moment: when whoever is in time began. */
export const before = (text: string, { hours = 1 }: { readonly hours?: number } = {}): string =>
  new Date(Date.parse(instant(text)) - hours * 3_600_000).toISOString();

const DAY = 86_400_000;
const bothFormats = ['docx', 'pdf'] as const;

const inForceOn = (code: string, text: string): Procedure | undefined => {
  const day = localDateOf(instant(text));
  const versions = shippedLaw.procedures.filter((each) => each.code === code);
  return versions.find(({ effective: { from, until } }) => from <= day && (until === null || day < until));
};
const isInForce = (code: string, text: string): boolean => inForceOn(code, text) !== undefined;

/** The version that the days of a case will bind to or begin under. */
const versionOn = (code: string, text: string): Procedure => inForceOn(code, text) ?? versionOf(code);

interface Regime {
  readonly award: string;
  readonly receivedAt: string;
  readonly decideAt: string;
  readonly submittedAt?: string;
  readonly detachedAt?: string;
}

const regime = runs<Regime, { regime: string }>(async ({ data, then }) => {
  const earlier = data.submittedAt ?? before(data.receivedAt);
  // On the first day of the first version nobody has begun before.
  const begunAt = isInForce(data.award, earlier) ? earlier : data.receivedAt;
  const office = new RuleOffice().at(begunAt);
  const dossier = await DrivenDossier.begin(office, 'D1', versionOn(data.award, begunAt), { nominees: [{}, {}] });
  const late: string[] = [];
  if (data.submittedAt === undefined) await dossier.attach();
  else late.push(await dossier.attachAllButOne());
  await dossier.until('receive');
  const receive = { type: 'receive', data: {} } as const;
  if (late.length > 0) {
    // Handed in, but not full: no receipt binds it yet.
    expect(refusalOf(await dossier.tried(receive)).rule).toBe('R5');
    const items = late.map((document) => ({ document }));
    await dossier.do({ type: 'request-supplement', data: { items, reason: 'Thiếu giấy tờ' } });
    office.at(before(data.receivedAt, { hours: 0.5 }));
    await dossier.attach(late);
    await dossier.do({ type: 'supplement', data: {} });
  }
  if (begunAt !== data.receivedAt) office.at(data.receivedAt);
  expectAnswer(await dossier.tried(receive), then);
  let id = 'D1';
  if (data.detachedAt !== undefined) {
    await dossier.until('appraise-nominees');
    office.at(data.detachedAt);
    await dossier.do({ type: 'detach-nominees', data: { nominees: ['N2'], reason: 'Tách riêng' } });
    await office.react();
    id = (await dossier.state()).detached[0]?.childDossierId ?? '';
  }
  const { procedure, warnings } = await office.dossier(id);
  const pinned = procedure && office.law.procedureByPin(procedure);
  expect(pinned?.regime).toBe(then.value?.regime);
  // Some awards hold figures that nobody knows under either regime; one that is carried over always does.
  if (pinned?.carriedOver !== null) expect(warnings).toContain('CONFIDENCE_UNKNOWN');
  if (then.note?.includes('warns')) expect(warnings).toContain('CONFIDENCE_UNKNOWN');
  // Judged on a later day, it is judged by the same version.
  office.at(data.decideAt);
  const later = DrivenDossier.goingOn(office, id, pinned as Procedure);
  await later.until('appraise-nominees');
  await later.appraise();
  expect((await office.dossier(id)).procedure).toEqual(procedure);
});

interface Expiry {
  readonly regimeTo: string;
  readonly award: string;
  readonly receivedAt: string;
  readonly successorLoaded: boolean;
}

const expiry = runs<Expiry, { warning: boolean }>(async ({ data, then }) => {
  // The newest version ends on the day of the case; a successor, where one is loaded, begins on it.
  const newest = shippedLaw.procedures.filter(({ code }) => code === data.award).at(-1) ?? versionOf(data.award);
  const { effective } = newest;
  const ending = changed(newest, { effective: { ...effective, from: '2015-01-01', until: data.regimeTo } });
  const next = changed(newest, { version: 'NEXT.1', effective: { ...effective, from: data.regimeTo, until: null } });
  const office = new RuleOffice({ law: lawWith([ending, ...(data.successorLoaded ? [next] : [])]) });
  const begun = new Date(
    Math.min(Date.parse(data.regimeTo) - 40 * DAY, Date.parse(data.receivedAt) - DAY),
  ).toISOString();
  office.at(begun);
  const dossier = await DrivenDossier.begin(office, 'D1', ending);
  await dossier.until('receive');
  office.at(data.receivedAt);
  expectAnswer(await dossier.tried({ type: 'receive', data: {} }), then);
  const { warnings } = await dossier.state();
  if (then.value?.warning !== undefined) expect(warnings.includes('EXPIRES_SOON')).toBe(then.value.warning);
});

interface Complete {
  readonly award: string;
  readonly regime: string;
  readonly documents: readonly string[];
}

const complete = runs<Complete, { missing: readonly string[] }>(async ({ data, then }) => {
  const procedure = versionOf(data.award, data.regime);
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.attach([]);
  for (const document of data.documents) {
    const attach = { type: 'attach-document' as const, data: { document, formats: [...bothFormats] } };
    const attached = await office.act('D1', person('submitter', UNIT), attach);
    // A paper that the award does not know replaces none that it asks for.
    if (!attached.ok) expect(attached.error).toMatchObject({ code: 'DOCUMENT_UNKNOWN', rule: 'R5' });
  }
  await dossier.until('receive');
  const answer = await dossier.tried({ type: 'receive', data: {} });
  expectAnswer(answer, then);
  const missing = answer.ok ? [] : answer.error.params?.['missing'];
  expect(missing).toEqual(then.value?.missing);
});

interface Return {
  readonly receivedAt: string;
  readonly returnedAt: string;
  readonly reason: string;
}

const returned = runs<Return>(async ({ data, then }) => {
  const procedure = versionOf('BK_TINH');
  const office = new RuleOffice({ law: lawAlways(procedure) }).at(before(data.receivedAt));
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.until('receive');
  office.at(data.receivedAt);
  await dossier.do({ type: 'receive', data: {} });
  office.at(data.returnedAt);
  const facts = (await office.facts('dossier-D1')).length;
  const answer = await dossier.tried({ type: 'return', data: { reason: data.reason } });
  expectAnswer(answer, then);
  if (!then.allowed) expect(await office.facts('dossier-D1')).toHaveLength(facts);
});

interface Secret {
  readonly classification: 'mat' | 'toi_mat' | 'tuyet_mat';
  readonly upload?: string;
  readonly stub?: { readonly number: string; readonly date: string; readonly custodian: string };
}

const secret = runs<Secret, { storedFields: readonly string[] }>(async ({ data, then }) => {
  const procedure = versionOf('BK_TINH');
  const office = new RuleOffice({ law: lawAlways(procedure) });
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.unit({ type: 'classify', data: { level: data.classification, reason: 'Có nội dung mật' } });
  const [paper] = procedure.documents;
  const file = { sha256: 'a'.repeat(64), formats: ['pdf' as const] };
  const what = data.stub ? { stub: data.stub } : file;
  const attach = { type: 'attach-document', data: { document: paper?.code ?? '', ...what } } as const;
  expectAnswer(await office.act('D1', person('submitter', UNIT), attach), then);
  const { documents } = await dossier.state();
  expect(documents).toHaveLength(then.allowed ? 1 : 0);
  expect(JSON.stringify(await office.facts('dossier-D1'))).not.toContain(file.sha256);
  if (then.value?.storedFields) {
    const [event] = (await office.facts('dossier-D1')).filter(({ type }) => type === 'DocumentAttached');
    expect(Object.keys(event?.data['stub'] ?? {}).sort()).toEqual([...then.value.storedFields].sort());
  }
});

interface Dissolved {
  readonly award: string;
  readonly receivedAt: string;
  readonly nominee: { readonly kind: NomineeKind; readonly validFrom?: string; readonly validTo?: string | null };
}

const dissolved = runs<Dissolved>(async ({ data, then }) => {
  const { kind, validFrom, validTo } = data.nominee;
  const existence = { ...(validFrom ? { from: validFrom } : {}), ...(validTo ? { to: validTo } : {}) };
  const office = new RuleOffice().at(before(data.receivedAt));
  const nominees = [{ kind, claims: { existence } }];
  const dossier = await DrivenDossier.begin(office, 'D1', versionOn(data.award, data.receivedAt), { nominees });
  await dossier.until('receive');
  office.at(data.receivedAt);
  expectAnswer(await dossier.tried({ type: 'receive', data: {} }), then);
});

interface Form {
  readonly award: string;
  readonly regime: string;
  readonly form: { readonly number: string; readonly decree: string | null };
}

const form = runs<Form>(async ({ data, then }) => {
  const procedure = versionOf(data.award, data.regime);
  const office = new RuleOffice({ law: lawAlways(procedure) });
  await DrivenDossier.begin(office, 'D1', procedure);
  // The report that is made on a form: of several the one with this number.
  const reports = procedure.documents.filter((paper) => paper.form !== null && paper.code.startsWith('BC'));
  const report = reports.find((paper) => paper.form?.number === data.form.number) ?? reports[0];
  const attach = { type: 'attach-document', data: { document: report?.code ?? '', form: data.form } } as const;
  expectAnswer(await office.act('D1', person('submitter', UNIT), attach), then);
});

interface Correction {
  readonly revision: number;
  readonly field: 'cluster' | 'title' | 'name' | 'unit';
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  readonly at: string;
}

interface Corrected {
  readonly newEvents: number;
  readonly pointsTo: number;
  readonly valueNow: string;
  readonly changedEvents: number;
}

/** Receives a dossier so that the fact which states the field has the revision of the case. */
async function statedAt({ field, old, revision, at }: Correction): Promise<RuleOffice> {
  // Papers are handed in until the fact that is meant has its place; none is asked for.
  const procedure = changed(always(versionOf('BK_TINH')), {
    documents: versionOf('BK_TINH').documents.map((paper) => ({ ...paper, optional: true })),
  });
  const office = new RuleOffice({ law: lawWith([procedure]) }).at(before(at, { hours: 72 }));
  const papers = (count: number) => Array.from({ length: count }, () => 'TT');
  const ofNominee = field === 'name' || field === 'unit';
  const dossier = await DrivenDossier.begin(office, 'D1', procedure, {
    nominees: [],
    ...(field === 'cluster' ? { cluster: old } : {}),
    ...(field === 'title' ? { title: old } : {}),
  });
  if (ofNominee) await dossier.attach(papers(revision - 1));
  await dossier.add([ofNominee ? { [field]: old } : {}]);
  if (field === 'cluster' && revision > 0) await dossier.attach(papers(Math.max(0, revision - 3)));
  else await dossier.attach(papers(1));
  await dossier.until('receive');
  await dossier.do({ type: 'receive', data: {} });
  return office.at(at);
}

const correction = runs<Correction, Corrected>(async ({ data, then }) => {
  const office = await statedAt(data);
  const facts = await office.facts('dossier-D1');
  const valueOf = async (at?: number) => {
    const state = at === undefined ? await office.dossier('D1') : await office.dossiers.loadAsRecorded('D1', at);
    const field = data.field;
    return field === 'name' || field === 'unit' ? state?.nominees.get('N1')?.[field] : state?.[field];
  };
  const ofNominee = data.field === 'name' || data.field === 'unit';
  const { revision, field, old, reason } = data;
  const corrected = { revision, field, old, new: data.new, reason, ...(ofNominee ? { nomineeId: 'N1' } : {}) };
  expectAnswer(await office.act('D1', person('officer', BODY), { type: 'correct-fact', data: corrected }), then);
  const after = await office.facts('dossier-D1');
  const added = after.slice(facts.length);
  expect({
    newEvents: added.length,
    pointsTo: added[0]?.data['revision'],
    valueNow: await valueOf(),
    [`valueAsRecorded${revision}`]: await valueOf(revision),
    changedEvents: facts.filter((fact, index) => JSON.stringify(fact) !== JSON.stringify(after[index])).length,
  }).toEqual(then.value);
});

export const intakeRunners: Runners = {
  regime,
  expiry,
  complete,
  return: returned,
  secret,
  dissolved,
  form,
  correction,
};
