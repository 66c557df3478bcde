import type { AwardHistoryCommand } from '#libs/domain/award-history';
import type { ClusterCommand, UnitCommand } from '#libs/domain/organization';
import type { Decision } from '#libs/domain/kernel';
import { sampleOffice } from '#libs/service/access';
import {
  AwardHistories,
  Clusters,
  type CommandRequest,
  DossierHolders,
  Dossiers,
  OpenWork,
  Organization,
  Units,
} from '#libs/service/commands';
import { type Foundation, StartFailure } from '#libs/service/foundation';
import { WorkCandidatesQuery } from '#libs/service/read-models';
import { Chance } from './chance.js';
import { inventPerson, inventRoom } from './invented-names.js';
import { leaver, newcomer, submitting } from './sample-chart.js';
import { actorOf } from './sample-dossier.js';
import { type SampleGround, sampleId } from './sample-ground.js';

/** A command of the samples: its id follows from what it is about. */
export const requestOf = (by: string, ...of: readonly string[]): CommandRequest => {
  const commandId = sampleId('organization', ...of);
  return { actor: actorOf(by), commandId, fingerprint: 'sample', correlationId: commandId };
};

/** @throws StartFailure for a refusal. */
export function demand(what: string, done: Decision<unknown>): void {
  if (!done.ok) throw new StartFailure(`samples: ${what}: ${done.error.code}`);
}

/** Two more officers of the section, clusters and blocks, and lists of earlier awards. */
export async function furnishProvince({ store, clock }: Foundation, ground: SampleGround): Promise<void> {
  await employOfficers({ store, clock }, ground);
  await formClusters({ store, clock });
  await importEarlierAwards({ store, clock }, ground);
}

type Ground = Pick<Foundation, 'store' | 'clock'>;

async function employOfficers({ store, clock }: Ground, { today }: SampleGround): Promise<void> {
  const units = new Units(store, new Organization(store), clock);
  const { from } = sampleOffice;
  const hire = async ({ accountId, positionId }: typeof leaver | typeof newcomer, since: string) => {
    const title = { vi: 'Chuyên viên thẩm định', en: 'Appraisal officer' };
    const commands: readonly UnitCommand[] = [
      { type: 'create-position', data: { positionId, title, roles: ['officer'], head: false, seats: 1, from } },
      { type: 'appoint', data: { positionId, accountId, from: since } },
    ];
    for (const command of commands)
      demand(
        command.type,
        await units.execute('ubnd-tinh', command, requestOf('acc-van-hanh', positionId, command.type)),
      );
  };
  await hire(leaver, from);
  await hire(newcomer, today);
}

const clusters = [
  { id: 'khoi-1', kind: 'khoi', vi: 'Khối thi đua số 1', en: 'Emulation block no. 1' },
  { id: 'khoi-2', kind: 'khoi', vi: 'Khối thi đua số 2', en: 'Emulation block no. 2' },
  { id: 'khoi-3', kind: 'khoi', vi: 'Khối thi đua số 3', en: 'Emulation block no. 3' },
  { id: 'cum-vung-cao', kind: 'cum', vi: 'Cụm thi đua các xã vùng cao', en: 'Cluster of highland communes' },
] as const;

async function formClusters({ store, clock }: Ground): Promise<void> {
  const all = new Clusters(store, new Organization(store), clock);
  for (const { id, kind, vi, en } of clusters) {
    const members = [
      ...submitting.filter(({ cluster }) => cluster === vi).map(({ unitId }) => unitId),
      ...(id === 'khoi-3' ? ['khoi-thi-dua-3', 'so-nong-nghiep'] : []),
    ];
    const commands: readonly ClusterCommand[] = [
      {
        type: 'form',
        data: {
          clusterId: id,
          name: { vi, en },
          kind,
          level: 'tinh',
          organizerId: 'ubnd-tinh',
          criterion: 'Đơn vị có chức năng, nhiệm vụ tương đồng',
          reason: 'Quyết định chia cụm, khối thi đua của tỉnh',
          from: '2025-07-01',
        },
      },
      ...members.map((unitId): ClusterCommand => ({ type: 'add-member', data: { unitId, from: '2025-07-01' } })),
      { type: 'put-in-charge', data: { accountId: 'acc-uy-vien', from: '2025-07-01' } },
    ];
    for (const [index, command] of commands.entries())
      demand(`${id} ${command.type}`, await all.execute(id, command, requestOf('acc-van-hanh', id, String(index))));
  }
}

/** Whose lists of earlier awards there are, and who keeps them. */
const lists = [
  { unitId: 'ubnd-tinh', keeper: 'acc-tham-dinh', name: 'tỉnh' },
  { unitId: 'so-nong-nghiep', keeper: 'acc-so-chuyen-vien', name: 'Sở Nông nghiệp và Môi trường' },
] as const;

async function importEarlierAwards({ store, clock }: Ground, { law }: SampleGround): Promise<void> {
  const histories = new AwardHistories(store, new Dossiers(store, law, clock), law, clock);
  for (const { unitId, keeper, name } of lists) {
    const chance = Chance.for('earlier', unitId);
    const command: AwardHistoryCommand = {
      type: 'import',
      data: {
        source: `Sổ theo dõi khen thưởng của ${name}, 2019–2025`,
        recipients: Array.from({ length: 14 }, (_, nth) => {
          const year = chance.whole(2019, 2025);
          return {
            kind: 'individual' as const,
            name: inventPerson(chance).name,
            unit: inventRoom(chance),
            award: chance.pick(['LDTT', 'CSTDCS', 'BK_TINH', 'BK_TTG']),
            awardKind: 'cong_trang' as const,
            meritYear: year,
            decidedOn: `${year}-12-${String(10 + nth).padStart(2, '0')}`,
            decision: `${200 + nth}/QĐ-UBND`,
            decidedBy: 'Chủ tịch UBND tỉnh',
          };
        }),
      },
    };
    demand('import', await histories.execute(unitId, command, requestOf(keeper, unitId, 'earlier')));
  }
}

/** The leaver's open work is listed and offered to the newcomer; the giver has confirmed, the taker not yet. */
export async function proposeHandover(
  { store, clock, database, law }: Foundation,
  ground: SampleGround,
): Promise<void> {
  const { staff, calendars, procedures } = ground;
  const dossiers = new Dossiers(store, law, clock, { staff, calendars, procedures });
  const holders = new DossierHolders(staff);
  const index = new WorkCandidatesQuery(database);
  const openWork = new OpenWork({ store, dossiers, holders, staff, law, clock, index });
  const units = new Units(store, new Organization(store), clock, openWork);
  const proposed = await units.execute(
    'ubnd-tinh',
    {
      type: 'propose-handover',
      data: {
        positionId: leaver.positionId,
        fromAccountId: leaver.accountId,
        toPositionId: newcomer.positionId,
        toAccountId: newcomer.accountId,
        on: ground.today,
        note: 'Chuyển công tác về Sở Tài chính; hồ sơ giấy ở tủ số 4, ngăn 2',
      },
    },
    requestOf('acc-lanh-dao', 'handover'),
  );
  demand('propose-handover', proposed);
  const { units: all } = await new Organization(store).read();
  const handoverId = [...(all.get('ubnd-tinh')?.handovers.keys() ?? [])].at(-1);
  if (handoverId === undefined) return;
  const command: UnitCommand = { type: 'confirm-handover', data: { handoverId, side: 'giver' } };
  demand(
    'confirm-handover',
    await units.execute('ubnd-tinh', command, requestOf(leaver.accountId, 'handover', 'giver')),
  );
}
