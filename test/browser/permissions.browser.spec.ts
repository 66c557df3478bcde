import { type TestDatabase } from '#libs/platform/testing';
import { requestExamples } from '../../apps/api/src/docs/examples/request.examples.js';
import type { Problem } from '../support/office-client.js';
import { createOfficeDatabase } from '../support/office-database.js';
import { officeWay } from '../support/office-way.js';
import { atOnce } from './support/at-once.js';
import { describeInBrowser } from './support/chromium.js';
import { wholeMatrix } from '../support/whole-matrix.js';
import { goInside, textOf } from './support/on-page.js';
import { type Role, roles, routes } from './support/pages.js';
import { desksOf } from './support/stories.js';
import { openWebOffice, type WebOffice } from './support/web-office.js';

interface Allowed {
  readonly commands: readonly {
    readonly command: string;
    readonly allowed: boolean;
    readonly refusal?: { readonly code: string; readonly details: { readonly vi: string } };
  }[];
}

/** The name under which the document of the API has an example of a command: `request-supplement`, `dossierRequestSupplement`. */
const exampleOf = (command: string): string =>
  `dossier${command.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** So many people look around at once. */
const AT_ONCE = 3;
/** Each act is looked at as one role in so many; over all roles every act comes up, and `npm run test:browser:full` looks at all. */
const ONE_IN = wholeMatrix ? 1 : 5;
const PAGE_ONE_IN = wholeMatrix ? 1 : 10;

describeInBrowser('what somebody may not do', () => {
  let database: TestDatabase;
  let office: WebOffice;
  let dossier: string;
  let looked: (role: Role) => ReturnType<typeof look>;

  async function look(role: Role) {
    const { page, context } = await office.desk(role);
    const path = `/api/v1/dossiers/${dossier}`;
    const wrong: unknown[] = [];
    const told = await office.as(role).get<Allowed>(`${path}/allowed`);
    if (told.status === 403) {
      await goInside(page, `/ho-so/${dossier}`);
      if (!(await textOf(page)).includes('Vị trí bạn đang dùng không làm được việc này.')) wrong.push('no reason');
    }
    const forbidden = (told.body.commands ?? []).filter(({ refusal }) => refusal?.code === 'POSITION_NOT_ALLOWED');
    for (const [index, { command, refusal }] of forbidden.entries()) {
      const body = requestExamples[exampleOf(command)];
      const answer = body === undefined ? undefined : await office.as(role).post<Problem>(`${path}/${command}`, body);
      if (answer && answer.status !== 403) wrong.push({ command, status: answer.status, code: answer.body.code });
      if ((index + roles.indexOf(role)) % ONE_IN !== 0) continue;
      await goInside(page, `/ho-so/${dossier}/viec/${command}`);
      const text = await textOf(page);
      if (!text.includes(refusal?.details.vi ?? '?')) wrong.push({ command, text: text.slice(0, 2_000) });
      if ((await page.locator('main form').count()) > 0) wrong.push({ command, form: 'is offered all the same' });
    }
    const foreign = routes.filter((route) => !route.path.includes('{') && !route.roles.includes(role));
    for (const [index, { path: away }] of foreign.entries()) {
      if ((index + roles.indexOf(role)) % PAGE_ONE_IN !== 0) continue;
      await goInside(page, away);
      // Whose work it is, or what everybody may read; never a fault.
      if ((await page.locator('h1').count()) === 0 || (await page.locator('.vd-problem').count()) > 0)
        wrong.push({ away, text: (await textOf(page)).slice(0, 2_000) });
    }
    await context.close();
    return { wrong, forbidden: forbidden.length };
  }

  beforeAll(async () => {
    database = await createOfficeDatabase();
    office = await openWebOffice({ databaseUrl: database.url });
    ({ id: dossier } = await officeWay(desksOf(office), 'received', { title: 'Ai được làm gì' }));
    looked = atOnce(AT_ONCE, roles, look);
  }, 180_000);
  afterAll(async () => {
    await office?.close();
    await database?.drop();
  }, 180_000);

  it.each(roles)(
    'S1 is answered 403 by the API and told on its page, with whose it is: %s',
    async (role) => {
      expect(await looked(role)).toEqual({ wrong: [], forbidden: expect.any(Number) as number });
    },
    180_000,
  );
});
