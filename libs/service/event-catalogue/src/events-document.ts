import { type EventDescription, eventCatalogue } from './event-catalogue.js';
import { type EventField, fieldsOf } from './schema-fields.js';

const preface = `# Events

<!-- Generated from the schemas by \`npm run docs:events\`. Do not edit. -->

Every fact that Vinh Danh writes, by stream. The shapes are a published format: fields are never renamed or removed, a new
shape is a new version with an upcaster, and a golden fixture of each version stays in \`test/fixtures/events\`.

Days are \`yyyy-MM-dd\` in Asia/Ho_Chi_Minh, moments ISO 8601 in UTC with milliseconds, amounts of money in đồng. A field marked
🔒 holds personal data, of whom is said behind it; such fields never reach stream names, logs, job payloads, URLs or errors.
\`?\` marks a field that may be missing. Who acted, when, in which position and under which procedure stands beside the data, in
the envelope.
`;

/** The page \`docs/events.md\`: every event with its term, meaning and fields, from the same schemas that check the data. */
export function eventsDocument(): string {
  const all = [...eventCatalogue.values()];
  const streams = [...new Set(all.map(({ stream }) => stream))];
  const chapters = streams.map((stream) => {
    const events = all.filter((event) => event.stream === stream);
    return [`## \`${stream}\`\n`, overview(events), ...events.map(section)].join('\n');
  });
  return [preface, ...chapters].join('\n');
}

const overview = (events: readonly EventDescription[]): string =>
  table(
    ['Event', 'Vietnamese', 'Meaning'],
    events.map(({ type, term, meaning }) => [`[${type}](#${type.toLowerCase()})`, term, meaning]),
  );

function section({ type, term, meaning, schemaVersion, schema }: EventDescription): string {
  const fields = fieldsOf(schema).map(({ path, type, optional, personal }: EventField) => [
    `\`${path}\`${optional ? ' ?' : ''}`,
    type,
    personal ? `🔒 ${personal}` : '',
  ]);
  return `### ${type}\n\n*${term}.* ${meaning} Version ${schemaVersion}.\n\n${table(['Field', 'Type', 'Personal'], fields)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
