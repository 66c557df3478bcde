import { type Language, type LocalDate, localDate } from '#libs/domain/kernel';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { type AsRecorded, parseAsRecorded } from '../replay/as-recorded.js';
import { both, invalid, languageOption } from '../usage.js';

function asRecorded(text: string): AsRecorded {
  const parsed = parseAsRecorded(text);
  if (!parsed)
    throw invalid({
      vi: 'Ghi số phiên bản (12) hoặc một thời điểm có múi giờ (2026-08-24T09:00+07:00).',
      en: 'A revision (12) or a moment with an offset (2026-08-24T09:00+07:00).',
    });
  return parsed;
}

function asInForce(text: string): LocalDate {
  const day = localDate().safeParse(text);
  if (!day.success) throw invalid({ vi: 'Ghi một ngày (2026-08-24).', en: 'A day (2026-08-24).' });
  return day.data;
}

/** `vinhdanh replay <dossier>`. */
export const replayCommand = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('replay')
    .summary(both('kể lại một hồ sơ từ nhật ký', 'tell a dossier again from the log'))
    .description(
      both(
        'In dòng thời gian của một hồ sơ thành câu, rồi trạng thái tại thời điểm đó. Chỉ đọc kho sự kiện.',
        'Prints the timeline of a dossier in sentences, then its state at that point. Only reads the event store.',
      ),
    )
    .argument('<dossier>', both('mã hồ sơ', 'the dossier'))
    .option(
      '--as-recorded <revision|instant>',
      both(
        'chỉ những gì nhật ký đã có ở bản hoặc thời điểm này (12, 2026-08-24T09:00+07:00)',
        'only what the log held at this revision or moment (12, 2026-08-24T09:00+07:00)',
      ),
      asRecorded,
    )
    .option(
      '--as-in-force <date>',
      both(
        'chỉ những gì có hiệu lực đến hết ngày này (2026-08-24)',
        'only what was in force at the end of this day (2026-08-24)',
      ),
      asInForce,
    )
    .addOption(languageOption())
    .action(async (dossier: string, options: { asRecorded?: AsRecorded; asInForce?: LocalDate; lang: Language }) => {
      const { replay } = await import('../replay/replay.js');
      const { lang: language, asRecorded, asInForce } = options;
      ended(
        await replay(
          { dossierId: dossier, language, ...(asRecorded ? { asRecorded } : {}), ...(asInForce ? { asInForce } : {}) },
          env,
          terminal,
        ),
      );
    });
