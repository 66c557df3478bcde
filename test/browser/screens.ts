import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathFor, settled } from './support/on-page.js';
import { type Role, routes, type WebRoute } from './support/pages.js';
import { openWebOffice, type WebDesk } from './support/web-office.js';

const DESK = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** Each page once, as the first of its roles sees it; those that show each role something else, as everybody. */
const EACH_ROLE = new Set(['viec']);

/** The pages of the README, with whose they are: what fits on the screen, into docs/pictures. */
const PICTURES: Readonly<Record<string, Role>> = {
  'ho-so-mot': 'auditor',
  'phat-lai': 'auditor',
  'sang-loc': 'auditor',
  'thong-ke': 'auditor',
};

/** Browsers at work at the same time: more of them only wait for each other. */
const AT_ONCE = 2;

interface Picture {
  readonly route: WebRoute;
  readonly role: Role;
  readonly file: string;
}

const args = process.argv.slice(2);
const forDocs = args.includes('--docs');
const wanted = args.filter((each) => !each.startsWith('--'));
const folder = forDocs ? join('docs', 'pictures') : '.screens';
const sizes = forDocs ? [DESK] : [DESK, PHONE];

const shown = routes.filter(({ name }) =>
  forDocs ? name in PICTURES : wanted.length === 0 || wanted.some((part) => name.includes(part)),
);

/** What somebody's browser of one size is to take. */
function picturesOf(role: Role, width: number): readonly Picture[] {
  return shown.flatMap((route): Picture[] => {
    const own = PICTURES[route.name];
    if (forDocs) return own === role ? [{ route, role, file: join(folder, `${route.name}.png`) }] : [];
    const roles: readonly Role[] = EACH_ROLE.has(route.name) ? route.roles : route.roles.slice(0, 1);
    const name = `${route.name}${roles.length > 1 ? `-${role}` : ''}-${width}.png`;
    return roles.includes(role) ? [{ route, role, file: join(folder, name) }] : [];
  });
}

const office = await openWebOffice({ env: { VINHDANH_SAMPLES: 'all' } });
try {
  await mkdir(folder, { recursive: true });
  const everybody = [...new Set(shown.flatMap(({ roles }) => roles))];
  // One browser for each of them and each size, used for all their pages.
  const rounds = sizes.flatMap((size) =>
    everybody.flatMap((role) => {
      const pictures = picturesOf(role, size.width);
      return pictures.length === 0 ? [] : [() => take(() => office.desk(role, size), pictures)];
    }),
  );
  if (!forDocs && wanted.length === 0)
    for (const size of sizes) rounds.push(() => takeSignIn(() => office.open(size), size.width));
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = rounds.shift(); next; next = rounds.shift()) await next();
    }),
  );
} finally {
  await office.close();
}

async function take(open: () => Promise<WebDesk>, pictures: readonly Picture[]): Promise<void> {
  const { page, context } = await open();
  for (const { route, role, file } of pictures) {
    await page.goto(await pathFor(office, route, role));
    await settled(page);
    await page.screenshot({ path: file, fullPage: !forDocs });
    process.stdout.write(`${file}\n`);
  }
  await context.close();
}

/** Before anybody has signed in: the way in, and what everybody may read. */
async function takeSignIn(open: () => Promise<WebDesk>, width: number): Promise<void> {
  const { page, context } = await open();
  for (const [name, path] of [
    ['dang-nhap', '/dang-nhap'],
    ['cong-khai', '/public/notices'],
  ] as const) {
    const file = join(folder, `${name}-${width}.png`);
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.screenshot({ path: file, fullPage: true });
    process.stdout.write(`${file}\n`);
  }
  await context.close();
}
