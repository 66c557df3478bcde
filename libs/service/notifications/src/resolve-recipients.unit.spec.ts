import type { DeadlineState } from '#libs/domain/dossier';
import type { Directory, Recipient } from './directory.port.js';
import { resolveRecipients } from './resolve-recipients.js';

const somebody = (accountId: string): Recipient => ({ accountId, name: accountId });
const chart: Readonly<Record<string, readonly string[]>> = {
  'officer@BODY': ['binh', 'chau'],
  'authority@BODY': ['dung'],
  'submitter@UNIT': ['an'],
  'head of officer@BODY': ['khanh'],
};
const directoryOf = (positions: typeof chart): Directory => ({
  assignees: async (role, unit) => (positions[`${role}@${unit}`] ?? []).map(somebody),
  headsOfSection: async (role, unit) => (positions[`head of ${role}@${unit}`] ?? []).map(somebody),
  deputyHeads: async (role, unit) => (positions[`deputy of ${role}@${unit}`] ?? []).map(somebody),
  account: async (id) => somebody(id),
});
const dossier = { bodyId: 'BODY', submittingUnitId: 'UNIT' };
const deadlineOf = (responsible: string) => ({ terms: { responsible } }) as DeadlineState;
const told = async (
  positions: typeof chart,
  responsible: string,
  ...to: ('assignee' | 'head_of_section' | 'authority')[]
) =>
  (await resolveRecipients(directoryOf(positions), dossier, deadlineOf(responsible), to)).map(
    ({ recipient, note }) => `${recipient.accountId}${note ? ` (${note})` : ''}`,
  );

describe('who is told of a rung', () => {
  it('is the head where the chart says that the position is vacant, with a note', async () => {
    const heads: Directory = {
      ...directoryOf(chart),
      assignees: async () => [{ ...somebody('thanh'), vacant: true }],
    };
    const addressees = await resolveRecipients(heads, dossier, deadlineOf('clerk'), ['assignee', 'head_of_section']);
    expect(addressees).toEqual([{ recipient: somebody('thanh'), note: 'position_vacant' }]);
  });

  it('is everybody who holds the responsible position in the body', async () => {
    expect(await told(chart, 'officer', 'assignee')).toEqual(['binh', 'chau']);
  });

  it('R41: of an answer that is awaited, both who asked and the unit that was asked, each up its own ladder', async () => {
    const both = { ...chart, 'officer@ASKED': ['lam'], 'authority@ASKED': ['minh'] };
    const opinions = new Map([
      ['O1', { body: { unitId: 'ASKED', name: 'Công an tỉnh' } }],
      ['O2', { body: { name: 'Cục Thuế' } }],
    ]) as unknown as NonNullable<Parameters<typeof resolveRecipients>[1]['opinions']>;
    const of = async (opinionId: string, to: 'assignee' | 'authority') => {
      const deadline = { terms: { responsible: 'officer', opinionId } } as DeadlineState;
      const found = await resolveRecipients(directoryOf(both), { ...dossier, opinions }, deadline, [to]);
      return found.map(({ recipient }) => recipient.accountId);
    };
    expect(await of('O1', 'assignee')).toEqual(['binh', 'chau', 'lam']);
    expect(await of('O1', 'authority')).toEqual(['dung', 'minh']);
    expect(await of('O2', 'assignee')).toEqual(['binh', 'chau']);
  });

  it('is the submitting unit where the duty is its own', async () => {
    expect(await told(chart, 'submitter', 'assignee')).toEqual(['an']);
  });

  it('is also the head of the section, each person once', async () => {
    expect(await told(chart, 'officer', 'assignee', 'head_of_section')).toEqual(['binh', 'chau', 'khanh']);
    expect(
      await told({ ...chart, 'head of officer@BODY': ['binh'] }, 'officer', 'assignee', 'head_of_section'),
    ).toEqual(['binh', 'chau']);
  });

  it('is the authority, with a note, where the position is vacant', async () => {
    expect(await told({ ...chart, 'officer@BODY': [] }, 'officer', 'assignee')).toEqual(['dung (position_vacant)']);
    expect(await told({ ...chart, 'head of officer@BODY': [] }, 'officer', 'assignee', 'head_of_section')).toEqual([
      'binh',
      'chau',
      'dung (position_vacant)',
    ]);
  });

  it('is the authority without a note where the rung is meant for it', async () => {
    expect(await told({ ...chart, 'officer@BODY': [] }, 'officer', 'assignee', 'authority')).toEqual(['dung']);
  });

  it('is nobody where no position is held at all', async () => {
    expect(await told({}, 'officer', 'assignee', 'authority')).toEqual([]);
  });
});
