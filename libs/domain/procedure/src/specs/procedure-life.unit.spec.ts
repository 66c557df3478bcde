import { createHash } from 'node:crypto';
import { type Actor, type Decision, type ErrorCode, type Role, valueOf } from '#libs/domain/kernel';
import {
  evolveProcedureLife,
  inOrder,
  type MaybeProcedureLife,
  type ProcedureCommand,
  type ProcedureDocument,
  type ProcedureFact,
  parseProcedure,
  procedureLifeDecider,
  publishedProcedure,
  publishedProcedures,
  standingOf,
  versionInForce,
} from '#libs/domain/procedure';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';

const TODAY = '2026-11-20';
const now = `${TODAY}T02:00:00.000Z`;
const as = (id: string, role: Role = 'operator', onBehalfOf?: string): Actor => ({
  id,
  positionId: 'pos',
  unitId: 'ubnd-tinh',
  roles: [role],
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});
const [an, binh, system] = [as('acc-an'), as('acc-binh'), as('system', 'system')];

const documentOf = (name: string): ProcedureDocument => {
  const { hash: _hash, ...document } = procedureNamed(name);
  return document;
};
const r2026 = documentOf('BK_TINH@R2026.1');
const shippedDays = { from: r2026.effective.from, until: r2026.effective.until };
const shippedVersion = { version: r2026.version, ...shippedDays, publishedAt: '', publishedBy: 'system', drafters: [] };
const textOf = (document: object): { text: string; hash: string } => {
  const text = JSON.stringify(document);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
};

/** A procedure's stream, without a store. */
class Stream {
  state: MaybeProcedureLife;
  readonly facts: ProcedureFact[] = [];

  take(command: ProcedureCommand, actor: Actor = an): Decision<readonly ProcedureFact[]> {
    const decided = procedureLifeDecider.decide(command, this.state, {
      code: 'BK_TINH',
      actor,
      now,
      ladders: new Set(['default']),
      ...(command.type === 'save-draft' ? { canonical: textOf(command.data.document) } : {}),
      ...(command.type === 'request-dry-run' ? { runId: 'run-1' } : {}),
    });
    if (!decided.ok) return decided;
    for (const fact of decided.value) {
      const context = { revision: this.facts.length, recordedAt: now, effectiveAt: now, actor };
      this.state = evolveProcedureLife(this.state, { ...fact, ...context });
      this.facts.push(fact);
    }
    return decided;
  }

  draft(version: string, changes: object = {}, actor = an): string {
    const document = { ...r2026, carriedOver: null, ...changes, version };
    valueOf(this.take({ type: 'save-draft', data: { document } }, actor));
    return textOf(document).hash;
  }

  tried(version: string): void {
    const hash = this.state?.drafts.get(version)?.hash ?? '';
    valueOf(this.take({ type: 'request-dry-run', data: { version } }));
    const data = { version, hash, runId: 'run-1', dossiers: 340, otherOutcome: 12, otherDeadline: 9 };
    valueOf(this.take({ type: 'record-dry-run', data }, system));
  }

  get periods() {
    if (!this.state) return [];
    return inOrder(this.state).map(({ version, from, until }) => [version, from, until]);
  }
}

/** The two versions of the files, as a first start enters them. */
function shipped(): Stream {
  const stream = new Stream();
  const versions = catalogue
    .filter(({ code }) => code === 'BK_TINH')
    .map(({ version, effective: { from, until }, hash, ...rest }) => {
      const { text } = textOf({ ...rest, version, effective: { ...rest, from, until } });
      return { version, document: text, hash, from, ...(until === null ? {} : { until }) };
    });
  valueOf(stream.take({ type: 'enter-shipped', data: { versions } }, system));
  return stream;
}

const publish = (version: string, hash: string, from: string, until?: string | null): ProcedureCommand => ({
  type: 'publish',
  data: { version, hash, from, ...(until === undefined ? {} : { until }) },
});
const refused = (code: ErrorCode, params?: object) => ({
  ok: false,
  error: { code, ...(params ? { params: expect.objectContaining(params) } : {}) },
});

