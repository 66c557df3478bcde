import { ProtocolServer } from './protocol-server.js';

/** The test server as a process of its own, which a test may kill: `node server.process.js <folder> <port>`. */
const [folder = '', port = '0'] = process.argv.slice(2);
const server = await ProtocolServer.start({ folder, port: Number(port) });
process.send?.({ port: server.port });
process.once('disconnect', () => process.exit());
