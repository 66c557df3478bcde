import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Config } from '#libs/platform/config';
import { IncomingFiles, incomingFolderOf, openDocumentStore } from '#libs/service/documents';
import { home } from '#libs/service/foundation';

/** Where the papers of the samples lie, ready made: `bin/sample-papers.mjs`. */
const folder = join(home, 'samples', 'papers');

interface Paper {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: 'application/pdf';
}

/** Files for the papers of invented dossiers: small, real, and opened like any other. */
export class SamplePapers {
  private constructor(
    private readonly papers: ReadonlyMap<string, Paper>,
    private readonly files: readonly Uint8Array[],
  ) {}

  static async read(): Promise<SamplePapers> {
    const papers = new Map<string, Paper>();
    const files: Uint8Array[] = [];
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.pdf')).sort()) {
      const bytes = await readFile(join(folder, name));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      papers.set(name.replace('.pdf', ''), { sha256, size: bytes.length, mediaType: 'application/pdf' });
      files.push(bytes);
    }
    return new SamplePapers(papers, files);
  }

  /** Puts them where documents are kept; those that are there stay. */
  async put(config: Pick<Config, 'dataFolder' | 's3Url'>): Promise<void> {
    const incoming = await IncomingFiles.open(incomingFolderOf(config));
    const store = await openDocumentStore(config);
    try {
      for (const bytes of this.files) {
        const received = await incoming.receive(Readable.from([bytes]));
        if (received.ok) await store.put(received.value);
      }
    } finally {
      await store.close();
    }
  }

  /** The file that stands for a component of a dossier. @throws where there is none. */
  fileFor(document: string): Paper {
    const name = document.startsWith('BC') ? 'bao-cao' : (names[document] ?? 'xac-nhan');
    const paper = this.papers.get(name);
    if (!paper) throw new Error(`samples/papers/${name}.pdf is missing.`);
    return paper;
  }

  /** Another version of the report, for who replaces it. */
  get revised(): Paper {
    return this.fileFor('sua-doi');
  }
}

const names: Readonly<Record<string, string>> = {
  TT: 'to-trinh',
  DS: 'danh-sach',
  BB: 'bien-ban',
  BB_PHIEU: 'bien-ban',
  'sua-doi': 'bao-cao-sua-doi',
};