describe('a version that was published with words that are gone', () => {
  const retired = {
    ...r2026,
    transition: { ...r2026.transition, pinAt: 'deciding_level', receivedBefore: 'unknown', moreFavourable: 'unknown' },
    steps: Object.fromEntries(Object.entries(r2026.steps).map(([name, step]) => [name, { ...step, skippable: false }])),
  };

  it('is read from the log as it was always applied', () => {
    const { text, hash } = textOf(retired);
    const read = publishedProcedure({ ...shippedVersion, document: text, hash });
    expect(read).toEqual({ ...r2026, hash, effective: { ...r2026.effective, ...shippedDays } });
  });

  it('is refused to who writes it today', () => {
    const parsed = parseProcedure(retired);
    const faults = parsed.ok ? [] : parsed.error.map(({ path }) => path);
    expect(faults).toEqual(
      expect.arrayContaining(['transition.receivedBefore', 'transition.moreFavourable', 'steps.drafting']),
    );
  });
});

describe('what came along with the program', () => {
  it('is published by the system, once', () => {
    const stream = shipped();
    expect(stream.facts.map(({ type }) => type)).toEqual(['ProcedurePublished', 'ProcedurePublished']);
    expect([...(stream.state?.versions.values() ?? [])].map(({ origin }) => origin)).toEqual(['shipped', 'shipped']);
    const again = stream.facts.flatMap(({ type, data }) => (type === 'ProcedurePublished' ? [data] : []));
    const versions = again.map(({ origin: _origin, ...rest }) => rest);
    expect(stream.take({ type: 'enter-shipped', data: { versions } }, system)).toEqual({ ok: true, value: [] });
  });
});

describe('a draft', () => {
  it('may be wrong: it says how many faults it has, and is changed as often as one likes', () => {
    const stream = shipped();
    stream.draft('R2027.1', { start: 'nowhere' });
    expect(stream.state?.drafts.get('R2027.1')?.faults).toBe(1);
    stream.draft('R2027.1');
    expect(stream.state?.drafts.get('R2027.1')?.faults).toBe(0);
    stream.draft('R2027.1');
    expect(stream.facts.filter(({ type }) => type === 'ProcedureDraftSaved')).toHaveLength(2);
  });

  it('is of this award, and of a version that was not published', () => {
    const save = (document: object) =>
      shipped().take({ type: 'save-draft', data: { document: { ...r2026, ...document } } });
    expect(save({ code: 'CSTDCS' })).toMatchObject(refused('PROCEDURE_CODE_DIFFERS', { code: 'CSTDCS' }));
    expect(save({})).toMatchObject(refused('PROCEDURE_VERSION_PUBLISHED', { version: 'R2026.1' }));
    const endless = { version: 'R2027.1', sources: ['x'.repeat(1_000_000)] };
    expect(save(endless)).toMatchObject(refused('PROCEDURE_TOO_LONG'));
  });

  it('is kept by operators only', () => {
    for (const role of ['submitter', 'officer', 'authority', 'auditor', 'system'] as const) {
      expect(shipped().take({ type: 'save-draft', data: { document: r2026 } }, as('x', role))).toMatchObject(
        refused('POSITION_NOT_ALLOWED'),
      );
    }
    expect(shipped().take({ type: 'enter-shipped', data: { versions: [] } })).toMatchObject(
      refused('POSITION_NOT_ALLOWED'),
    );
  });

  it('can be given up', () => {
    const stream = shipped();
    stream.draft('R2027.1');
    valueOf(stream.take({ type: 'discard-draft', data: { version: 'R2027.1', reason: 'Thôi' } }));
    expect(stream.take({ type: 'request-dry-run', data: { version: 'R2027.1' } })).toMatchObject(
      refused('PROCEDURE_DRAFT_UNKNOWN'),
    );
  });
});

