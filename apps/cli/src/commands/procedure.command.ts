import type { Language } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both, languageOption, speakBoth } from '../usage.js';
import { draftCommand, dryRunCommand, publishCommand, retireCommand, showCommand } from './procedure-life.command.js';

/** `vinhdanh procedure lint | list | show | diagram | diff | draft | dry-run | publish | retire`. */
export const procedureCommand = (context: CommandContext): Command => {
  const procedure = new Command('procedure')
    .summary(
      both('kiểm tra, vẽ, so sánh, chạy thử, công bố quy trình', 'check, draw, compare, try and publish procedures'),
    )
    .description(
      both(
        'Quy trình là dữ liệu: kiểm tra, vẽ thành hình, so sánh, chạy thử trên hồ sơ đã có, rồi người thứ hai công bố.',
        'Procedures are data: checked, drawn, compared, tried on the dossiers there are, then published by a second person.',
      ),
    );
  procedure.addCommand(speakBoth(lint(context), context.terminal));
  procedure.addCommand(speakBoth(list(context), context.terminal));
  procedure.addCommand(speakBoth(diagram(context), context.terminal));
  procedure.addCommand(speakBoth(diff(context), context.terminal));
  for (const command of [showCommand, draftCommand, dryRunCommand, publishCommand, retireCommand]) {
    procedure.addCommand(speakBoth(command(context), context.terminal));
  }
  return procedure;
};

const lint = ({ terminal, ended }: CommandContext): Command =>
  new Command('lint')
    .summary(both('tìm lỗi trong quy trình', 'find the faults of procedures'))
    .description(
      both(
        'Kiểm tra tên, cấp, đường đi, nhánh song song, thời hạn, biểu quyết và bốn mắt; mỗi lỗi có một ví dụ ngắn nhất. Kết thúc bằng 0 khi không có lỗi.',
        'Checks names, levels, ways, branches, clocks, votes and four eyes; each fault comes with a shortest example. Ends with 0 when there is none.',
      ),
    )
    .argument('<path>', both('thư mục hoặc tệp', 'a folder or a file'))
    .addOption(languageOption())
    .action(async (path: string, options: { lang: Language }) => {
      const { home } = await import('#libs/service/foundation');
      const { lintProcedures } = await import('../procedure/lint.js');
      ended(lintProcedures(home, path, options.lang, terminal));
    });

const list = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('list')
    .summary(both('liệt kê quy trình', 'list the procedures'))
    .description(
      both(
        'Mã, phiên bản, thời kỳ pháp lý, độ tin cậy và những số liệu chưa rõ; khi có cơ sở dữ liệu, cả những phiên bản đã công bố.',
        'Code, version, legal regime, how sure it is, and the figures that are unknown; with a database also what was published.',
      ),
    )
    .argument('[code]', both('chỉ danh hiệu, hình thức này', 'only this award'))
    .option('--json', both('in ra JSON cho chương trình khác', 'print JSON, for other programs'))
    .addOption(languageOption())
    .action(async (code: string | undefined, options: { lang: Language; json?: true }) => {
      const { home } = await import('#libs/service/foundation');
      const { listProcedures } = await import('../procedure/list.js');
      const asked = { language: options.lang, json: options.json === true, code };
      ended(await listProcedures(home, asked, terminal, env));
    });

const WHICH = both(
  'mã, mã@phiên bản (BK_TINH@R2025.1) hoặc tệp .json; không nêu phiên bản là phiên bản mới nhất',
  'a code, code@version (BK_TINH@R2025.1) or a .json file; without a version the newest',
);

const diagram = ({ terminal, ended }: CommandContext): Command =>
  new Command('diagram')
    .summary(both('vẽ quy trình', 'draw a procedure'))
    .description(
      both(
        'Vẽ các bước, đường đi, cấp và thời hạn thành một hình SVG.',
        'Draws steps, ways, levels and time limits as an SVG picture.',
      ),
    )
    .argument('<procedure>', WHICH)
    .option('--version <version>', both('phiên bản', 'the version'))
    .option('--out <file>', both('ghi vào tệp này thay vì in ra', 'write to this file instead of printing'))
    .addOption(languageOption())
    .action(async (code: string, options: { lang: Language; version?: string; out?: string }) => {
      const { home } = await import('#libs/service/foundation');
      const { drawProcedure } = await import('../procedure/diagram.js');
      const what = options.version === undefined ? code : `${code}@${options.version}`;
      ended(await drawProcedure(home, what, options, terminal));
    });

const diff = ({ terminal, ended }: CommandContext): Command =>
  new Command('diff')
    .summary(both('so sánh hai phiên bản', 'compare two versions'))
    .description(
      both(
        'Nói bằng lời hai quy trình khác nhau ở đâu: bước, đường đi, thời hạn, biểu quyết, giấy tờ, người làm, tiêu chuẩn, tiền thưởng, căn cứ.',
        'Says in words where two procedures differ: steps, ways, limits, votes, papers, actors, criteria, prize, sources.',
      ),
    )
    .argument('<before>', WHICH)
    .argument('<after>', WHICH)
    .addOption(languageOption())
    .action(async (before: string, after: string, options: { lang: Language }) => {
      const { home } = await import('#libs/service/foundation');
      const { compareProcedures } = await import('../procedure/diff.js');
      ended(compareProcedures(home, before, after, options.lang, terminal));
    });
