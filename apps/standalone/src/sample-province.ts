import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dossierCommands, draftCommand, type DossierCommand } from '#libs/domain/dossier';
import { label } from '#libs/domain/kernel';
import { type OfficeChart, sampleActor, sampleOffice } from '#libs/service/access';
import { Dossiers, derivedId, establishOffice } from '#libs/service/commands';
import { type Foundation, StartFailure, home } from '#libs/service/foundation';
import { z } from 'zod';
import { secondOperator } from './sample-accounts.js';

/** The dossiers of `samples/province.json`. */
export const provinceKeys = ['bang-khen-2026', 'chien-si-thi-dua-2026', 'dot-xuat-2026'] as const;

const step = z.strictObject({
  by: label(),
  command: z.enum(Object.keys(dossierCommands) as (keyof typeof dossierCommands)[]),
  data: z.unknown(),
});
const province = z.array(
  z.strictObject({ key: z.enum(provinceKeys), by: label(), draft: draftCommand, next: z.array(step) }),
);

/** The sample office with its second operator. */
export const provinceOffice: OfficeChart = {
  ...sampleOffice,
  units: sampleOffice.units.map((unit) =>
    unit.unitId === 'trung-tam-du-lieu'
      ? {
          ...unit,
          positions: [
            ...unit.positions,
            {
              positionId: 'pos-van-hanh-hai',
              title: { vi: 'Vận hành hệ thống, người thứ hai', en: 'System operator, second' },
              roles: ['operator'],
              holder: secondOperator.id,
            },
          ],
        }
      : unit,
  ),
};

/** Establishes the units of the sample accounts, their positions and appointments; done again, nothing happens. */
export async function establishSampleOffice({ store, clock }: Pick<Foundation, 'store' | 'clock'>): Promise<void> {
  const done = await establishOffice(store, clock, provinceOffice);
  if (!done.ok) throw new StartFailure(`The sample office could not be established: ${done.error.code}.`);
}

/**
 * Loads a few dossiers of invented people, each at another step. Every command has an id that follows from its place in the
 * file: a load that was cut off goes on where it stopped, and a second start changes nothing.
 */
export async function loadSampleProvince({ store, law, clock, log }: Foundation): Promise<void> {
  const dossiers = new Dossiers(store, law, clock);
  const file = join(home, 'samples', 'province.json');
  for (const { key, by, draft, next } of province.parse(JSON.parse(await readFile(file, 'utf8')))) {
    const dossierId = derivedId('sample', key);
    const commands: readonly { by: string; command: DossierCommand }[] = [
      { by, command: { type: 'draft', data: draft } },
      ...next.map((each) => ({
        by: each.by,
        command: { type: each.command, data: dossierCommands[each.command].parse(each.data ?? {}) } as DossierCommand,
      })),
    ];
    for (const [index, each] of commands.entries()) {
      const commandId = derivedId('sample', key, String(index));
      const done = await dossiers.execute(dossierId, each.command, {
        actor: sampleActor(each.by),
        commandId,
        fingerprint: 'sample',
        correlationId: commandId,
      });
      // The law of the samples ends one day; the office goes on without them.
      if (!done.ok && done.error.code === 'NO_PROCEDURE_IN_FORCE') {
        log.warn({ sample: key, command: each.command.type, code: done.error.code }, 'a sample dossier was left out');
        break;
      }
      if (!done.ok)
        throw new StartFailure(`${file}: ${key}, command ${index} (${each.command.type}): ${done.error.code}.`);
    }
  }
}
