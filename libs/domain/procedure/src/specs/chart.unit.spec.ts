import { chartOf, onwardFrom, usualWayOf, waysOut } from '#libs/domain/procedure';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';

const receivable = catalogue.filter((procedure) => procedure.receivable);
const bk = procedureNamed('BK_TINH@R2025.1');

describe('the usual way of a procedure', () => {
  it('leads from the draft to the archive, without the detours', () => {
    expect(usualWayOf(bk).steps).toEqual([
      'drafting',
      'intake',
      'appraisal',
      'council',
      'approval',
      'issuing',
      'conferment',
      'archiving',
      'archived',
    ]);
    expect(onwardFrom(bk, 'rework')).toBe('intake');
    expect(onwardFrom(bk, 'archived')).toBeUndefined();
  });

  it('of every procedure of the catalogue ends where the award is granted, and goes through every branch on it', () => {
    for (const procedure of receivable) {
      const { steps, next } = usualWayOf(procedure);
      const last = procedure.steps[steps.at(-1) ?? ''];
      expect([procedure.code, last?.kind === 'end' && last.outcome]).toEqual([procedure.code, 'granted']);
      for (const name of steps) {
        const step = procedure.steps[name];
        if (step?.kind === 'fork') expect(next.get(name)).toEqual(Object.values(step.branches));
      }
    }
  });
});

describe('the chart of a procedure', () => {
  it('has every step to which a way leads, and every way once', () => {
    for (const procedure of receivable) {
      const { nodes, edges } = chartOf(procedure);
      const drawn = new Set(nodes.map(({ step }) => step));
      const beside = new Set(Object.values(procedure.sideActs).map((side) => side?.to));
      const undrawn = Object.keys(procedure.steps).filter((name) => !drawn.has(name) && !beside.has(name));
      expect([procedure.code, undrawn]).toEqual([procedure.code, []]);
      for (const [name, step] of Object.entries(procedure.steps)) {
        const onward = edges.filter(({ from }) => from === name).flatMap(({ ways }) => ways);
        const stays = nodes.find(({ id }) => id === name)?.stays ?? [];
        const said = [...onward, ...stays].map(({ act, outcome }) => `${act} ${outcome}`).toSorted();
        const there = waysOut(name, step).map(({ act, outcome }) => `${act} ${outcome}`);
        if (drawn.has(name)) expect([name, said]).toEqual([name, there.toSorted()]);
      }
    }
  });

  it('calls a way back what leads to where the dossier has been, and nothing else goes up', () => {
    for (const procedure of receivable) {
      const { nodes, edges } = chartOf(procedure);
      const place = new Map(nodes.map(({ id }, index) => [id, index]));
      for (const { from, to, kind } of edges) {
        const up = (place.get(to) ?? 0) <= (place.get(from) ?? 0);
        expect([procedure.code, from, to, kind === 'back']).toEqual([procedure.code, from, to, up]);
      }
    }
    const { edges } = chartOf(bk);
    expect(edges.filter(({ kind }) => kind === 'back').map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'supplement-before-receipt → intake',
      'rework → intake',
      'appraisal → rework',
      'supplement → appraisal',
    ]);
  });

  it('has a band for each level in the order of the way, a second one where the dossier comes back down', () => {
    expect(chartOf(bk).bands).toEqual(['UNIT', 'MP']);
    const order = catalogue.find(({ code }) => code === 'HCLD1');
    if (!order) throw new Error('The catalogue has HCLD1.');
    const { bands, nodes, edges } = chartOf(order);
    expect(bands).toEqual(['UNIT', 'BASE', 'MP', 'MOHA', 'PM', 'PRES', 'MOHA', 'MP']);
    const bandOf = new Map(nodes.map(({ id, band }) => [id, band]));
    for (const { from, to, kind } of edges) {
      if (kind !== 'back') expect(bandOf.get(to)).toBeGreaterThanOrEqual(bandOf.get(from) ?? 0);
    }
  });

  it('shows every clock at a step', () => {
    for (const procedure of receivable) {
      const shown = new Set(chartOf(procedure).nodes.flatMap(({ clocks }) => clocks));
      const unseen = Object.keys(procedure.clocks).filter((clock) => !shown.has(clock));
      expect([procedure.code, unseen]).toEqual([procedure.code, []]);
    }
    expect(chartOf(bk).nodes.find(({ id }) => id === 'appraisal')?.clocks).toEqual(['screen', 'appraise']);
  });
});
