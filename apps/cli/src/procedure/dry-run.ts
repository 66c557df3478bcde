import { setTimeout as sleep } from 'node:timers/promises';
import type { Bilingual } from '#libs/domain/kernel';
import { z } from 'zod';
import { ApiClient } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { lifeOf, type ProcedureDesk, type ProcedureFile, said, saveDraft } from './procedure-desk.js';

const dryRun = z.object({
  run: z.object({
    runId: z.string(),
    state: z.enum(['waiting', 'running', 'done']),
    total: z.int(),
    looked: z.int(),
    otherOutcome: z.int(),
    otherDeadline: z.int(),
  }),
  items: z.array(
    z.object({ dossierId: z.string(), sentences: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }) }),
  ),
  next: z.string().nullable(),
});

const ASK_EVERY_MS = 300;

const words = {
  looked: { vi: 'hồ sơ đã chạy thử', en: 'dossiers tried' },
  summary: {
    vi: '{total} hồ sơ, {otherOutcome} khác kết quả, {otherDeadline} khác hạn',
    en: '{total} dossiers, {otherOutcome} with another outcome, {otherDeadline} with another deadline',
  },
} as const satisfies Record<string, Bilingual>;

/**
 * Saves the file as a draft, has it tried on all dossiers of the award, prints how far that is, then each dossier for which it makes a
 * difference with the step where it parts and old and new deadlines.
 */
export async function dryRunOf(desk: ProcedureDesk, file: ProcedureFile, terminal: Terminal): Promise<ExitCode> {
  const { code, version } = file;
  const saved = await saveDraft(desk, file, terminal);
  if (saved !== EXIT.good) return saved;
  const client = new ApiClient(desk.url, desk.token);
  const known = await lifeOf(client, code);
  if (!known.ok) return said(terminal, known.problem, desk.language);
  const path = `/procedures/${code}/versions/${encodeURIComponent(version)}/dry-run`;
  const revision = known.life?.revision ?? 0;
  const asked = await client.send(path, { body: {}, idempotencyKey: crypto.randomUUID(), ifMatch: revision });
  if (!asked.ok) return said(terminal, asked.error, desk.language);

  for (let before = ''; ;) {
    const answer = await client.read(path, dryRun);
    if (!answer.ok) return said(terminal, answer.error, desk.language);
    const { run } = answer.value;
    const progress = `${run.looked}/${run.total} ${words.looked[desk.language]}`;
    if (run.state !== 'waiting' && progress !== before) terminal.out(progress);
    before = progress;
    if (run.state === 'done') return printFindings(client, path, desk, terminal);
    await sleep(ASK_EVERY_MS);
  }
}

async function printFindings(
  client: ApiClient,
  path: string,
  { language }: ProcedureDesk,
  terminal: Terminal,
): Promise<ExitCode> {
  for (let cursor = ''; ;) {
    const page = await client.read(`${path}?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`, dryRun);
    if (!page.ok) return said(terminal, page.error, language);
    const { run, items, next } = page.value;
    for (const { dossierId, sentences } of items) terminal.out(`${dossierId}: ${sentences[language].join('; ')}`);
    if (next !== null) {
      cursor = next;
      continue;
    }
    terminal.out(
      words.summary[language].replace(/\{(\w+)\}/g, (_, name: string) => String(run[name as 'total'] ?? '')),
    );
    return EXIT.good;
  }
}
