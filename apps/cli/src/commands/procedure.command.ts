import type { Language } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { both, languageOption, speakBoth } from '../usage.js';

/** `vinhdanh procedure lint | list`. */
export const procedureCommand = (context: CommandContext): Command => {
  const procedure = new Command('procedure')
    .summary(both('kiểm tra quy trình', 'check procedures'))
    .description(
      both(
        'Đọc các quy trình là dữ liệu: kiểm tra trước khi dùng.',
        'Reads procedures, which are data: checks them before they are used.',
      ),
    );
  procedure.addCommand(speakBoth(lint(context), context.terminal));
  procedure.addCommand(speakBoth(list(context), context.terminal));
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
      const { lintProcedures } = await import('../procedure/lint.js');
      ended(lintProcedures(path, options.lang, terminal));
    });

const list = ({ terminal, ended }: CommandContext): Command =>
  new Command('list')
    .summary(both('liệt kê quy trình', 'list the procedures'))
    .description(
      both(
        'Mã, phiên bản, thời kỳ pháp lý, độ tin cậy và những số liệu chưa rõ.',
        'Code, version, legal regime, how sure it is, and the figures that are unknown.',
      ),
    )
    .argument('[code]', both('chỉ danh hiệu, hình thức này', 'only this award'))
    .option('--json', both('in ra JSON cho chương trình khác', 'print JSON, for other programs'))
    .addOption(languageOption())
    .action(async (code: string | undefined, options: { lang: Language; json?: true }) => {
      const { home } = await import('#libs/service/foundation');
      const { listProcedures } = await import('../procedure/list.js');
      ended(listProcedures(home, { language: options.lang, json: options.json === true, code }, terminal));
    });
