// Two hosts, made of network namespaces with a cable between them: ranks that have only TCP to talk by. Where the system has no Open MPI, or lets us make
// no namespaces, this is left out, and says so.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Variants } from "@bernoulli/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf, has, run } from "./ranks.testing.js";

const hosts = ["a", "b"].map((name, at) => ({
  namespace: `ranks-${process.pid}-${name}`,
  cable: `r${process.pid}${name}`,
  address: `10.77.0.${at + 1}`,
}));
const ip = (...parameters: readonly string[]) => spawnSync("ip", parameters, { encoding: "utf8" });
const dropHosts = () => void hosts.map(({ namespace }) => ip("netns", "del", namespace));

/** Why there are no hosts; empty where they are there. */
function made(): string {
  if (!has("Open MPI")) return "mpirun.openmpi is not installed: apt-get install openmpi-bin";
  const [first, second] = hosts as [(typeof hosts)[0], (typeof hosts)[0]];
  const calls = [
    ...hosts.map(({ namespace }) => ["netns", "add", namespace]),
    ["link", "add", first.cable, "netns", first.namespace, "type", "veth"].concat([
      "peer",
      "name",
      second.cable,
      "netns",
      second.namespace,
    ]),
    ...hosts.flatMap(({ namespace, cable, address }) => [
      ["-n", namespace, "addr", "add", `${address}/24`, "dev", cable],
      ["-n", namespace, "link", "set", "lo", "up"],
      ["-n", namespace, "link", "set", cable, "up"],
    ]),
  ];
  for (const call of calls) {
    const { status, stderr, error } = ip(...call);
    if (status === 0) continue;
    dropHosts();
    return `ip ${call.join(" ")}: ${error?.message ?? stderr.trim()}`;
  }
  return "";
}

const variants = new Variants("packages/distributed/src/hosts.test.ts");
const because = variants.takes("ranks on two hosts") ? made() : "not among what this run takes";

describe.skipIf(because !== "")(`two hosts${because === "" ? "" : ` (left out: ${because})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "ranks-hosts-"));
  const agent = join(folder, "agent.sh");

  beforeAll(() => {
    const cases = hosts.map(({ address, namespace }) => `${address}) namespace=${namespace} ;;`).join(" ");
    writeFileSync(
      agent,
      `#!/bin/sh\nhost=$1; shift\ncase $host in ${cases} esac\nexec ip netns exec "$namespace" sh -c "$*"\n`,
    );
    chmodSync(agent, 0o755);
  });
  afterAll(() => {
    dropHosts();
    rmSync(folder, { recursive: true, force: true });
  });

  // As on a cluster: TCP alone, and launchers that look each few seconds whether the other is there.
  const settings = {
    plm_rsh_agent: agent,
    btl: "tcp,self",
    oob_tcp_if_include: "10.77.0.0/24",
    btl_tcp_if_include: "10.77.0.0/24",
    oob_tcp_keepalive_time: "5",
    oob_tcp_keepalive_intvl: "1",
    oob_tcp_keepalive_probes: "3",
  };
  const mpirun = async (program: string, parameters: readonly string[], onOutput?: (text: string) => void) => {
    const [{ namespace }] = hosts as [(typeof hosts)[0]];
    const options = Object.entries(settings).flatMap(([key, value]) => ["--mca", key, value]);
    const where = ["--allow-run-as-root", "--host", hosts.map(({ address }) => address).join(","), "-n", "2"];
    const all = ["netns", "exec", namespace, "mpirun.openmpi", ...where, ...options, process.execPath];
    return run("ip", [...all, await fileOf(program), ...parameters], { ...process.env, NO_COLOR: "1" }, onOutput);
  };

  it("train one net", { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await mpirun("train", ["steps=20"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const told = stdout.trim().split("\n");
    expect(new Set(told.map((line) => (JSON.parse(line) as { weights: string }).weights)).size).toBe(1);
    expect(told.length).toBe(2);
  });

  it("end the job where the cable is cut, and say whom they lost", { timeout: 120_000 }, async () => {
    const directory = join(folder, "cut");
    let cutAt = 0;
    const { code, stderr } = await mpirun("resumed", [directory, "100000"], (text) => {
      if (cutAt > 0 || !/^step 1\.10 /m.test(text)) return;
      cutAt = performance.now();
      ip("-n", hosts[1]!.namespace, "link", "set", hosts[1]!.cable, "down");
    });
    expect((performance.now() - cutAt) / 1000).toBeLessThan(60);
    ip("-n", hosts[1]!.namespace, "link", "set", hosts[1]!.cable, "up");
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/lost communication with a remote daemon[\s\S]*on node 10\.77\.0\.2/);
    expect(spawnSync("pgrep", ["-f", `resumed.* ${directory}`]).status).toBe(1);
  });

  it("end the job where a rank is killed, and say which", { timeout: 120_000 }, async () => {
    const { code, stderr } = await mpirun("faults", ["killed"]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/process rank 1 .*on node 10\.77\.0\.2 exited on signal 9 \(Killed\)/);
  });
});

variants.tell(it);
