import * as acts from '../../../../../test/support/dossier-acts.js';
import { moment, type Move } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import * as spec from '../../../../../test/support/dossier-spec.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';

const { given, deskAfter } = spec;

interface DeadlineCase {
  readonly start: string;
  readonly limit: { readonly value: number };
  readonly pauses?: readonly { readonly from: string; readonly to: string }[];
  readonly restartAt?: string;
  readonly firstUploadAt?: string;
  readonly returnedAt?: string;
  readonly remainingWorkingDaysAtPause?: number;
}
type Due = { readonly due: string };

const clockAfter = (deadlineId: string, ...moves: readonly (Move | readonly Move[])[]) =>
  deskAfter(moves).state?.deadlines.get(deadlineId);

const earlierThatDay = (start: string): string => start.replace(/T.*/, 'T07:00:00+07:00');

describe('the clock starts at the full receipt (R7)', () => {
  const cases = casesOf<DeadlineCase, Due>('R7', 'deadline').filter(({ data }) => data.restartAt === undefined);

  it.each(cases)('$id: $title', ({ data, then }) => {
    const pauses = (data.pauses ?? []).flatMap(({ from, to }) => [
      acts.requestSupplement({ at: from }),
      // The case of one day writes the answer before the question; its sentence says 15:00.
      acts.supplement({ at: to < from ? to.replace('T09', 'T15') : to }),
    ]);
    const way = paths.received({ begunOn: data.firstUploadAt ?? earlierThatDay(data.start), on: data.start });
    const clock = clockAfter('appraise-1', way, pauses);
    expect(clock?.terms.limit?.value).toBe(data.limit.value);
    expect(clock).toMatchObject({ state: 'running', terms: { dueAt: moment(then.value?.due ?? '') } });
  });

  it.each(casesOf<DeadlineCase, Due>('R7-4', 'deadline'))('$id: $title', ({ data, then }) => {
    given(paths.received({ procedure: 'CSTD_BT', on: data.start }), acts.requestSupplement({ at: '2026-10-14' }))
      .when(acts.supplement({ at: data.restartAt ?? '' }))
      .yields(
        spec.dossierSupplemented(),
        spec.deadlineRestarted({ deadlineId: 'appraise-1', dueAt: moment(then.value?.due ?? ''), version: 2 }),
      );
  });

  it.each(casesOf<{ submittedAt: string }>('R7-2', 'deadline-none'))('$id: $title', ({ data }) => {
    const { state } = deskAfter([paths.submitted({ on: data.submittedAt })]);
    expect([...(state?.deadlines.values() ?? []), ...(state?.awaited.values() ?? [])]).toEqual([]);
  });

  it.each(casesOf<DeadlineCase, Due>('R8', 'deadline'))('$id: $title', ({ data, then }) => {
    const way = paths.received({ on: data.start });
    expect(clockAfter('screen-1', way)?.terms.dueAt).toBe(moment(then.value?.due ?? ''));
    given(way)
      .when(acts.returnDossier({ at: data.returnedAt ?? '' }))
      .yields(
        spec.dossierReturned(),
        spec.deadlineMet({ deadlineId: 'screen-1', late: false }),
        spec.deadlineCancelled({ deadlineId: 'appraise-1', cause: 'return' }),
      );
  });

  it('what the law leaves unknown is proposed as a design, or is no clock at all', () => {
    const { state } = deskAfter([paths.received()]);
    expect(state?.deadlines.get('screen-1')?.terms).toMatchObject({ limit: { value: 5 }, confidence: 'design' });
    expect(state?.deadlines.get('appraise-1')?.terms).toMatchObject({ limit: { value: 20 }, confidence: 'uncertain' });
    expect(clockAfter('unheard-1', paths.received({ procedure: 'CSTD_BT' }))).toBeUndefined();
  });

  it('a second receipt begins a second turn', () => {
    const again = given(
      paths.received({ on: '2026-08-10' }),
      acts.returnDossier({ at: '2026-08-11' }),
      acts.submit({ at: '2026-08-12' }),
    ).when(acts.receive({ at: '2026-08-13' }));
    again.yields(
      spec.dossierReceived(),
      spec.deadlineSet({ deadlineId: 'screen-2', version: 1 }),
      spec.deadlineSet({ deadlineId: 'appraise-2', version: 1 }),
    );
  });
});

