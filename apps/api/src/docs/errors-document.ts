import { type ErrorCode, type RuleId, errorCatalogue, ruleSourceOf } from '#libs/domain/kernel';
import { problemPath } from '../http/problem.js';
import { codesOf, refusalStatuses } from '../http/problem.answers.js';

/** What the code says about a code of the catalogue: where it is given, and the rules that are named with it there. */
export interface ErrorUse {
  readonly places: readonly string[];
  readonly rules: readonly string[];
}

/** docs/errors.md: every code of the one catalogue, by the status it is answered with. */
export function errorsDocument(uses: Readonly<Record<string, ErrorUse>>): string {
  const parts = refusalStatuses.flatMap((status) => {
    const codes = codesOf(status);
    const kinds = [...new Set(codes.map((code) => errorCatalogue[code].kind))].join(', ');
    return codes.length === 0 ? [] : [`## ${status} (${kinds})`, ...codes.map((code) => entry(code, uses[code]))];
  });
  return `${[head, ...parts].join('\n\n')}\n`;
}

const head = `# Reasons for a no

Written by \`npm run docs:errors\` from the one catalogue (\`libs/domain/kernel/src/errors\`); do not edit. Clients branch on the code.
\`{name}\` stands where the parameter of that name is filled in; a parameter is an id, a count, a date or a code, never personal data.
The \`type\` of a problem leads to the same words: \`GET /problems/not-found\`. Where a procedure states its own source, a problem
names that one; otherwise the rule's. Codes of the command line and of the start-up share the catalogue and meet no request.`;

function entry(code: ErrorCode, use: ErrorUse = { places: [], rules: [] }): string {
  const { vi, en } = errorCatalogue[code];
  const rules = use.rules.map((rule) => `${rule} (${ruleSourceOf(rule as RuleId)})`);
  return [
    `### ${code}`,
    '',
    `- ${vi}`,
    `- ${en}`,
    `- \`${problemPath(code)}\`${use.places.length > 0 ? `, from ${use.places.join(', ')}` : ''}`,
    ...(rules.length > 0 ? [`- Rule: ${rules.join('; ')}`] : []),
  ].join('\n');
}
