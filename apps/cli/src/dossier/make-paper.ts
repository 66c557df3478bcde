import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Language } from '#libs/domain/kernel';
import { ApiClient, sentenceOfProblem } from '../http/api-client.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export interface PaperOrder {
  readonly dossierId: string;
  readonly kind: string;
  /** Its ending says which file is made. */
  readonly out: string;
  readonly url: string;
  readonly token: string;
}

/** Has a paper made and writes it; nothing is written where there is none. */
export async function makePaper(order: PaperOrder, language: Language, terminal: Terminal): Promise<ExitCode> {
  const { dossierId, kind, out, url, token } = order;
  const ending = extname(out).toLowerCase();
  if (ending !== '.pdf' && ending !== '.docx') {
    terminal.err(
      { vi: `Tên tệp phải có đuôi .pdf hoặc .docx: ${out}.`, en: `The file must end in .pdf or .docx: ${out}.` }[
        language
      ],
    );
    return EXIT.usage;
  }
  const path = `/dossiers/${encodeURIComponent(dossierId)}/papers/${kind}${ending}`;
  const made = await new ApiClient(url, token).download(path);
  if (!made.ok) {
    terminal.err(sentenceOfProblem(made.error, language));
    return EXIT.failed;
  }
  try {
    writeFileSync(out, made.value);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    terminal.err({ vi: `Không ghi được ${out} (${code}).`, en: `Cannot write ${out} (${code}).` }[language]);
    return EXIT.failed;
  }
  terminal.out(out);
  return EXIT.good;
}
