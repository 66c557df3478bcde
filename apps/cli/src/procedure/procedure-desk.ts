import { readFile } from 'node:fs/promises';
import { bilingual, dayText, type Language } from '#libs/domain/kernel';
import { canonicalProcedure } from '#libs/service/law';
import { z } from 'zod';
import { ApiClient, type ApiProblem, sentenceOfProblem } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Where the API is, and as whom it is spoken to. */
export interface ProcedureDesk {
  readonly url: string;
  readonly token: string;
  readonly language: Language;
}

/** A procedure in a file: where it belongs, its content, and the hash by which the log knows it. */
export interface ProcedureFile {
  readonly code: string;
  readonly version: string;
  readonly document: unknown;
  readonly hash: string;
}

const belongs = z.looseObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/), version: z.string().min(1).max(40) });

/** Reads the file; says what is wrong where it is no procedure at all. */
export async function procedureFrom(file: string, terminal: Terminal): Promise<ProcedureFile | undefined> {
  try {
    const document = belongs.parse(JSON.parse(await readFile(file, 'utf8')));
    const { code, version } = document;
    return { code, version, document, hash: canonicalProcedure(document).hash };
  } catch {
    terminal.err(`Không đọc được quy trình trong tệp ${file} (JSON có code và version).`);
    terminal.err(`The file ${file} cannot be read as a procedure (JSON with code and version).`);
    return undefined;
  }
}

const life = z.object({
  revision: z.int(),
  versions: z.array(
    z.object({
      version: z.string(),
      standing: z.string(),
      hash: z.string(),
      from: z.string().optional(),
      until: z.string().optional(),
      running: z.int(),
      faults: z.int().optional(),
    }),
  ),
});

export type Life = z.infer<typeof life>;

const draft = z.object({ faults: z.array(z.object({ sentences: bilingual() })) });

/** The procedure's life as the office has it; `undefined` where the award has none yet. */
export async function lifeOf(
  client: ApiClient,
  code: string,
): Promise<{ ok: true; life?: Life } | { ok: false; problem: ApiProblem }> {
  const found = await client.read(`/procedures/${code}`, life);
  if (found.ok) return { ok: true, life: found.value };
  return found.error.status === 404 ? { ok: true } : { ok: false, problem: found.error };
}

/** Saves a file as the draft of its version, where it is not that already, and prints what is wrong with it. */
export async function saveDraft(desk: ProcedureDesk, file: ProcedureFile, terminal: Terminal): Promise<ExitCode> {
  const client = new ApiClient(desk.url, desk.token);
  const { code, version, document } = file;
  const known = await lifeOf(client, code);
  if (!known.ok) return said(terminal, known.problem, desk.language);
  const body = { document };
  const idempotencyKey = crypto.randomUUID();
  const done = known.life
    ? await client.send(`/procedures/${code}/save-draft`, { body, idempotencyKey, ifMatch: known.life.revision })
    : await client.send('/procedures', { body, idempotencyKey });
  if (!done.ok) return said(terminal, done.error, desk.language);
  terminal.out(`✓ ${code} ${version} ${file.hash.slice(0, 12)} ${done.value.events.join(', ') || '='}`);
  const read = await client.read(`/procedures/${code}/versions/${encodeURIComponent(version)}/draft`, draft);
  if (!read.ok) return said(terminal, read.error, desk.language);
  for (const { sentences } of read.value.faults) terminal.err(sentences[desk.language]);
  return EXIT.good;
}

/** Publishes the draft that is exactly what the file says. */
export async function publishDraft(
  desk: ProcedureDesk,
  { code, version, hash }: ProcedureFile,
  days: { readonly from: string; readonly until?: string | null },
  terminal: Terminal,
): Promise<ExitCode> {
  return tell(desk, code, 'publish', { version, hash, ...days }, terminal);
}

/** Lets a version take no new dossiers from a day on. */
export async function retireVersion(
  desk: ProcedureDesk,
  code: string,
  body: { readonly version: string; readonly until: string; readonly reason: string },
  terminal: Terminal,
): Promise<ExitCode> {
  return tell(desk, code, 'retire', body, terminal);
}

const standings: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  draft: { vi: 'nháp', en: 'draft' },
  pending: { vi: 'chưa đến ngày hiệu lực', en: 'not yet in force' },
  in_force: { vi: 'đang áp dụng', en: 'in force' },
  finishing: { vi: 'chỉ chạy nốt', en: 'only finishing' },
  retired: { vi: 'hết áp dụng', en: 'retired' },
};

/** Prints each version and where it stands. */
export async function showLife(desk: ProcedureDesk, code: string, terminal: Terminal): Promise<ExitCode> {
  const known = await new ApiClient(desk.url, desk.token).read(`/procedures/${code}`, life);
  if (!known.ok) return said(terminal, known.error, desk.language);
  for (const { version, standing, from, until, running, faults } of known.value.versions) {
    const days = from === undefined ? '' : ` ${dayText(from)} – ${until === undefined ? '' : dayText(until)}`;
    const dossiers = { vi: `${running} hồ sơ đang chạy`, en: `${running} dossiers running` }[desk.language];
    const wrong = faults ? ` ${{ vi: `${faults} lỗi`, en: `${faults} faults` }[desk.language]}` : '';
    terminal.out(
      `${version.padEnd(10)} ${standings[standing]?.[desk.language] ?? standing}${days}; ${dossiers}${wrong}`,
    );
  }
  return EXIT.good;
}

async function tell(
  desk: ProcedureDesk,
  code: string,
  command: string,
  body: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const client = new ApiClient(desk.url, desk.token);
  const known = await client.read(`/procedures/${code}`, life);
  if (!known.ok) return said(terminal, known.error, desk.language);
  const done = await client.send(`/procedures/${code}/${command}`, {
    body,
    idempotencyKey: crypto.randomUUID(),
    ifMatch: known.value.revision,
  });
  if (!done.ok) return said(terminal, done.error, desk.language);
  terminal.out(`✓ ${done.value.events.join(', ')}`);
  return EXIT.good;
}

export function said(terminal: Terminal, problem: ApiProblem, language: Language): ExitCode {
  terminal.err(sentenceOfProblem(problem, language));
  return EXIT.failed;
}