describe('clocks that stand still', () => {
  it.each(casesOf<DeadlineCase, Due>('R18', 'deadline'))('$id: $title', ({ data, then }) => {
    const [pause] = data.pauses ?? [];
    const way = paths.received({ on: data.start });
    // The first verdict ends the screening in time; what is halted is the appraisal.
    const screened = acts.appraise(['N1'], [], { at: '2026-10-02' });
    const halt = acts.suspend({ ground: 'investigation', at: pause?.from ?? '' });
    given(way, screened)
      .when(halt)
      .yields(
        spec.dossierSuspended({ ground: 'investigation' }),
        spec.deadlinePaused({
          deadlineId: 'appraise-1',
          cause: 'suspend',
          remainingWorkingDays: data.remainingWorkingDaysAtPause ?? -1,
        }),
      );
    given(way, screened, halt)
      .when(acts.resume({ at: pause?.to ?? '' }))
      .yields(
        spec.dossierResumed(),
        spec.deadlineResumed({ deadlineId: 'appraise-1', dueAt: moment(then.value?.due ?? ''), version: 2 }),
      );
  });

  const [halted] = casesOf<{ flaggedAt: string; at: string }>('R18-1', 'suspend');

  it(`${halted?.id}: ${halted?.title}`, () => {
    given(paths.appraised({ on: '2026-10-12' }), acts.suspend({ at: halted?.data.flaggedAt ?? '' }))
      .when(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { at: halted?.data.at ?? '' }))
      .refused('DOSSIER_SUSPENDED', { rule: 'R18' });
  });

  it('a suspension inside a supplement: the clock runs again when nothing holds it any more, each day counted once', () => {
    const way = [
      ...paths.received({ on: '2026-07-06' }),
      acts.requestSupplement({ at: '2026-07-15T10:00:00+07:00' }),
      acts.suspend({ at: '2026-07-17' }),
    ];
    given(way)
      .when(acts.resume({ at: '2026-07-20' }))
      .yields(spec.dossierResumed());
    // The same five working days as R7-3, which has no suspension. The screening had run out on 13/07.
    given(way, acts.resume({ at: '2026-07-20' }))
      .when(acts.supplement({ at: '2026-07-22' }))
      .yieldsAmongOthers(
        spec.deadlineResumed({
          deadlineId: 'appraise-1',
          cause: 'supplement',
          dueAt: moment('2026-08-10T17:00+07:00'),
        }),
      );
  });

  it('two pauses one after the other both count', () => {
    const twice = clockAfter(
      'appraise-1',
      paths.received({ on: '2026-07-06' }),
      acts.requestSupplement({ at: '2026-07-07' }),
      acts.supplement({ at: '2026-07-08' }),
      acts.suspend({ at: '2026-07-09' }),
      acts.resume({ at: '2026-07-13' }),
    );
    // 20 working days from 06/07 end Mon 03/08; one day (08/07) and two (10/07, 13/07) were lost.
    expect(twice?.terms).toMatchObject({ dueAt: moment('2026-08-06T17:00+07:00'), version: 3 });
  });

  it('a clock that the procedure lets run on is held by a suspension only', () => {
    const way = paths.received({ procedure: 'CSTD_BT', on: '2026-10-05' });
    given(way)
      .when(acts.requestSupplement({ at: '2026-10-06' }))
      .yields(spec.supplementRequested(), spec.deadlinePaused({ deadlineId: 'appraise-1' }));
    given(way, acts.requestSupplement({ at: '2026-10-06' }))
      .when(acts.suspend({ at: '2026-10-07' }))
      .yields(spec.dossierSuspended(), spec.deadlinePaused({ deadlineId: 'reply-1' }));
  });

  it('a clock that has run out is not saved by standing still', () => {
    given(paths.received({ on: '2026-08-10' }))
      .when(acts.requestSupplement({ at: '2026-08-18' }))
      .yields(spec.supplementRequested(), spec.deadlinePaused({ deadlineId: 'appraise-1' }));
  });

  it('a supplement before the receipt holds nothing, for nothing runs yet', () => {
    given(paths.submitted()).when(acts.requestSupplement()).yields(spec.supplementRequested());
  });
});