describe('publishing', () => {
  const ready = () => {
    const stream = shipped();
    const hash = stream.draft('R2027.1');
    stream.tried('R2027.1');
    return { stream, hash };
  };

  it('binds new dossiers from its day on, ends what is in force on it, and is for ever', () => {
    const { stream, hash } = ready();
    const done = valueOf(stream.take(publish('R2027.1', hash, '2027-01-01', null), binh));
    expect(done.map(({ type }) => type)).toEqual(['ProcedureEnded', 'ProcedurePublished']);
    expect(stream.periods).toEqual([
      ['R2025.1', '2025-07-01', '2026-10-01'],
      ['R2026.1', '2026-10-01', '2027-01-01'],
      ['R2027.1', '2027-01-01', null],
    ]);
    expect(stream.take({ type: 'save-draft', data: { document: { ...r2026, version: 'R2027.1' } } })).toMatchObject(
      refused('PROCEDURE_VERSION_PUBLISHED'),
    );
  });

  it('is never done by who wrote it, nor by who acts for him, whoever wrote at it last', () => {
    const { stream, hash } = ready();
    for (const actor of [an, as('acc-chi', 'operator', 'acc-an')]) {
      expect(stream.take(publish('R2027.1', hash, '2027-01-01'), actor)).toMatchObject(refused('PROCEDURE_OWN_DRAFT'));
    }
    const hers = stream.draft('R2027.1', { family: 'thuong' }, binh);
    stream.tried('R2027.1');
    expect(stream.take(publish('R2027.1', hers, '2027-01-01'), an)).toMatchObject(refused('PROCEDURE_OWN_DRAFT'));
  });

  it('takes exactly the text that was read, and tried', () => {
    const { stream, hash } = ready();
    const later = stream.draft('R2027.1', { family: 'thuong' });
    expect(stream.take(publish('R2027.1', hash, '2027-01-01'), binh)).toMatchObject(refused('PROCEDURE_DRAFT_CHANGED'));
    expect(stream.take(publish('R2027.1', later, '2027-01-01'), binh)).toMatchObject(refused('PROCEDURE_NOT_TRIED'));
    // The old text again: its dry run is older than the draft.
    stream.draft('R2027.1');
    expect(stream.take(publish('R2027.1', hash, '2027-01-01'), binh)).toMatchObject(refused('PROCEDURE_NOT_TRIED'));
  });

  it('asks no dry run of an award that has no procedure yet', () => {
    const stream = new Stream();
    const hash = stream.draft('1');
    expect(stream.take(publish('1', hash, '2026-01-01', null), binh).ok).toBe(true);
    expect(stream.periods).toEqual([['1', '2026-01-01', null]]);
  });

  it('names what is wrong with a draft, where, and in both languages', () => {
    const stream = shipped();
    const hash = stream.draft('R2027.1', { start: 'nowhere', ladder: 'steep' });
    const refusal = stream.take(publish('R2027.1', hash, '2027-01-01'), binh);
    expect(refusal).toMatchObject(
      refused('PROCEDURE_FAULTY', { count: 1, faults: [expect.stringMatching(/^start: /)] as unknown as string }),
    );
    expect(stream.take({ type: 'request-dry-run', data: { version: 'R2027.1' } })).toMatchObject(
      refused('PROCEDURE_FAULTY'),
    );
  });

  it('takes back no day on which another version was in force (R1)', () => {
    const { stream, hash } = ready();
    for (const from of ['2026-10-01', TODAY]) {
      expect(stream.take(publish('R2027.1', hash, from, null), binh)).toMatchObject(refused('PROCEDURE_DAY_TAKEN'));
    }
    expect(stream.take(publish('R2027.1', hash, '2026-11-21', null), binh).ok).toBe(true);
  });

  it('does not run into a version that was published for later', () => {
    const { stream, hash } = ready();
    valueOf(stream.take(publish('R2027.1', hash, '2027-01-01', null), binh));
    const earlier = stream.draft('R2026.2', { family: 'thuong' });
    stream.tried('R2026.2');
    expect(stream.take(publish('R2026.2', earlier, '2026-12-01', null), binh)).toMatchObject(
      refused('PROCEDURE_PERIODS_OVERLAP', { version: 'R2027.1' }),
    );
    valueOf(stream.take(publish('R2026.2', earlier, '2026-12-01', '2027-01-01'), binh));
    expect(stream.periods.slice(1)).toEqual([
      ['R2026.1', '2026-10-01', '2026-12-01'],
      ['R2026.2', '2026-12-01', '2027-01-01'],
      ['R2027.1', '2027-01-01', null],
    ]);
  });
});

