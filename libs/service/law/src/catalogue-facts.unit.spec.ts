import { readFileSync } from 'node:fs';
import { isActing, isKnown, type Procedure, voteAt } from '#libs/domain/procedure';
import { catalogue } from '../../../../test/support/procedures.js';
import { departures, meaningOf, ofCatalogue, spelt } from '../../../../test/support/catalogue-departures.js';

interface Entry {
  readonly code: string;
  readonly name_vi: string;
  readonly gloss_en: string;
  readonly subjects: readonly string[];
  readonly kinds: readonly string[];
  readonly deciding_level: string;
  readonly steps: readonly string[];
  readonly documents: readonly string[];
  readonly vote: {
    readonly required: boolean;
    readonly threshold: { readonly num: number; readonly den: number } | null;
    readonly central_council?: object;
  };
  readonly deadlines: readonly string[];
  readonly legal_basis: readonly string[];
  readonly confidence: string;
  readonly prize?: Readonly<Record<string, number | string | null>>;
  readonly retention_years: number | 'permanent';
  readonly public_posting?: { readonly working_days?: number };
  readonly submission_window?: object;
}
interface Deadline {
  readonly value: number;
  readonly unit: string;
  readonly confidence: string;
}

const facts = JSON.parse(
  readFileSync(new URL('../../../../../test/fixtures/award-catalogue.json', import.meta.url), 'utf8'),
) as { readonly awards: readonly Entry[]; readonly deadlines: Readonly<Record<string, Deadline>> };

const fileOf = (code: string, regime = 'R2025'): Procedure => {
  const found = catalogue.find((each) => each.code === code && each.regime === regime);
  if (!found) throw new Error(`${code} has no file under ${regime}.`);
  return found;
};

const entries = facts.awards.map((entry) => [entry.code, entry] as const);
const receivable = entries.filter(([code]) => fileOf(code).receivable);

/** The catalogue's deadline → the clock of the file that holds it. */
const clockNames: Readonly<Record<string, readonly string[]>> = {
  RETURN_MOHA: ['return-moha'],
  APPRAISE_MOHA: ['appraise-moha'],
  SUBMIT_AFTER_CONSULT: ['submit-after-opinions'],
  REPLY_CONSULT: ['reply-mp', 'reply-moha'],
  SEND_DECISION_DOWN: ['notify-moha'],
  SEND_DECISION_RECIPIENT: ['notify'],
  REFUSAL_NOTICE: ['refusal-notice'],
  ITEMS: ['items'],
  POSTING: ['posting'],
  MOHA_POSTING: ['posting-moha'],
  APPRAISE_LOCAL: ['appraise-base', 'appraise'],
  APPRAISE_MINPROV: ['appraise-mp', 'appraise'],
  TNXP_COMMUNE_POST: ['post-base'],
  TNXP_COMMUNE: ['appraise-base'],
  TNXP_PROVINCE: ['appraise-mp'],
  TNXP_MOHA: ['appraise-moha'],
  TNXP_RETURN: ['return-base', 'return-mp', 'return-moha'],
};

const levels: Readonly<Record<string, string>> = {
  commune: 'BASE',
  base: 'BASE',
  ministry_province: 'MP',
  prime_minister: 'PM',
  president: 'PRES',
};

