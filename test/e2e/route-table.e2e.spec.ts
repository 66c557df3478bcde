import { readFile, writeFile } from 'node:fs/promises';
import type { Role } from '#libs/domain/kernel';
import { rolesFor, routeAccess } from '#libs/service/access';
import { decisionDrafted, fact, forwarded, newCommand } from '../support/office-facts.js';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { idle } from '../support/other-people.js';
import { askers, OTHER_BODY, others, own, recipes, type State, states, type Things } from '../support/route-table.js';
import { statusOf } from '../support/status-of.js';
import { type ApiRoute, routesOfApi } from '../support/routes-of-api.js';

const DOCUMENT = new URL('../../../docs/access.md', import.meta.url);
const AT_ONCE = 8;

/** Who reads a dossier in which state: written here once more, apart from the policy, in the words of the office. */
const body = ['officer', 'section_head', 'secretary', 'authority', 'clerk'];
const elsewhere = (names: readonly string[]) => names.map((name) => `other ${name}`);
const auditors = ['auditor', 'other auditor'];
const readersOf: Readonly<Record<State, readonly string[]>> = {
  draft: ['submitter', ...auditors],
  submitted: ['submitter', ...body, ...auditors],
  'before the council': ['submitter', ...body, 'council_member', ...auditors],
  'forwarded away': ['submitter', ...body, 'council_member', ...elsewhere(body), ...auditors],
  secret: ['submitter', ...body, ...auditors],
};

describe('every route of the API, for everybody', () => {
  let office: Office;
  let things: Things;
  let routes: readonly ApiRoute[];
  /** Row → who → status. */
  const table = new Map<string, Map<string, number>>();
  const at = (row: string, who: string): number | undefined => table.get(row)?.get(who);

  beforeAll(async () => {
    office = await openOffice({ accounts: [...others, idle] });
    things = await prepare(office);
    routes = routesOfApi(office.foundation);
    const jobs = routes.flatMap((route) => {
      const recipe = recipes[route.id];
      if (!recipe) return [];
      return (recipe.perState ? states : [undefined]).flatMap((state) => {
        const row = rowName(route, state);
        table.set(row, new Map());
        const asked = recipe.ask(things, things.dossiers[state ?? 'submitted']);
        return askers.map(([who, account]) => async () => {
          table.get(row)?.set(who, await statusOf(office, account, route, asked));
        });
      });
    });
    const next = jobs.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const job of next) await job();
      }),
    );
  }, 400_000);
  afterAll(() => office.close());

  it('has a row, and each row a route', () => {
    expect(Object.keys(recipes).sort()).toEqual(routes.map(({ id }) => id).sort());
  });

  it('answers as the written table says', async () => {
    const written = documentOf(routes, table);
    if (process.env['VINHDANH_WRITE']) await writeFile(DOCUMENT, written);
    expect(written).toBe(await readFile(DOCUMENT, 'utf8'));
  });

  it.each(states)('shows a dossier that is %s to its readers, and to nobody else', (state) => {
    const expected = readersOf[state];
    for (const id of [
      'readDossier',
      'listDossierEvents',
      'listDocuments',
      'readTimeline',
      'readAllowedOnDossier',
      'listDossierHolders',
    ]) {
      const route = routes.find((each) => each.id === id);
      if (!route) throw new Error(id);
      const reads = askers.map(([who]) => who).filter((who) => at(rowName(route, state), who) === 200);
      expect([id, ...reads].sort()).toEqual([id, ...expected].sort());
    }
    // Whoever does not read it learns nothing from a command either: stale (412) is for readers only.
    const command = routes.find(({ id }) => id === 'commandDossier');
    const knows = askers.map(([who]) => who).filter((who) => command && at(rowName(command, state), who) === 412);
    expect(knows.sort()).toEqual([...expected].sort());
  });

  it('lets nobody in who is not signed in, nor without a position where one is needed', () => {
    for (const route of routes) {
      const admitted = routeAccess[route.access];
      for (const row of rowsOf(route, table)) {
        expect([row, at(row, 'nobody') === 401]).toEqual([row, admitted !== 'public']);
        const free = admitted === 'public' || admitted === 'signed-in';
        if (!free) expect([row, at(row, 'no position')]).toEqual([row, 403]);
      }
    }
  });

  it('is closed to every role that its access does not name', () => {
    for (const route of routes) {
      const roles = rolesFor(route.access);
      for (const row of rowsOf(route, table))
        for (const role of roles ? Object.keys(own) : []) {
          const status = at(row, role);
          if (!roles?.includes(role as Role)) expect([row, role, status]).toEqual([row, role, 403]);
        }
    }
  });
});

