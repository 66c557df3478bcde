import type { DossierView } from '#libs/domain/dossier';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { nomineesOf, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const unit = () => office.as('acc-don-vi');
const officer = () => office.as('acc-tham-dinh');

interface Listed {
  readonly items: readonly { readonly id: string; readonly procedureCode: string; readonly parentDossierId: string }[];
}
interface Allowed {
  readonly commands: readonly {
    readonly command: string;
    readonly allowed: boolean;
    readonly awards?: readonly { readonly procedureCode: string }[];
  }[];
}
interface Messages {
  readonly items: readonly { readonly type: string; readonly dossierId: string | null }[];
}

const higher = (body: object = {}) => ({
  nominees: ['N2'],
  procedureCode: 'CSTDCS',
  bodyId: 'ubnd-tinh',
  reason: 'Thành tích xứng đáng với hình thức khen thưởng khác',
  ...body,
});

/** A dossier with two individuals, who cite what may be used once, received by the office. */
async function received(claims: object = {}): Promise<string> {
  const { path } = await officeWay(office, 'drafted');
  const [first, second] = nomineesOf({ individuals: 2 });
  await must(unit().post(`${path}/add-nominees`, { nominees: [first, { ...second, claims }] }));
  for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB'])
    await must(unit().post(`${path}/attach-document`, { document }));
  await must(unit().post(`${path}/submit`));
  await must(officer().post(`${path}/receive`));
  return path;
}

/** The dossier to which the last nominees of a dossier went, once it is there for its unit. */
async function childOf(path: string): Promise<string> {
  const { escalated } = await must(officer().get<DossierView>(path));
  const child = `/api/v1/dossiers/${escalated.at(-1)?.childDossierId}`;
  await eventually('the child is there', async () => (await unit().get(child)).status === 200, 20_000);
  return child;
}

describe('Nominees proposed for another award', () => {
  it('go to a dossier of that award, with their papers and what they state, and nothing that was found before', async () => {
    office.clock.travelTo('2026-08-24T02:00:00.000Z');
    const path = await received({ initiatives: [{ id: 'SK-ESC-1' }] });
    const verdicts = ['N1', 'N2'].map((nomineeId) => ({
      nomineeId,
      verdict: 'qualified',
      reason: 'Đạt',
      evidence: [],
    }));
    await must(officer().post(`${path}/appraise-nominees`, { verdicts }));

    const { commands } = await must(officer().get<Allowed>(`${path}/allowed`));
    const offered = commands.find(({ command }) => command === 'escalate-nominees');
    expect(offered?.allowed).toBe(true);
    const codes = offered?.awards?.map(({ procedureCode }) => procedureCode) ?? [];
    expect(codes).toEqual(expect.arrayContaining(['CSTDCS', 'BK_TTG']));
    expect(codes).not.toContain('BK_TINH');

    const title = 'Đề nghị công nhận Chiến sĩ thi đua cơ sở';
    await must(officer().post(`${path}/escalate-nominees`, { ...higher(), title }));
    const parent = await must(officer().get<DossierView>(path));
    expect(parent.nominees.map(({ id }) => id)).toEqual(['N1']);
    expect(parent.escalated).toMatchObject([{ procedureCode: 'CSTDCS', nominees: ['N2'] }]);

    const child = await childOf(path);
    const begun = await must(unit().get<DossierView>(child));
    expect(begun).toMatchObject({
      title,
      procedureCode: 'CSTDCS',
      parentDossierId: parent.id,
      parentProcedureCode: 'BK_TINH',
      step: 'drafting',
      deadlines: [],
      documents: [{ document: 'BC_CT_CN' }],
      nominees: [{ id: 'N2', claims: { initiatives: [{ id: 'SK-ESC-1' }] } }],
    });
    for (const field of ['procedure', 'receivedAt', 'submittedAt', 'council']) expect(begun).not.toHaveProperty(field);
    expect(begun.nominees[0]).not.toHaveProperty('verdict');
    // A draft is its unit's own, also to the body whose officer proposed it.
    expect((await officer().get(child)).status).toBe(404);
  });

  it('are received there with the full time, and their initiative serves that award only', async () => {
    office.clock.travelTo('2026-08-24T02:00:00.000Z');
    const path = await received({ initiatives: [{ id: 'SK-ESC-2' }] });
    office.clock.travelTo('2026-08-26T02:00:00.000Z');
    await must(officer().post(`${path}/escalate-nominees`, higher()));
    const child = await childOf(path);
    const titleOf = async (who: ReturnType<typeof officer>, at: string) => (await must(who.get<DossierView>(at))).title;
    // Where nobody says otherwise, it is called as the one that they left.
    expect(await titleOf(unit(), child)).toBe(await titleOf(officer(), path));
    const third = await officeWay(office, 'drafted');
    const [somebody] = nomineesOf({ individuals: 1 });
    const citing = { ...somebody, claims: { initiatives: [{ id: 'SK-ESC-2' }] } };
    await must(unit().post(`${third.path}/add-nominees`, { nominees: [citing] }));
    for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB'])
      await must(unit().post(`${third.path}/attach-document`, { document }));
    await must(unit().post(`${third.path}/submit`));
    const taken = () => officer().post<Problem>(`${third.path}/receive`);
    expect((await taken()).body).toMatchObject({ code: 'INITIATIVE_TAKEN', rule: 'R16' });

    for (const document of ['TT', 'BB_PHIEU', 'SK']) await must(unit().post(`${child}/attach-document`, { document }));
    await must(unit().post(`${child}/submit`, { letter: { number: '2/TTr', date: '2026-08-26' } }));
    office.clock.travelTo('2026-08-27T02:00:00.000Z');
    await must(officer().post(`${child}/receive`));
    const view = await must(officer().get<DossierView>(child));
    expect(view.procedure).toMatchObject({ code: 'CSTDCS' });
    // The clocks of the level count from this receipt, not from the parent's three days before.
    const clocks = view.deadlines.map(({ clock, startedAt, state }) => [clock, startedAt, state]);
    const at = view.receivedAt;
    expect(at?.slice(0, 10)).toBe('2026-08-27');
    expect(clocks).toEqual([
      ['screen', at, 'running'],
      ['appraise', at, 'running'],
    ]);
    expect((await taken()).body).toMatchObject({ code: 'INITIATIVE_TAKEN', rule: 'R16' });
  });

  it('are counted where they went: list and message of the unit, timelines of both', async () => {
    const path = await received();
    const { position } = await must(officer().post<{ position: string }>(`${path}/escalate-nominees`, higher()));
    const child = (await childOf(path)).split('/').at(-1) ?? '';
    const shown = async () => {
      const list = await must(unit().get<Listed>(`/api/v1/dossiers?procedure=CSTDCS&limit=50`));
      return list.items.find(({ id }) => id === child);
    };
    await eventually('it is listed', async () => (await shown()) !== undefined, 20_000);
    expect(await shown()).toMatchObject({ parentDossierId: path.split('/').at(-1), individuals: 1, step: 'drafting' });
    const list = await must(officer().get<Listed>(`/api/v1/dossiers?minPosition=${position}&limit=50`));
    expect(list.items.find(({ id }) => path.endsWith(id))).toMatchObject({ individuals: 1 });
    const told = await must(unit().get<Messages>('/api/v1/notifications?limit=50'));
    expect(told.items.find(({ dossierId }) => dossierId === child)).toMatchObject({ type: 'EscalatedDossierOpened' });
    const typesOf = async (where: string) => {
      const { items } = await must(
        unit().get<{ items: { type: string; sentences: { vi: string } }[] }>(`${where}/timeline`),
      );
      return items.filter(({ type }) => type.includes('Escalated')).map((each) => each.sentences.vi);
    };
    // Who left is still called by name where he was.
    const gone = nomineesOf({ individuals: 2 })[1]?.name ?? '?';
    expect(await typesOf(path)).toEqual([expect.stringContaining(`Chiến sĩ thi đua cơ sở cho 1 đối tượng (${gone})`)]);
    expect(await typesOf(`/api/v1/dossiers/${child}`)).toEqual([expect.stringContaining('trình lên từ hồ sơ')]);
  });

  it('go nowhere by a unit, to the same award, or to one that is not given to them', async () => {
    const path = await received();
    const refused = async (who: string, body: object) => {
      const { status, body: problem } = await office.as(who).post<Problem>(`${path}/escalate-nominees`, body);
      return [status, problem.code];
    };
    expect(await refused('acc-don-vi', higher())).toEqual([403, 'POSITION_NOT_ALLOWED']);
    expect(await refused('acc-tham-dinh', higher({ procedureCode: 'BK_TINH' }))).toEqual([422, 'SAME_AWARD']);
    expect(await refused('acc-tham-dinh', higher({ procedureCode: 'TTLDTT' }))).toEqual([422, 'SUBJECT_NOT_ALLOWED']);
    expect(await refused('acc-tham-dinh', higher({ nominees: ['N1', 'N2'] }))).toEqual([422, 'ONE_NOMINEE_MUST_STAY']);
    const { escalated } = await must(officer().get<DossierView>(path));
    expect(escalated).toEqual([]);
  });

  it('sent twice under one key, leave once', async () => {
    const path = await received();
    const { revision } = await must(officer().get<DossierView>(path));
    const asked = { key: 'b6f0c1d2-3e4f-4a5b-8c6d-7e8f9a0b1c2d', ifMatch: revision };
    const send = () => officer().post<{ position: string }>(`${path}/escalate-nominees`, higher(), asked);
    const [one, other] = [await must(send()), await must(send())];
    expect(other.position).toBe(one.position);
    expect((await must(officer().get<DossierView>(path))).escalated).toHaveLength(1);
  });
});