describe('Each file of the catalogue says what its award is known to be', () => {
  it('43 awards, each under the law in force then and the one that was not read', () => {
    expect(entries).toHaveLength(43);
    expect(catalogue.map(({ code, regime }) => `${code} ${regime}`).toSorted()).toEqual(
      entries.flatMap(([code]) => [`${code} R2025`, `${code} R2026`]).toSorted(),
    );
  });

  it.each(entries)('%s: names, subjects, kinds, sources, confidence, retention', (code, entry) => {
    const file = fileOf(code);
    expect(file.names).toEqual({ vi: entry.name_vi, en: entry.gloss_en });
    expect([file.subjects, file.kinds]).toEqual([entry.subjects, entry.kinds]);
    expect([file.confidence, file.sources]).toEqual([entry.confidence, entry.legal_basis.map(spelt)]);
    expect(file.retention?.years).toBe(entry.retention_years);
  });

  it.each(entries)(
    '%s: the prize of each sort of recipient, or that it is not known',
    (code, { prize = {}, subjects }) => {
      const file = fileOf(code);
      for (const subject of ['individual', 'collective', 'household'] as const) {
        const known = file.prize[subject];
        const inGrades = file.grades?.[0]?.prize[subject];
        const multiple =
          known && 'numerator' in known ? known : inGrades && 'numerator' in inGrades ? inGrades : undefined;
        const figure = multiple ? multiple.numerator / multiple.denominator : null;
        const said = prize[subject] ?? (subject === 'individual' ? prize['nhan_dan'] : null) ?? null;
        expect([code, subject, figure]).toEqual([code, subject, said]);
        if (!subjects.includes(subject)) expect(known).toBeNull();
        if (String(prize['confidence']).includes('derived') && subject !== 'collective' && multiple) {
          expect([code, subject, multiple.confidence]).toEqual([code, subject, 'uncertain']);
        }
      }
    },
  );

  it.each(receivable)('%s: every paper of the catalogue, and others only for a known reason', (code, entry) => {
    const file = fileOf(code);
    // The catalogue calls proofs of service as it calls a certificate of merit.
    const known = entry.documents.map((each) => (each === 'GK' ? 'GKCM' : each));
    const there = file.documents.map((paper) => paper.code);
    const more = departures[code]?.papers ?? [];
    expect(there.toSorted()).toEqual([...new Set([...known, ...more])].toSorted());
    for (const { form, code: paper } of file.documents.filter(({ form: each }) => each !== null)) {
      expect([paper, form?.decree]).toEqual([paper, '152/2025/NĐ-CP']);
      expect([paper, form?.confidence]).toEqual([paper, ['TT', 'BC_CT_CN'].includes(paper) ? 'verified' : 'uncertain']);
    }
  });

  it.each(receivable)('%s: every step of the catalogue, and others only for a known reason', (code, entry) => {
    const file = fileOf(code);
    const there = new Set(Object.entries(file.steps).flatMap(([step, { level }]) => meaningOf(step, level)));
    const known = entry.steps.filter((step) => step !== 'REGISTER' && step !== 'DETECT').map(ofCatalogue);
    const { without = [], besides = [] } = departures[code] ?? {};
    const missing = [...new Set(known.filter((step) => !there.has(step)))];
    expect([code, missing]).toEqual([code, without]);
    const inEachFile = ['SUBMIT_UP', 'INTAKE', 'RETURN', 'APPRAISE', 'REFUSAL_NOTICE'];
    const more = [...there].filter((step) => !known.includes(step) && !inEachFile.includes(step));
    expect([code, more.toSorted()]).toEqual([code, [...besides].toSorted()]);
  });

  it.each(receivable)('%s: who decides', (code, entry) => {
    const file = fileOf(code);
    const deciding = Object.values(file.steps).filter((step) => isActing(step) && step.acts.approve !== undefined);
    expect(deciding.map(({ level }) => level)).toEqual([levels[entry.deciding_level]]);
  });

  it.each(receivable)('%s: ballot or minutes, and the share that passes (R26, R27, R37)', (code, { vote }) => {
    const file = fileOf(code);
    const votes = Object.keys(file.steps).flatMap((name) => voteAt(file, name) ?? []);
    const ballots = votes.filter(({ method }) => method === 'ballot');
    if (!vote.required) expect([code, ballots]).toEqual([code, []]);
    else {
      const [own] = ballots;
      expect(own?.threshold).toMatchObject({
        numerator: vote.threshold?.num,
        denominator: vote.threshold?.den,
        of: 'all_members',
        confidence: 'verified_in_repealed_text',
      });
      expect(own?.quorum).toMatchObject({ numerator: 2, denominator: 3 });
      expect(own?.absentees?.written).toBe('counted');
    }
    const central = ballots.find(({ quorum }) => isKnown(quorum) && quorum.numerator === 9);
    expect(central !== undefined).toBe(vote.central_council !== undefined);
  });

  it.each(receivable)('%s: every deadline with its length and how sure it is', (code, { deadlines }) => {
    const { clocks } = fileOf(code);
    for (const name of deadlines) {
      const known = facts.deadlines[name];
      const held = (clockNames[name] ?? []).flatMap((clock) => clocks[clock] ?? []);
      if (departures[code]?.clocks?.includes(name)) expect(held).toEqual([]);
      else expect([code, name, held.length > 0]).toEqual([code, name, true]);
      for (const { limit } of held) {
        expect([code, name, limit]).toMatchObject([code, name, { value: known?.value, unit: known?.unit }]);
        const sure = departures[code]?.surer?.includes(name) ? expect.any(String) : known?.confidence;
        expect([code, name, limit.confidence]).toEqual([code, name, sure]);
      }
    }
  });

  it.each(receivable)('%s: a notice that the catalogue asks for stands its ten working days (R39)', (code, entry) => {
    const file = fileOf(code);
    const wanted = entry.public_posting?.working_days;
    if (wanted === undefined) return;
    expect(file.clocks['posting']).toMatchObject({
      limit: { value: wanted, unit: 'working_day', firstDayCounted: true },
      binding: 'not_before',
      rule: 'R39',
    });
  });

  it.each(entries)('%s: the day by which it should be handed in', (code, { submission_window }) => {
    if (submission_window !== undefined) expect(fileOf(code).windows?.length).toBeGreaterThan(0);
  });

  it.each(entries)('R3 %s goes on under the law that was not read, with no figure surer than unknown', (code) => {
    const [before, after] = [fileOf(code), fileOf(code, 'R2026')];
    expect(after).toMatchObject({
      carriedOver: { from: `${code}@R2025.1` },
      confidence: 'unknown',
      effective: { from: before.effective.until },
    });
    const sure = (value: unknown): unknown =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, each]) => (key === 'confidence' ? [each] : sure(each)));
    const { documents, votes, clocks, prize, criteria, retention, cancellation } = after;
    const all = sure({ documents, votes, clocks, prize, criteria: criteria.prerequisites, retention, cancellation });
    expect([...new Set(all as string[])].filter((each) => each !== 'unknown' && each !== 'design')).toEqual([]);
    expect(after.steps).toEqual(before.steps);
  });

  it('18 take dossiers, 18 do so and warn of what nobody has read, 7 take none', () => {
    const now = entries.map(([code]) => fileOf(code));
    const warned = now.filter(({ receivable: takes, openQuestions }) => takes && openQuestions);
    expect([now.filter((each) => each.receivable && !each.openQuestions).length, warned.length]).toEqual([18, 18]);
    expect(now.filter((each) => !each.receivable)).toHaveLength(7);
  });
});
