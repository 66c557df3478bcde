import { localDateOf } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { changed, lawWith, versionOf } from '../law-of-cases.js';
import { instant, RuleOffice } from '../rule-office.js';
import { type Runners, runs } from '../runner.js';
import { before } from './intake.runners.js';

interface Levels {
  readonly at: string;
  readonly from: string;
  readonly replayAt?: string;
}

/** What cases call the levels of the administration that procedures know. */
const levelsOfCases: Readonly<Record<string, string>> = {
  BASE: 'commune',
  DISTRICT: 'district',
  MP: 'province',
  MOHA: 'moha',
  PM: 'prime_minister',
  PRES: 'president',
};
const DISTRICTS_ENDED = '2025-07-01';

/** An order as it went while there were districts: data, put before the version that is shipped. */
function withDistrict(shipped: Procedure): Procedure {
  const up = shipped.steps['submit-up.mp'];
  const intake = Object.entries(shipped.steps).find(([name]) => name === 'intake.mp')?.[0];
  if (!up || up.kind !== 'sign' || intake === undefined) throw new Error('The order has no way from base to province.');
  const rewritten = JSON.parse(JSON.stringify(up).replaceAll('intake.mp', 'submit-up.district')) as typeof up;
  const letter = { to: 'intake.mp', names: { vi: 'đã trình', en: 'submitted' } };
  return changed(shipped, {
    version: 'R2024.1',
    effective: { ...shipped.effective, from: '2015-01-01', until: DISTRICTS_ENDED },
    levels: shipped.levels.flatMap((level) =>
      level.code === 'MP'
        ? [{ code: 'DISTRICT', names: { vi: 'Huyện', en: 'District' }, outside: false }, level]
        : [level],
    ),
    steps: {
      ...shipped.steps,
      'submit-up.mp': rewritten,
      'submit-up.district': {
        kind: 'sign',
        names: { vi: 'Huyện trình tỉnh', en: 'The district submits' },
        level: 'DISTRICT',
        roles: ['authority'],
        acts: {
          forward: { to: 'intake.mp' },
          'complete-step': { outcomes: { submitted: { ...letter, reason: 'none' } } },
        },
        clocks: [],
      },
    },
  });
}

const levels = runs<Levels, { path: readonly string[]; events?: string }>(async ({ data, then }) => {
  const shipped = versionOf('HCLD3');
  const old = withDistrict(shipped);
  const now = changed(shipped, { effective: { ...shipped.effective, from: DISTRICTS_ENDED, until: null } });
  const procedure = localDateOf(instant(data.at)) < DISTRICTS_ENDED ? old : now;
  // On the first day of a version nobody has begun under it before.
  const earlier = before(data.at);
  const begunAt = localDateOf(instant(earlier)) < DISTRICTS_ENDED === (procedure === old) ? earlier : data.at;
  const office = new RuleOffice({ law: lawWith([old, now]) }).at(begunAt);
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  await dossier.until('receive');
  if (begunAt !== data.at) office.at(data.at);
  await dossier.until('approve');
  const [place] = (await dossier.state()).places;
  const path = async (at: RuleOffice): Promise<readonly string[]> => {
    const codes: string[] = [];
    const pin = (await at.dossier('D1')).procedure;
    for (const { revision } of await at.facts('dossier-D1')) {
      const state = await at.dossiers.loadAsRecorded('D1', revision);
      for (const level of (state?.places ?? []).map((name) => procedure.steps[name]?.level ?? '')) {
        if (codes.at(-1) !== level && !codes.includes(level)) codes.push(level);
      }
    }
    expect(pin && at.law.procedureByPin(pin)?.version).toBe(procedure.version);
    return codes.filter((code) => code in levelsOfCases).map((code) => levelsOfCases[code] ?? '');
  };
  const from = (all: readonly string[]) => all.slice(all.indexOf(data.from));
  expect(from(await path(office))).toEqual(then.value?.path);
  if (data.replayAt === undefined) return;
  const facts = await office.facts('dossier-D1');
  const replay = new RuleOffice({ law: office.law, store: office.store, clock: office.clock }).at(data.replayAt);
  expect(from(await path(replay))).toEqual(then.value?.path);
  expect((await replay.dossier('D1')).places).toEqual([place]);
  expect(await replay.facts('dossier-D1')).toEqual(facts);
});

export const levelRunners: Runners = { levels };