const rowName = ({ method, path }: ApiRoute, state: string | undefined): string =>
  `${method} ${path}${state === undefined ? '' : ` (${state})`}`;

const rowsOf = (route: ApiRoute, table: ReadonlyMap<string, unknown>): string[] =>
  [...table.keys()].filter(
    (row) => row === rowName(route, undefined) || row.startsWith(`${rowName(route, undefined)} (`),
  );

/** One dossier in each state, a decision and a cluster. */
async function prepare(office: Office): Promise<Things> {
  const { store } = office.foundation;
  const record = async (stream: string, ...events: Parameters<typeof store.append>[2]) => {
    const done = await store.append(stream, 'any', events, newCommand());
    if (!done.ok) throw new Error(done.error.code);
  };
  const ids = {} as Record<State, string>;
  for (const state of states) ids[state] = (await officeWay(office, state === 'draft' ? 'filled' : 'submitted')).id;
  const beforeCouncil = fact('DossierAppraised', { qualified: 2, notQualified: 0, step: 'council', council: true });
  await record(`dossier-${ids['before the council']}`, beforeCouncil);
  await record(`dossier-${ids['forwarded away']}`, beforeCouncil, forwarded(OTHER_BODY));
  const secret = fact('DossierClassified', { level: 'mat', reason: 'Có tài liệu mật' });
  await record(`dossier-${ids.secret}`, beforeCouncil, secret);
  const decisionId = 'qd-bang-quyen';
  const nominee = { id: 'N1', kind: 'individual', name: 'Người Mẫu', unit: 'Tổ 1' } as const;
  await record(`decision-${decisionId}`, decisionDrafted(decisionId, [[ids.submitted, [nominee]]], 'ubnd-tinh'));
  const operator = office.as('acc-van-hanh');
  const clusterId = 'khoi-3';
  await must(
    operator.post('/api/v1/clusters', {
      clusterId,
      name: { vi: 'Khối thi đua số 3', en: 'Block no. 3' },
      kind: 'khoi',
      level: 'tinh',
      organizerId: 'ubnd-tinh',
      criterion: 'Các sở',
      reason: 'Chức năng tương đồng',
      from: '2020-01-01',
    }),
  );
  const tags: Record<string, string> = {};
  for (const path of [`/api/v1/clusters/${clusterId}`, '/api/v1/units/thanh-tra-tinh'])
    tags[path] = (await operator.get(path)).headers.get('etag') ?? '';
  return { dossiers: ids, decisionId, clusterId, tags };
}

function documentOf(routes: readonly ApiRoute[], table: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const columns = askers.map(([who]) => who);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [...routes]
    .sort((one, other) => (rowName(one, '') < rowName(other, '') ? -1 : 1))
    .flatMap((route) =>
      rowsOf(route, table).map((row) =>
        line([`\`${row}\``, ...columns.map((who) => String(table.get(row)?.get(who) ?? ''))]),
      ),
    );
  return `${HEAD}\n${line(['Route', ...columns])}\n${line(['---', ...columns.map(() => '---')])}\n${lines.join('\n')}\n`;
}

const HEAD = `# Who may call what

The status that each route answers to everybody, as a test measures it: \`test/e2e/route-table.e2e.spec.ts\` fails when an
answer differs, and when a route has no row. Columns are roles in the sample office (the unit of a dossier, and the body to
which it goes), then the same roles in another unit and another body, somebody signed in who stands nowhere, and nobody.

Dossiers are asked about in each state. 200 reads it; 404 is for who may not know that it is there; 403 for who may not call
the route at all; 412 (a command on an old revision) means that somebody may know of it, 403 that he may not. Commands are
asked so that none of them is obeyed: what an operator is refused by a rule (422) or a state (409) he was admitted to.
Which command is possible for whom at which step, the procedure says, and the tests of the domain.
`;
