// The scale's few words, for a program in JavaScript. Keep it beside
// yours, and let the last line of yours name what can be weighed:
//
//     serve({ "idle": idle });
//
// A load is a function of (tasks, gate) that starts its tasks, and may
// return what is to be kept. Each task says gate.here() once it runs,
// then waits: await gate.done.
//
// It runs on Node, Bun and Deno. A load that never goes back to the
// event loop cannot be talked to: the scale ends it after EXIT.
import fs from "node:fs";
import process from "node:process";

import { census, parts } from "./parts.mjs";
import { SILENCE, silence } from "./silence.mjs";

const FEWEST = 1000; // tasks that can be taken apart: among fewer, what else there is would look like theirs
const RUNTIME = ["bun", "deno"].find(name => process.versions[name]) ?? "node";
const collect = globalThis.gc ?? (globalThis.Bun && (() => globalThis.Bun.gc(true)));

let token = ""; // of the scale, before each line, where it has told one
let gate, held, empty = new Map();

/** Where the tasks of a load wait. */
class Gate {
  arrived = 0;
  said = false;
  start = performance.now();

  constructor(words) {
    this.words = words;
    this.tasks = this.number("tasks");
    this.done = new Promise(resolve => this.open = resolve);
    this.everyone = new Promise(resolve => this.full = resolve);
  }

  /** Said by each task, from inside: I run. */
  here() {
    if (++this.arrived === this.tasks) this.full();
  }

  /** What the parent said besides tasks: gate.number("depth"). */
  number(name) {
    const value = this.words[name];
    if (!/^-?\d+$/.test(value)) throw new Error(`LOAD needs ${name}=number, not "${value ?? ""}"`);
    return Number(value);
  }

  /** Puts a point on the time line: gate.mark("half", { free: n }). */
  mark(name, words = {}) {
    say("MARK", { name, ...words });
  }

  /** Has the parent note down under this name what this process takes now;
   *  resolves when that is done. */
  weigh(name) {
    this.mark(name, { weigh: 1 });
    return new Promise(resolve => this.weighed = resolve);
  }

  loaded() {
    this.said = true;
    say("LOADED", { tasks: this.tasks, confirmed: this.arrived,
      spawn_ms: Math.floor(performance.now() - this.start) });
  }
}

/** Does what the parent says, and ends this process when nobody is there to
 *  say anything. */
export function serve(loads) {
  // what a load prints must not end up between our words
  process.stdout.write = process.stderr.write.bind(process.stderr);
  console.log = console.info = console.debug = console.error;
  const name = process.argv.slice(2).join(" ");
  if (!Object.hasOwn(loads, name)) {
    const known = Object.keys(loads).sort().map(each => JSON.stringify(each));
    fail(`no load ${JSON.stringify(name)} here, only ${known.join("; ")}`);
  }
  process.on("unhandledRejection", fail);
  process.on("uncaughtException", fail);
  const can = [collect && "live", RUNTIME === "node" && collect && "parts"].filter(Boolean).join(",");
  say("READY", { runtime: RUNTIME, version: process.versions[RUNTIME], ...(can && { can }) });
  let rest = "";
  process.stdin.setEncoding("utf8").on("end", () => process.exit(0)).on("data", text => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    for (const line of lines) answer(line.trim(), loads[name]).catch(fail);
  });
}

async function answer(line, load) {
  const [verb, ...words] = line.split(" ");
  switch (verb) {
    case "LOAD": {
      gate = new Gate(Object.fromEntries(words.map(word => word.split("="))));
      held = await load(gate.tasks, gate);
      await everyone();
      return gate.loaded();
    }
    case "LIVE":
      collect();
      return say("LIVE", { bytes: process.memoryUsage().heapUsed });
    case "PARTS": { // before a load, takes note of what is there; after it, tells what came
      const now = await census(collect);
      say("PARTS", gate?.tasks >= FEWEST ? parts(empty, now, gate.tasks) : {});
      empty = now;
      return;
    }
    case "UNLOAD":
      await gate.ends?.();
      gate.open();
      held = undefined;
      await new Promise(setImmediate); // the tasks go on, and end
      collect?.();
      return say("UNLOADED");
    case "WEIGHED":
      return gate.weighed();
    case "EXIT":
      process.exit(0);
    case "":
      return;
    default:
      fail("does not know " + verb);
  }
}

/** Resolves when all tasks have said that they run, and have then come to
 *  where they wait. */
async function everyone() {
  let before = -1, silent = 0;
  const look = setInterval(async () => {
    silent = gate.arrived === before ? silent + 1 : 0;
    before = gate.arrived;
    if (silent === SILENCE) fail(await silence(gate));
  }, 1000);
  await gate.everyone;
  clearInterval(look);
  await new Promise(setImmediate);
}

/** From now on, each line begins with this token. */
export function sign(told) {
  token = `${told} `;
}

function say(verb, words = {}) {
  const line = token + [verb, ...Object.entries(words).map(([key, value]) => `${key}=${value}`)].join(" ");
  let left = Buffer.from(line.replace(/\s*\n\s*/g, " ") + "\n");
  while (left.length > 0) {
    try {
      left = left.subarray(fs.writeSync(1, left));
    } catch (e) {
      if (e.code !== "EAGAIN") process.exit(1); // nobody listens any more
    }
  }
}

export function fail(reason) {
  say("FAILED", { reason: reason instanceof Error ? `${reason.name}: ${reason.message}` : reason });
  process.exit(1);
}
