// Starts the program with the process around it. The program is cli.ts's.

import { runProcess } from "@bernoulli/programs";
import { main } from "./cli.js";

await runProcess("cifar", main);
