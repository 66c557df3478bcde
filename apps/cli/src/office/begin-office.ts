import { type Decision, id as idShape, localDateOf, ok, refuse, sentenceOf } from '#libs/domain/kernel';
import { DatabaseProblem, openDatabase } from '#libs/platform/postgres';
import { Accounts, type OfficeChart } from '#libs/service/access';
import { Organization, establishOffice } from '#libs/service/commands';
import { openEventStore, systemClock } from '#libs/service/foundation';
import { readConfiguration } from '../configuration.js';
import { reachDatabase } from '../open-log.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export interface BeginRequest {
  readonly unit: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly operator: string;
}

/**
 * Establishes the root unit of a real installation, the operator's position in it and his appointment, in one append:
 * everything further goes over the API. Sent again it changes nothing; in an office that has begun otherwise it is refused.
 */
export async function beginOffice(
  asked: BeginRequest,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!idShape().safeParse(asked.unit).success || asked.name.trim() === '') {
    terminal.err('Mã đơn vị chỉ gồm chữ không dấu, số, dấu chấm, gạch, tối đa 80 ký tự; tên không được trống.');
    terminal.err('A unit’s id has letters, digits, dots, dashes and underscores only, 80 at most; it needs a name.');
    return EXIT.usage;
  }
  const config = readConfiguration(env, terminal);
  if (!config) return EXIT.failed;
  const reached = await reachDatabase(config);
  if (!reached.ok) {
    terminal.err(reached.error.vi);
    terminal.err(reached.error.en);
    return EXIT.failed;
  }
  const { url } = reached.value;
  const database = openDatabase({ url, applicationName: 'vinhdanh office', role: 'vinhdanh_app', max: 1 });
  const store = openEventStore(config, { databaseUrl: url, applicationName: 'vinhdanh office', readers: 1 });
  try {
    await database.ready();
    const accounts = new Accounts(database, { clock: systemClock, admitSamples: false });
    const begun = await begin(asked, accounts, store);
    if (begun.ok) {
      terminal.out(`${asked.unit}: ${positionOf(asked)} ← ${asked.operator}`);
      return EXIT.good;
    }
    terminal.err(sentenceOf(begun.error, 'vi'));
    terminal.err(sentenceOf(begun.error, 'en'));
    return EXIT.failed;
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    terminal.err(error.message);
    return EXIT.failed;
  } finally {
    await store.close();
    await database.close();
    await reached.value.close();
  }
}

const positionOf = ({ unit }: BeginRequest): string => `${unit}-van-hanh`;

async function begin(
  asked: BeginRequest,
  accounts: Accounts,
  store: Parameters<typeof establishOffice>[0],
): Promise<Decision<void>> {
  if (!(await accounts.findOpen(asked.operator))) return refuse('NOT_FOUND', { params: { what: asked.operator } });
  const { units } = await new Organization(store).read();
  const root = units.get(asked.unit);
  const first = [...units.keys()][0];
  const mine = [...(root?.appointments.values() ?? [])].some(
    (each) => each.positionId === positionOf(asked) && each.accountId === asked.operator,
  );
  if (mine) return ok(undefined);
  if (first !== undefined) return refuse('ORGANIZATION_BEGUN', { params: { unit: first } });
  const vi = asked.name.normalize('NFC').trim();
  const chart: OfficeChart = {
    from: localDateOf(systemClock.now()),
    units: [
      {
        unitId: asked.unit,
        name: { vi, en: asked.nameEn?.normalize('NFC').trim() || vi },
        kind: 'goc',
        positions: [
          {
            positionId: positionOf(asked),
            title: { vi: 'Vận hành hệ thống', en: 'System operator' },
            // Not the head: else the work of every vacant position would come to who runs the system.
            roles: ['operator'],
            holder: asked.operator,
          },
        ],
      },
    ],
  };
  return establishOffice(store, systemClock, chart);
}
