import type { Language } from '#libs/domain/kernel';
import { Command, InvalidArgumentError } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT } from '../terminal.js';
import { tokenOf, urlOption } from '../server-access.js';
import { both, languageOption } from '../usage.js';

/** `2020-2025`, or `-2025` for all years up to it. */
function readYears(text: string): { readonly from?: number; readonly to: number } {
  const [, from, to] = /^(\d{4})?-(\d{4})$/.exec(text) ?? [];
  if (to === undefined || (from !== undefined && from > to)) throw new InvalidArgumentError('2020-2025, -2025');
  return { ...(from === undefined ? {} : { from: Number(from) }), to: Number(to) };
}

/** `vinhdanh import-awards <file> --unit <id> --source <text>`. */
export const importAwardsCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('import-awards')
    .summary(both('nhập khen thưởng đã có từ danh sách Excel, CSV', 'import earlier awards from an Excel or CSV list'))
    .description(
      both(
        'Nhập khen thưởng đã có của một đơn vị từ danh sách Excel (.xlsx) hoặc CSV (UTF-8), qua HTTP API. Tất cả hoặc không gì cả.',
        'Imports earlier awards of a unit from an Excel (.xlsx) or CSV list (UTF-8), through the HTTP API. All of them or none.',
      ),
    )
    .argument('<file>', both('tệp danh sách', 'the list'))
    .requiredOption('--unit <id>', both('đơn vị giữ danh sách', 'the unit that keeps the list'))
    .requiredOption(
      '--source <text>',
      both('nguồn của danh sách: sổ, văn bản', 'where it comes from: register, letter'),
    )
    .option(
      '--covers <years>',
      both('danh sách đầy đủ các năm: 2020-2025, -2025', 'years for which it is whole'),
      readYears,
    )
    .option('--preview', both('chỉ xem trước, không gửi', 'only show it, send nothing'), false)
    .addOption(urlOption(env))
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Cột · Columns: loại; họ và tên / tên tập thể; đơn vị; mã khen thưởng; [mã định danh; ngày sinh; loại khen thưởng;
năm thành tích; ngày quyết định; số quyết định; cơ quan quyết định; loại kỷ niệm chương]
Mã truy cập lấy từ biến VINHDANH_TOKEN. Lỗi được nêu theo dòng và cột; khi có lỗi thì không gửi gì.
The access token is taken from VINHDANH_TOKEN. Errors are given by line and column; with any, nothing is sent.`,
    )
    .action(async (csv: string, options: Options) => {
      const token = options.preview ? undefined : tokenOf({ env, terminal });
      if (token === undefined && !options.preview) return ended(EXIT.failed);
      const { importAwards } = await import('../import/import-awards.js');
      const { unit: unitId, source, covers, url, lang } = options;
      const order = { file: csv, unitId, source, ...(covers ? { covers } : {}), url, token };
      return ended(await importAwards(order, lang, terminal));
    });

interface Options {
  readonly unit: string;
  readonly source: string;
  readonly covers?: { readonly from?: number; readonly to: number };
  readonly preview: boolean;
  readonly url: string;
  readonly lang: Language;
}
