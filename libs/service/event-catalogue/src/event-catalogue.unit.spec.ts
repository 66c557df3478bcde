import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codesAsNames, languages } from '#libs/domain/kernel';
import { namesOfProcedure } from '#libs/domain/procedure';
import canonicalize from 'canonicalize';
import { procedureNamed } from '../../../../test/support/procedures.js';
import { type EventDescription, eventCatalogue, eventsDocument } from './index.js';
import { fieldsOf } from './schema-fields.js';

const folder = fileURLToPath(new URL('../../../../../test/fixtures/events/', import.meta.url));
const fixture = (type: string, version: number): unknown =>
  JSON.parse(readFileSync(`${folder}${type}/v${version}.json`, 'utf8'));

const types = [...eventCatalogue.keys()];
const descriptionOf = (type: string) => eventCatalogue.get(type) as EventDescription;

/** A fixture as the log hands it out: received on a Friday, recorded at once. */
const recorded = (type: string) => ({
  type,
  data: descriptionOf(type).schema.parse(fixture(type, 1)),
  revision: 76,
  recordedAt: '2026-08-21T02:00:00.000Z',
  effectiveAt: '2026-08-21T02:00:00.000Z',
  actor: { id: 'a', positionId: 'p', unitId: 'u', roles: [] },
});

const merit = procedureNamed('BK_TINH@R2025.1');

describe('Every type of event', () => {
  it.each(types)('%s has a golden fixture of each version, which its schema reads and leaves as it is', (type) => {
    const { schema, schemaVersion } = descriptionOf(type);
    for (let version = 1; version <= schemaVersion; version += 1)
      expect(existsSync(`${folder}${type}/v${version}.json`)).toBe(true);
    const data = fixture(type, schemaVersion);
    const text = canonicalize(data) ?? '';
    expect(canonicalize(schema.parse(data))).toBe(text);
    expect(schema.parse(JSON.parse(text))).toEqual(data);
  });

  it.each(types)('%s takes no field that its schema does not know', (type) => {
    const data = fixture(type, descriptionOf(type).schemaVersion) as object;
    expect(descriptionOf(type).schema.safeParse({ ...data, unheardOf: 1 }).success).toBe(false);
  });

  it.each(types)('%s is named PascalCase, explained and said in both languages', (type) => {
    const { term, meaning, sentence } = descriptionOf(type);
    expect(type).toMatch(/^([A-Z][a-z]+)+$/);
    expect([term, meaning].every((text) => text.length > 0)).toBe(true);
    const lines = languages.map((language) => sentence(recorded(type), language, codesAsNames));
    expect(new Set(lines).size).toBe(2);
    for (const line of lines) {
      expect(line).not.toMatch(/undefined|null|NaN|\[object|\.$|^\s|\s$/);
      expect(line).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      expect(line.length).toBeLessThanOrEqual(300);
    }
  });

  it('has a schema: no fixture is left over from a type that nobody knows', () => {
    expect(readdirSync(folder).sort()).toEqual([...types].sort());
  });

  it('is read by people in Vietnamese', () => {
    const names = { ...codesAsNames, ...namesOfProcedure(merit, 'vi') };
    const lines = types.map((type) => descriptionOf(type).sentence(recorded(type), 'vi', names));
    expect(lines.join('\n')).toBe(readFileSync(`${folder}../sentences.vi.txt`, 'utf8').trimEnd());
  });

  it('is read by people in English', () => {
    const names = { ...codesAsNames, ...namesOfProcedure(merit, 'en') };
    const lines = types.map((type) => descriptionOf(type).sentence(recorded(type), 'en', names));
    expect(lines.join('\n')).toBe(readFileSync(`${folder}../sentences.en.txt`, 'utf8').trimEnd());
  });
});

describe('A fact recorded later than it holds', () => {
  const later = (type: string) => ({ ...recorded(type), recordedAt: '2026-08-24T02:00:00.000Z' });

  it('says from when it holds', () => {
    const { sentence } = descriptionOf('DossierResumed');
    expect(sentence(later('DossierResumed'), 'vi', codesAsNames)).toMatch(/ \(hiệu lực từ 21\/08\/2026\)$/);
    expect(sentence(later('DossierResumed'), 'en', codesAsNames)).toMatch(/ \(effective 21\/08\/2026\)$/);
  });

  it('does not say it twice: a receipt always does, a clock tells its own moment', () => {
    for (const type of ['DossierReceived', 'DeadlineMissed']) {
      const { sentence } = descriptionOf(type);
      expect(sentence(later(type), 'vi', codesAsNames)).toBe(sentence(recorded(type), 'vi', codesAsNames));
    }
  });
});

describe('The fields of an event', () => {
  const field = (type: string, path: string) => fieldsOf(descriptionOf(type).schema).find((each) => each.path === path);

  it('say whose personal data they hold, also inside lists and behind “optional”', () => {
    expect(field('NomineesAdded', 'nominees[].name')).toEqual({
      path: 'nominees[].name',
      type: 'text (≤ 200)',
      optional: false,
      personal: 'nominee',
    });
    expect(field('DossierSupplemented', 'note')).toMatchObject({ optional: true, personal: 'dossier' });
    expect(field('DossierVoted', 'differingOpinions')?.personal).toBe('dossier');
    expect(field('DecisionIssued', 'signer.name')?.personal).toBe('signer');
    expect(field('DossierDrafted', 'title')?.personal).toBeUndefined();
  });

  it.each([
    ['DossierVoted', 'heldOn', 'day'],
    ['DeadlineSet', 'startedAt', 'moment (UTC)'],
    ['DeadlineSet', 'version', 'integer ≥ 1'],
    ['DossierVoted', 'members', 'integer ≥ 1'],
    ['DossierVoted', 'present', 'integer ≥ 0'],
    ['DeadlinePaused', 'remainingWorkingDays', 'integer'],
    ['DeadlineMet', 'late', 'yes or no'],
    ['DossierDrafted', 'dossierId', 'id'],
    ['DocumentAttached', 'formats', 'list of one of: docx, pdf'],
    ['DecisionIssued', 'prizes', 'map from one of: individual, collective, household to integer ≥ 0'],
  ])('of %s: %s is a %s', (type, path, expected) => {
    expect(field(type, path)?.type).toBe(expected);
  });
});

describe('The document of events', () => {
  it('has a section for each type', () => {
    const document = eventsDocument();
    for (const type of types) expect(document).toContain(`\n### ${type}\n`);
  });
});
