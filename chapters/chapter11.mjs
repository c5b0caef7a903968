// Chapter 11 in JavaScript: idle async functions.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
import { serve } from "./scale.mjs";

// Every task says from inside that it runs, and then waits for a
// promise that is resolved only after the weighing: as idle as a task
// can be. An async function runs at once, up to its first await.
async function wait(gate) {
  gate.here();
  await gate.done;
}

function promises(tasks, gate) {
  for (let i = 0; i < tasks; i++) wait(gate);
}

// Every task says from inside that it runs, and then awaits this.
// Most of these tasks end only when the process ends.
function each(awaited) {
  async function one(gate) {
    gate.here();
    await awaited(gate);
  }

  return (tasks, gate) => {
    for (let i = 0; i < tasks; i++) one(gate);
  };
}

const nothing = () => new Promise(() => {});
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

// The same wait, many calls deep. A function that awaits another one
// is an object of its own on the heap, and so is each promise between
// the two: an async function has no stack that could grow instead.
function deep(tasks, gate) {
  const depth = gate.number("depth");
  for (let i = 0; i < tasks; i++) down(depth, gate);
}

async function down(depth, gate) {
  if (depth === 0) await wait(gate);
  else await down(depth - 1, gate);
}

// Arrays of 1,024 bytes in V8: 32 for the array itself, 16 for the
// header of its elements, and 8 for each of 122 numbers.
function knownObjects(objects, gate) {
  const held = [];
  for (let i = 0; i < objects; i++) {
    held.push(new Array(122).fill(i % 10));
    gate.here();
  }
  return held;
}

// What to take to work: a function that only passes a call on.
function takeToWork(load) {
  // wrong: while it waits, it is one more function on the heap
  const slow = async id => await load(id);
  // right: the caller waits for the promise of the call itself
  const fast = id => load(id);
  return [slow, fast];
}

serve({
  "node promises": promises,
  "node promises (deep)": deep,
  "objects in Node": knownObjects,

  // the same, by what they wait for
  "node promises (nothing)": each(nothing),
  "node promises (sleep)": each(() => sleep(3_600_000)),
});