describe('the end of a version', () => {
  const retire = (version: string, until: string): ProcedureCommand => ({
    type: 'retire',
    data: { version, until, reason: 'Nghị định hết hiệu lực' },
  });

  it('lies on a day to come, and comes only nearer', () => {
    const stream = shipped();
    expect(stream.take(retire('R2026.1', TODAY))).toMatchObject(refused('PROCEDURE_DAY_TAKEN'));
    valueOf(stream.take(retire('R2026.1', '2026-12-01')));
    expect(stream.take(retire('R2026.1', '2026-12-15'))).toMatchObject(refused('PROCEDURE_ENDED_ALREADY'));
    expect(stream.take(retire('R2019.1', '2026-12-15'))).toMatchObject(refused('PROCEDURE_VERSION_UNKNOWN'));
    expect(stream.periods[1]).toEqual(['R2026.1', '2026-10-01', '2026-12-01']);
  });

  it('does not lie before the first day', () => {
    const stream = shipped();
    const hash = stream.draft('R2027.1');
    stream.tried('R2027.1');
    const never = {
      type: 'publish' as const,
      data: { version: 'R2027.1', hash, from: '2027-01-01', until: '2026-12-31' },
    };
    expect(stream.take(never, binh)).toMatchObject(refused('PROCEDURE_DAYS_WRONG', { from: '2027-01-01' }));
    valueOf(stream.take({ ...never, data: { ...never.data, until: null } }, binh));
    expect(stream.take(retire('R2027.1', '2026-12-31'))).toMatchObject(refused('PROCEDURE_DAYS_WRONG'));
  });

  it('on its first day makes that a version never comes into force', () => {
    const stream = shipped();
    const hash = stream.draft('R2027.1');
    stream.tried('R2027.1');
    valueOf(stream.take(publish('R2027.1', hash, '2027-01-01', null), binh));
    valueOf(stream.take(retire('R2027.1', '2027-01-01')));
    const life = stream.state;
    if (!life) throw new Error('It has a life.');
    const versions = publishedProcedures(life, (known) => catalogue.find((each) => each.hash === known));
    expect(versionInForce('BK_TINH', versions, '2027-01-02')).toMatchObject({ ok: false });
  });

  it('leaves a version to the dossiers that run under it', () => {
    const period = { from: '2026-10-01', until: '2027-01-01' };
    expect(standingOf(period, '2026-09-30', 0)).toBe('pending');
    expect(standingOf(period, '2026-10-01', 0)).toBe('in_force');
    expect(standingOf(period, '2026-12-31', 0)).toBe('in_force');
    expect(standingOf(period, '2027-01-01', 4)).toBe('finishing');
    expect(standingOf(period, '2027-01-01', 0)).toBe('retired');
  });

  it('is noted once, and again only when it lies elsewhere (R3)', () => {
    const stream = shipped();
    const note = (until: string): ProcedureCommand => ({
      type: 'note-expiry',
      data: { version: 'R2026.1', until, on: TODAY },
    });
    const until = stream.state?.versions.get('R2026.1')?.until ?? '';
    expect(valueOf(stream.take(note(until), system))).toHaveLength(1);
    expect(valueOf(stream.take(note(until), system))).toHaveLength(0);
    valueOf(stream.take(retire('R2026.1', '2026-12-01')));
    expect(valueOf(stream.take(note('2026-12-01'), system))).toHaveLength(1);
  });
});
