import { type Language, localDate } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import type { ProcedureDesk, ProcedureFile } from '../procedure/procedure-desk.js';
import { EXIT, type ExitCode } from '../terminal.js';
import { both, invalid, languageOption } from '../usage.js';

const DEFAULT_URL = 'http://127.0.0.1:8080';

interface DeskOptions {
  readonly url: string;
  readonly lang: Language;
}

function day(text: string): string {
  const parsed = localDate().safeParse(text);
  if (!parsed.success) throw invalid({ vi: 'Ghi một ngày (2027-03-01).', en: 'A day (2027-03-01).' });
  return parsed.data;
}

/** A command that speaks to the API, as the account whose token stands in `VINHDANH_TOKEN`. */
const onDesk = (name: string, { env }: CommandContext): Command =>
  new Command(name)
    .addOption(languageOption())
    .option(
      '--url <url>',
      both('địa chỉ máy chủ (VINHDANH_URL)', 'the server (VINHDANH_URL)'),
      env['VINHDANH_URL'] ?? DEFAULT_URL,
    );

async function atDesk(
  { env, terminal, ended }: CommandContext,
  { url, lang: language }: DeskOptions,
  act: (desk: ProcedureDesk) => Promise<ExitCode>,
): Promise<void> {
  const token = env['VINHDANH_TOKEN'];
  if (!token) {
    terminal.err('Thiếu biến VINHDANH_TOKEN (mã truy cập).');
    terminal.err('VINHDANH_TOKEN (the access token) is not set.');
    return ended(EXIT.failed);
  }
  return ended(await act({ url, token, language }));
}

async function withFile(
  context: CommandContext,
  path: string,
  options: DeskOptions,
  act: (desk: ProcedureDesk, file: ProcedureFile) => Promise<ExitCode>,
): Promise<void> {
  return atDesk(context, options, async (desk) => {
    const { procedureFrom } = await import('../procedure/procedure-desk.js');
    const file = await procedureFrom(path, context.terminal);
    return file ? act(desk, file) : EXIT.failed;
  });
}

const file = both('tệp quy trình (JSON)', 'the file of the procedure (JSON)');

/** `vinhdanh procedure show <code>`. */
export const showCommand = (context: CommandContext): Command =>
  onDesk('show', context)
    .summary(both('các bản của một quy trình và trạng thái', 'the versions of a procedure and where each stands'))
    .argument('<code>', both('mã', 'the code'))
    .action((code: string, options: DeskOptions) =>
      atDesk(context, options, async (desk) => {
        const { showLife } = await import('../procedure/procedure-desk.js');
        return showLife(desk, code, context.terminal);
      }),
    );

/** `vinhdanh procedure draft <file>`. */
export const draftCommand = (context: CommandContext): Command =>
  onDesk('draft', context)
    .summary(both('lưu tệp làm bản nháp', 'save a file as a draft'))
    .argument('<file>', file)
    .action((path: string, options: DeskOptions) =>
      withFile(context, path, options, async (desk, found) => {
        const { saveDraft } = await import('../procedure/procedure-desk.js');
        return saveDraft(desk, found, context.terminal);
      }),
    );

/** `vinhdanh procedure dry-run <file>`. */
export const dryRunCommand = (context: CommandContext): Command =>
  onDesk('dry-run', context)
    .summary(both('chạy thử trên các hồ sơ đã có', 'try a draft on the dossiers there are'))
    .description(
      both(
        'Lưu tệp làm bản nháp, chạy lại mọi hồ sơ của hình thức theo bản đó, và in hồ sơ nào khác kết quả hoặc khác hạn.',
        'Saves the file as a draft, replays every dossier of the award under it, and prints those with another outcome or deadline.',
      ),
    )
    .argument('<file>', file)
    .action((path: string, options: DeskOptions) =>
      withFile(context, path, options, async (desk, found) => {
        const { dryRunOf } = await import('../procedure/dry-run.js');
        return dryRunOf(desk, found, context.terminal);
      }),
    );

/** `vinhdanh procedure publish <file> --from <day>`. */
export const publishCommand = (context: CommandContext): Command =>
  onDesk('publish', context)
    .summary(
      both('công bố bản nháp đúng như tệp; người thứ hai làm', 'publish the draft as in the file; by a second person'),
    )
    .argument('<file>', file)
    .requiredOption('--from <day>', both('ngày đầu có hiệu lực', 'the first day in force'), day)
    .option('--until <day>', both('ngày không còn nhận hồ sơ', 'the first day on which it takes no dossier'), day)
    .option('--no-end', both('không có ngày hết hiệu lực', 'without an end'))
    .action((path: string, options: DeskOptions & { from: string; until?: string; end: boolean }) =>
      withFile(context, path, options, async (desk, found) => {
        const { publishDraft } = await import('../procedure/procedure-desk.js');
        const { from, until, end } = options;
        const ends = end ? (until === undefined ? {} : { until }) : { until: null };
        return publishDraft(desk, found, { from, ...ends }, context.terminal);
      }),
    );

/** `vinhdanh procedure retire <code> <version> --until <day> --reason <text>`. */
export const retireCommand = (context: CommandContext): Command =>
  onDesk('retire', context)
    .summary(both('kết thúc hiệu lực một bản', 'let a version take no new dossiers'))
    .argument('<code>', both('mã', 'the code'))
    .argument('<version>', both('bản', 'the version'))
    .requiredOption('--until <day>', both('từ ngày này', 'from this day on'), day)
    .requiredOption('--reason <text>', both('lý do', 'why'))
    .action((code: string, version: string, options: DeskOptions & { until: string; reason: string }) =>
      atDesk(context, options, async (desk) => {
        const { retireVersion } = await import('../procedure/procedure-desk.js');
        const { until, reason } = options;
        return retireVersion(desk, code, { version, until, reason }, context.terminal);
      }),
    );