describe('the day by which the unit answers', () => {
  const way = [
    ...paths.received({ on: '2026-10-05' }),
    acts.requestSupplement({ answerBy: '2026-10-14', at: '2026-10-06' }),
  ];

  it('is a clock of the unit that ends at 17:00 of that day', () => {
    expect(clockAfter('supplement-1', way)).toMatchObject({
      state: 'running',
      terms: { responsible: 'submitter', dueAt: moment('2026-10-14T17:00+07:00') },
    });
  });

  it('is met by the answer, in time or late', () => {
    given(way)
      .when(acts.supplement({ at: '2026-10-14T17:00:00+07:00' }))
      .yieldsAmongOthers(spec.deadlineMet({ deadlineId: 'supplement-1', late: false }));
    given(way)
      .when(acts.supplement({ at: '2026-10-14T17:00:01+07:00' }))
      .yieldsAmongOthers(spec.deadlineMet({ deadlineId: 'supplement-1', late: true }));
  });

  it('moves by the days for which the dossier was suspended, since nobody could answer', () => {
    const halted = clockAfter(
      'supplement-1',
      way,
      acts.suspend({ at: '2026-10-08' }),
      acts.resume({ at: '2026-10-11' }),
    );
    expect(halted?.terms).toMatchObject({ dueAt: moment('2026-10-17T17:00+07:00'), version: 2 });
  });

  it('loses its purpose with the dossier', () => {
    given(way)
      .when(acts.withdraw({ at: '2026-10-07' }))
      .yieldsAmongOthers(
        spec.deadlineCancelled({ deadlineId: 'screen-1' }),
        spec.deadlineCancelled({ deadlineId: 'appraise-1' }),
        spec.deadlineCancelled({ deadlineId: 'supplement-1' }),
      );
  });
});

describe('late and missed', () => {
  const way = paths.appraised({ on: '2026-08-03' });
  const result = { N1: { yes: 17 }, N2: { yes: 17 } };
  // 20 working days from 03/08/2026, with the worked Saturday 22/08 and 31/08 off.
  const dueAt = moment('2026-08-28T17:00+07:00');
  const missed = acts.recordMissed({ at: '2026-08-28T17:00:00+07:00' });

  it('is recorded from the very moment on, once, and only for the version that the sweep saw', () => {
    expect(clockAfter('appraise-1', way)?.terms.dueAt).toBe(dueAt);
    given(way)
      .when(acts.recordMissed({ at: '2026-08-28T16:59:59+07:00' }))
      .refused('DEADLINE_NOT_YET_DUE');
    given(way)
      .when(missed)
      .yields(spec.deadlineMissed({ deadlineId: 'appraise-1', dueAt }));
    given(way, missed).when(missed).yieldsNothing();
    given(way)
      .when(acts.recordMissed({ version: 2, at: '2026-09-30' }))
      .refused('DEADLINE_NOT_OPEN');
    given(way)
      .when(acts.recordMissed({ deadlineId: 'appraise-9', at: '2026-09-30' }))
      .refused('NOT_FOUND');
  });

  it('an act at the very moment is in time, a second later it is late', () => {
    const meet = (at: string) => given(way).when(acts.councilResult(result, { at }));
    meet('2026-08-28T17:00:00+07:00').yieldsAmongOthers(spec.deadlineMet({ deadlineId: 'appraise-1', late: false }));
    meet('2026-08-28T17:00:01+07:00').yieldsAmongOthers(spec.deadlineMet({ deadlineId: 'appraise-1', late: true }));
  });

  it('a missed deadline stays missed when it is met late', () => {
    const late = clockAfter('appraise-1', way, missed, acts.councilResult(result, { at: '2026-09-03' }));
    expect(late).toMatchObject({ state: 'met', late: true, missedAt: dueAt, metAt: moment('2026-09-03') });
  });

  it('an act in time that was recorded after the sweep is not late, and the miss stays visible beside it', () => {
    const recordedLate = acts.councilResult(result, {
      at: '2026-08-28T16:00:00+07:00',
      recordedAt: '2026-09-03',
      reason: 'Biên bản về muộn',
    });
    expect(clockAfter('appraise-1', way, missed, recordedLate)).toMatchObject({
      state: 'met',
      late: false,
      missedAt: dueAt,
    });
  });

  it('a missed clock neither stands still nor starts again, and ends with the dossier', () => {
    const received = paths.received({ procedure: 'CSTD_BT', on: '2026-08-03' });
    given(received, missed)
      .when(acts.requestSupplement({ at: '2026-08-29' }))
      .yields(spec.supplementRequested());
    given(received, missed, acts.requestSupplement({ at: '2026-08-29' }))
      .when(acts.supplement({ at: '2026-09-03' }))
      .yields(spec.dossierSupplemented());
    given(received, missed)
      .when(acts.withdraw({ at: '2026-08-29' }))
      .yieldsAmongOthers(
        spec.deadlineCancelled({ deadlineId: 'appraise-1' }),
        spec.deadlineCancelled({ deadlineId: 'reply-1' }),
      );
  });

  it('a clock that stands still is not missed, however long', () => {
    given(paths.received({ on: '2026-08-03' }), acts.suspend({ at: '2026-08-04' }))
      .when(acts.recordMissed({ at: '2026-12-30' }))
      .refused('DEADLINE_NOT_OPEN');
  });
});
