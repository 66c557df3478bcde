import { runRole } from '#libs/service/foundation';
import { startProjector } from './projector.js';

await runRole('projector', startProjector);
