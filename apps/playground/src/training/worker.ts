// The worker's entry: the loop at the worker's own port, and what ends it told to the page.

import { type Port, serve } from "./loop.js";

const port = globalThis as unknown as Port;

serve(port).catch((error: unknown) => port.postMessage({ type: "failed", message: String(error) }, []));
