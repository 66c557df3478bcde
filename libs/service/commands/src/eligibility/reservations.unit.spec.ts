import type { NomineeClaims } from '#libs/domain/eligibility';
import type { Decision } from '#libs/domain/kernel';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { CitingOffice } from '../../../../../test/support/citing-dossiers.js';
import { type RuleCase, casesOf } from '../../../../../test/support/rule-cases.js';

let office: CitingOffice;
beforeEach(() => {
  office = new CitingOffice(new InMemoryEventStore());
});

const refusal = (decided: Decision<unknown>) => (decided.ok ? 'ok' : `${decided.error.rule} ${decided.error.code}`);
const initiative = (id: string, share?: number): NomineeClaims => ({
  initiatives: [{ id, ...(share === undefined ? {} : { share }) }],
});
const achievement = (id: string): NomineeClaims => ({ achievements: [id] });

describe('R15: one achievement, one award', () => {
  it('R15-1: an achievement that ended in an award is not proposed again', async () => {
    const [{ data, then }] = casesOf('R15-1') as [RuleCase<{ achievement: string }>];
    await office.submitted('D1', [achievement(data.achievement)]);
    expect(refusal(await office.receive('D1'))).toBe('ok');
    await office.decided('D1', ['N1']);
    await office.granted('Q1', 'D1', ['N1']);
    await office.submitted('D2', [achievement(data.achievement)]);
    const refused = await office.receive('D2');
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'ACHIEVEMENT_TAKEN',
        rule: then.rule,
        params: { taken: [data.achievement], nominees: ['N1'], dossiers: ['D1'] },
      },
    });
    expect((await office.dossiers.load('D2'))?.receivedAt).toBeUndefined();
  });

  it('R15-2: free again after the rejection, and the log says why', async () => {
    const [{ data, then }] = casesOf('R15-2') as [RuleCase<{ achievement: string }>];
    await office.submitted('D1', [achievement(data.achievement)]);
    await office.receive('D1');
    await office.submitted('D2', [achievement(data.achievement)]);
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    await office.decided('D1', []);
    expect((await office.receive('D2')).ok).toBe(then.allowed);
    expect(await office.factsOf(`achievement-${data.achievement}`)).toEqual([
      'ReservationTaken',
      'ReservationReleased',
      'ReservationTaken',
    ]);
  });

  it.each<readonly [string, (id: string) => Promise<unknown>]>([
    ['the dossier was withdrawn', (id) => office.withdraw(id)],
    ['the nominee was refused', (id) => office.decided(id, ['N2'])],
    [
      'the award was cancelled (R55)',
      async (id) => {
        await office.decided(id, ['N1', 'N2']);
        await office.granted('Q1', id, ['N1', 'N2']);
        await office.cancel('Q1', id, 'N1');
      },
    ],
  ])('is free again when %s', async (_when, end) => {
    await office.submitted('D1', [achievement('A-7'), {}]);
    await office.receive('D1');
    await office.submitted('D2', [achievement('A-7')]);
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    await end('D1');
    expect(refusal(await office.receive('D2'))).toBe('ok');
  });

  it('goes along with a nominee who is detached', async () => {
    await office.submitted('D1', [achievement('A-8'), {}]);
    await office.receive('D1');
    const child = await office.detach('D1', ['N1']);
    await office.submitted('D2', [achievement('A-8')]);
    expect(await office.receive('D2')).toMatchObject({ error: { params: { dossiers: [child] } } });
    await office.decided('D1', []);
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    await office.withdraw(child);
    expect(refusal(await office.receive('D2'))).toBe('ok');
  });

  it('goes along with a nominee who is proposed for another award', async () => {
    await office.submitted('D1', [achievement('A-10'), {}]);
    await office.receive('D1');
    const child = await office.escalate('D1', ['N1'], 'GK');
    await office.submitted('D2', [achievement('A-10')]);
    expect(await office.receive('D2')).toMatchObject({
      error: { code: 'ACHIEVEMENT_TAKEN', params: { dossiers: [child] } },
    });
    // The parent decides without him, and frees nothing.
    await office.decided('D1', ['N2']);
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    expect(await office.factsOf('achievement-A-10')).toEqual(['ReservationTaken']);
    await office.withdraw(child);
    expect(refusal(await office.receive('D2'))).toBe('ok');
  });

  it('is free when the other award does not use it up', async () => {
    await office.submitted('D1', [achievement('A-11'), {}]);
    await office.receive('D1');
    await office.escalate('D1', ['N1'], 'CSTDCS');
    await office.submitted('D2', [achievement('A-11')]);
    expect(refusal(await office.receive('D2'))).toBe('ok');
  });

  it('is cited by one nominee of a dossier only', async () => {
    await office.submitted('D1', [achievement('A-9'), achievement('A-9')]);
    expect(await office.receive('D1')).toMatchObject({
      error: { code: 'ACHIEVEMENT_TAKEN', params: { nominees: ['N2'], dossiers: ['D1'] } },
    });
    expect(await office.factsOf('achievement-A-9')).toEqual([]);
  });
});

