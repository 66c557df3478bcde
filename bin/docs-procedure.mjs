// `npm run docs:procedure`: writes docs/procedure.schema.json from the schema by which procedures are read; with --check it only
// says whether it is up to date, and ends with 1 when it is not.
import { compiled, writeOrCheck } from './generated.mjs';

const { procedureJsonSchema } = await compiled('libs', 'domain', 'procedure', 'src', 'index.js');
writeOrCheck('procedure.schema.json', `${JSON.stringify(procedureJsonSchema(), null, 2)}\n`, 'docs:procedure');
