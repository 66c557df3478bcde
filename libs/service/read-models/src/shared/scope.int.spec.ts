import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type DossierState, dossierEvents, foldDossier } from '#libs/domain/dossier';
import { type Role, valueOf } from '#libs/domain/kernel';
import type { JsonObject, NewEvent } from '#libs/engine/event-store';
import { ProjectionRunner } from '#libs/engine/projections';
import { covers, readScopeOf } from '#libs/service/access';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { liveDossier } from '../../../../../test/support/dossier-lives.js';
import { BODY, UNIT } from '../../../../../test/support/dossier-desk.js';
import { throws } from '../../../../../test/support/dossier-chance.js';
import { append, openReadSide, type ReadSide } from '../../../../../test/support/read-side.js';
import { DeadlinesQuery, DossierListQuery, knownEventTypes, projections, TimelineQuery } from '../index.js';

const LIVES = 120;
const SEED = 20260824;

const roles: readonly Role[] = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'council_member',
  'authority',
  'clerk',
  'auditor',
  'operator',
];
const units = [UNIT, BODY, 'BODY-2', 'BODY-9'];

describe('the policy, read from facts and read from rows', () => {
  let side: ReadSide;
  let runner: ProjectionRunner;
  const dossiers = new Map<string, DossierState>();

  beforeAll(async () => {
    side = await openReadSide(projections);
    const { store, database } = side;
    runner = new ProjectionRunner({ store, database, projections, knownTypes: knownEventTypes });
    await runner.start();
    const chances = fc.sample(fc.tuple(fc.constantFrom('BK_TINH', 'CSTDCS', 'CSTD_BT'), throws, fc.nat({ max: 60 })), {
      numRuns: LIVES,
      seed: SEED,
    });
    let last = 'start';
    for (const [index, [procedure, chance, until]] of chances.entries()) {
      // Cut anywhere, so that every state is among them, also a draft.
      for (const desk of liveDossier(procedure, chance.slice(0, until), `L${index}`)) {
        if (!desk.state) continue;
        const letter = { number: '9/TTr', date: '2026-09-03' };
        const up = { type: 'DossierForwarded', data: { toBodyId: 'BODY-2', letter, step: desk.state.step } } as const;
        if (index % 4 === 1 && desk.state.bodies.length > 0) desk.keep([up], desk.contextOf(acts.receive()));
        const secret = { type: 'DossierClassified', data: { level: 'mat', reason: 'Có tài liệu mật' } } as const;
        if (index % 3 === 0) desk.keep([secret], desk.contextOf(acts.classify({ level: 'mat' })));
        dossiers.set(desk.state.id, desk.state);
        expect(foldDossier(desk.facts)).toEqual(desk.state);
        const events = desk.facts.map(({ type, data, effectiveAt }): NewEvent => ({
          id: randomUUID(),
          type,
          schemaVersion: dossierEvents[type].schemaVersion,
          effectiveAt,
          data: data as JsonObject,
          metadata: {},
        }));
        last = await append(store, { stream: `dossier-${desk.state.id}`, events });
      }
    }
    const { behind } = await runner.progress.waitFor(projections, last, 30_000);
    expect(behind).toBe(false);
  });
  afterAll(async () => {
    await runner.stop();
    await side.dispose();
  });

  it('the lives hold what the policy asks about', () => {
    const all = [...dossiers.values()];
    expect(all.some(({ bodies }) => bodies.length === 0)).toBe(true);
    expect(all.some(({ bodies }) => bodies.length > 1)).toBe(true);
    expect(all.some(({ councils }) => councils.length > 0)).toBe(true);
    expect(all.some(({ secrecy, bodies }) => secrecy !== 'none' && bodies.length > 1)).toBe(true);
    expect(all.some(({ parentDossierId }) => parentDossierId !== undefined)).toBe(true);
  });

  it('gives each person the same dossiers in every list', async () => {
    const list = new DossierListQuery(side.database);
    const deadlines = new DeadlinesQuery(side.database);
    const timeline = new TimelineQuery(side.database);
    const one = [...dossiers.keys()];
    const person = fc.record({
      unitId: fc.constantFrom(...units),
      roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }),
    });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(person, fc.constantFrom(...one), async (actor, dossierId) => {
        const scope = readScopeOf(actor);
        if (!scope) return;
        const expected = [...dossiers.values()].filter((dossier) => covers(scope, dossier)).map(({ id }) => id);
        seen += expected.length;
        const listed = valueOf(await list.page(scope, {}, { limit: 200 })).items.map(({ id }) => id);
        expect(listed.sort()).toEqual(expected.sort());
        expect((await list.find(scope, dossierId)) !== undefined).toBe(expected.includes(dossierId));
        const clocks = valueOf(await deadlines.open(scope, {}, { limit: 200 })).items.map((item) => item.dossierId);
        expect(clocks.filter((id) => !expected.includes(id))).toEqual([]);
        const open = valueOf(await deadlines.open({ all: true }, { dossierId }, { limit: 1 })).items.length;
        const mine = valueOf(await deadlines.open(scope, { dossierId }, { limit: 1 })).items.length;
        expect(mine).toBe(expected.includes(dossierId) ? open : 0);
        const lines = valueOf(await timeline.ofDossier(scope, dossierId, { limit: 1 })).items.length;
        expect(lines).toBe(expected.includes(dossierId) ? 1 : 0);
      }),
      { numRuns: 150, seed: SEED },
    );
    expect(seen).toBeGreaterThan(100);
  });
});
