import type { Language } from '#libs/domain/kernel';
import { Argument, Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { tokenOf, urlOption } from '../server-access.js';
import { EXIT } from '../terminal.js';
import { both, languageOption, speakBoth } from '../usage.js';

/** Kept here once more, so that `--help` loads no library; a test compares. */
export const paperChoices = [
  'submission',
  'receipt',
  'supplement-request',
  'minutes',
  'forwarding',
  'summary',
] as const;

/** `vinhdanh dossier paper <dossier> <kind> --out <file>`. */
export const dossierCommand = (context: CommandContext): Command =>
  new Command('dossier')
    .summary(both('lập văn bản của hồ sơ', 'make the papers of a dossier'))
    .description(both('Làm việc với một hồ sơ, qua HTTP API.', 'Works with one dossier, through the HTTP API.'))
    .addCommand(speakBoth(paper(context), context.terminal));

const paper = ({ terminal, env, ended }: CommandContext): Command =>
  new Command('paper')
    .summary(both('lập một văn bản thành PDF hoặc DOCX', 'make a paper as PDF or DOCX'))
    .description(
      both(
        'Lập văn bản từ các sự kiện của hồ sơ, theo thể thức Nghị định 30/2020. Đuôi tệp (.pdf, .docx) nói loại tệp.',
        'Makes a paper of the facts of a dossier, in the form of Nghị định 30/2020. The ending (.pdf, .docx) says which file.',
      ),
    )
    .argument('<dossier>', both('mã hồ sơ', 'the dossier'))
    .addArgument(new Argument('<kind>', both('loại văn bản', 'which paper')).choices(paperChoices))
    .requiredOption('--out <file>', both('ghi vào tệp này', 'write to this file'))
    .addOption(urlOption(env))
    .addOption(languageOption())
    .action(async (dossierId: string, kind: string, options: { readonly out: string; url: string; lang: Language }) => {
      const token = tokenOf({ env, terminal });
      if (token === undefined) return ended(EXIT.failed);
      const { makePaper } = await import('../dossier/make-paper.js');
      const { out, url, lang } = options;
      return ended(await makePaper({ dossierId, kind, out, url, token }, lang, terminal));
    });