describe('R16: one initiative, one commendation', () => {
  it('R16-1: what served a title does not serve a form', async () => {
    const [{ data, then }] = casesOf('R16-1') as [RuleCase<{ initiative: string }>];
    await office.submitted('D1', [initiative(data.initiative)], 'CSTDCS');
    expect(refusal(await office.receive('D1'))).toBe('ok');
    await office.submitted('D2', [initiative(data.initiative)], 'BK_TINH');
    expect(refusal(await office.receive('D2'))).toBe(`${then.rule} INITIATIVE_TAKEN`);
  });

  it('R16-2: of two dossiers at the same moment exactly one gets it', async () => {
    const [{ data, then }] = casesOf('R16-2') as [
      RuleCase<
        { initiative: string },
        { granted: number; refused: number; refusedRule: string; reservationEvents: number }
      >,
    ];
    await office.submitted('D1', [initiative(data.initiative)]);
    await office.submitted('D2', [initiative(data.initiative)]);
    const answers = await Promise.all(['D1', 'D2'].map((id) => office.receive(id)));
    const rules = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.rule]));
    expect({
      granted: answers.filter(({ ok }) => ok).length,
      refused: rules.length,
      refusedRule: rules[0],
      reservationEvents: (await office.factsOf(`initiative-${data.initiative}`)).length,
    }).toEqual(then.value);
  });

  it('each co-author has his own share; whoever claims the whole stands in everybody’s way', async () => {
    await office.submitted('D1', [initiative('I-3', 1), initiative('I-3', 2)]);
    expect(refusal(await office.receive('D1'))).toBe('ok');
    await office.submitted('D2', [initiative('I-3', 3)]);
    expect(refusal(await office.receive('D2'))).toBe('ok');
    await office.submitted('D3', [initiative('I-3', 2)]);
    expect(refusal(await office.receive('D3'))).toBe('R16 INITIATIVE_TAKEN');
    await office.submitted('D4', [initiative('I-3')]);
    expect(refusal(await office.receive('D4'))).toBe('R16 INITIATIVE_TAKEN');
  });
});

describe('An initiative of a nominee who is proposed for another award', () => {
  it('serves that one only: not his old dossier, and no third one', async () => {
    await office.submitted('D1', [initiative('I-20'), {}], 'CSTDCS');
    await office.receive('D1');
    const child = await office.escalate('D1', ['N1'], 'BK_TINH');
    await office.submitted('D2', [initiative('I-20')]);
    expect(await office.receive('D2')).toMatchObject({
      error: { code: 'INITIATIVE_TAKEN', params: { dossiers: [child] } },
    });
    await office.handedIn(child, 'BK_TINH');
    expect(refusal(await office.receive(child))).toBe('ok');
    // Given up for the old award and taken for the new one at once; received again, it is found as one's own.
    expect(await office.factsOf('initiative-I-20')).toEqual([
      'ReservationTaken',
      'ReservationReleased',
      'ReservationTaken',
    ]);
    await office.decided(child, ['N1']);
    await office.granted('Q1', child, ['N1']);
    expect((await office.dossiers.load('D1'))?.nominees.has('N1')).toBe(false);
    expect(refusal(await office.receive('D2'))).toBe('R16 INITIATIVE_TAKEN');
  });
});

describe('A receipt', () => {
  it('that is refused for something else takes nothing', async () => {
    await office.submitted('D1', [initiative('I-4')]);
    const other = office.request({ id: 'x', positionId: 'p', unitId: 'ubnd-tinh', roles: ['secretary'] });
    expect(refusal(await office.receive('D1', other))).toBe('R1 POSITION_NOT_ALLOWED');
    expect(await office.factsOf('initiative-I-4')).toEqual([]);
  });

  it('that was cut off after it had taken something finds it as its own', async () => {
    await office.submitted('D1', [initiative('I-5'), achievement('A-5')]);
    const request = office.officerRequest('7b1f0c52-6a0b-4d0e-8d61-2f5d0f1f6b1e');
    const { store } = office;
    const append = store.append.bind(store);
    store.append = async (stream, ...rest) => {
      if (stream === 'dossier-D1') throw new Error('killed');
      return append(stream, ...rest);
    };
    await expect(office.receive('D1', request)).rejects.toThrow('killed');
    store.append = append;
    expect(await office.factsOf('initiative-I-5')).toEqual(['ReservationTaken']);
    // Meanwhile nobody else gets it.
    await office.submitted('D2', [initiative('I-5')]);
    expect(refusal(await office.receive('D2'))).toBe('R16 INITIATIVE_TAKEN');
    expect(refusal(await office.receive('D1', request))).toBe('ok');
    expect(await office.factsOf('initiative-I-5')).toEqual(['ReservationTaken']);
    expect(await office.factsOf('achievement-A-5')).toEqual(['ReservationTaken']);
  });

  it('is told beforehand that it will be refused', async () => {
    await office.submitted('D1', [initiative('I-6')]);
    await office.receive('D1');
    await office.submitted('D2', [initiative('I-6')]);
    const dossier = await office.dossiers.load('D2');
    if (!dossier) throw new Error('It is there.');
    const { commands } = await office.dossiers.allowed(dossier, office.officerRequest('x').actor);
    expect(commands.find(({ command }) => command === 'receive')?.refusal).toMatchObject({ rule: 'R16' });
  });
});
