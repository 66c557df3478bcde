import type { Language } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT } from '../terminal.js';
import { tokenOf, urlOption } from '../server-access.js';
import { both, languageOption } from '../usage.js';

/** `vinhdanh import <file> --dossier <id>`. */
export const importCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('import')
    .summary(both('thêm đối tượng từ danh sách Excel, CSV', 'add nominees from an Excel or CSV list'))
    .description(
      both(
        'Thêm đối tượng vào một hồ sơ từ danh sách Excel (.xlsx) hoặc CSV (UTF-8), qua HTTP API. Tất cả hoặc không gì cả.',
        'Adds nominees to a dossier from an Excel (.xlsx) or CSV list (UTF-8), through the HTTP API. All of them or none.',
      ),
    )
    .argument('<file>', both('tệp danh sách; mẫu: samples/khoi-thi-dua-so-3.csv', 'the list; see samples/'))
    .requiredOption('--dossier <id>', both('mã hồ sơ nhận các đối tượng', 'the dossier that takes them'))
    .addOption(urlOption(env))
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Cột · Columns: loại; họ và tên / tên tập thể; giới tính; đối tượng; đơn vị; cụm, khối
Mã truy cập lấy từ biến VINHDANH_TOKEN. Lỗi được nêu theo dòng và cột; khi có lỗi thì không gửi gì.
The access token is taken from VINHDANH_TOKEN. Errors are given by line and column; with any, nothing is sent.`,
    )
    .action(async (csv: string, options: { dossier: string; url: string; lang: Language }) => {
      const token = tokenOf({ env, terminal });
      if (token === undefined) return ended(EXIT.failed);
      const { importList } = await import('../import/import-list.js');
      return ended(
        await importList({ file: csv, dossierId: options.dossier, url: options.url, token }, options.lang, terminal),
      );
    });
