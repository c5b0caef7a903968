// The post, for a worker in JavaScript: it brings jobs, and later what they
// wait for. The last line of the worker names what takes its jobs:
//
//     work(jobs);
//
// That is a function of the post, which may be async. For each job from 0 to
// post.jobs - 1 it says post.take(job), which tells the job's name, once, and
// post.waits(job) when the job waits. Before that, post.deliver(to) says where
// answers go: to(job, answer). They come when all is weighed, in no order that
// could be guessed. Then each job has its name in front of its answer:
// post.answer(job, name + answer).
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import process from "node:process";

import { fail, serve, sign } from "./scale.mjs";

const QUIET = 500; // looks of 10 ms or longer without anything new
const NEW = 0, TAKEN = 1, WAITING = 2, ANSWERED = 3;
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Keeps a byte for each job, and no name: it can make each of them again. */
class Post {
  #gate;
  #to;
  #states;
  #bytes = Buffer.alloc(8);
  #seeds = [randomBytes(4).readUInt32BE(), randomBytes(4).readUInt32BE()];
  #open = false;
  #all = 0;
  #wrong = 0;

  constructor(jobs, gate) {
    this.jobs = jobs;
    this.#gate = gate;
    this.#states = new Uint8Array(jobs);
    gate.ends = () => this.#end();
  }

  /** Tells the name of a job, 16 characters, for the first and the last time. */
  take(job) {
    this.#step(job, NEW, TAKEN, `job ${job} was taken twice: post.take tells each name once`);
    return this.#name(job);
  }

  /** Said by a job that waits, or for it. */
  waits(job) {
    this.#step(job, TAKEN, WAITING, `job ${job} cannot wait: post.take comes first, and post.waits only once`);
    this.#gate.here();
  }

  /** Says where answers go: to(job, answer). */
  deliver(to) {
    this.#to = to;
  }

  /** The proof that a job was kept: its name, and its answer behind it. */
  answer(job, text) {
    if (!this.#open) fail(`job ${job} was answered before its answer came, so it did not wait`);
    this.#step(job, WAITING, ANSWERED, `job ${job} was answered twice`);
    this.#all++;
    if (text !== this.#name(job) + this.#word(job)) this.#wrong++;
  }

  #step(job, before, after, otherwise) {
    if (!(job in this.#states)) fail(`there is no job ${job}: they are numbered from 0 to ${this.jobs - 1}`);
    if (this.#states[job] !== before) fail(otherwise);
    this.#states[job] = after;
  }

  #name(job) {
    this.#bytes.writeUInt32BE(this.#mixed(3 * job), 0);
    this.#bytes.writeUInt32BE(this.#mixed(3 * job + 1), 4);
    return this.#bytes.toString("hex");
  }

  #word(job) {
    this.#bytes.writeUInt32BE(this.#mixed(3 * job + 2));
    return this.#bytes.toString("hex", 0, 4);
  }

  #mixed(number) {
    return mix(mix(number + this.#seeds[0]) ^ this.#seeds[1]);
  }

  async full() {
    const arrived = () => this.#gate.arrived;
    if (await this.#quiet(arrived)) fail(`${arrived()} of ${this.jobs} jobs have called post.waits(), and nothing `
      + "happens any more. Each job must call it when it waits");
    if (typeof this.#to !== "function") fail("nobody has said where answers go: post.deliver(to)");
  }

  /** Whether it stays below the number of jobs, and changes no more; looks are counted, not seconds. */
  async #quiet(count) {
    for (let before = -1, idle = 0; count() < this.jobs && idle < QUIET; await sleep(10)) {
      idle = count() === before ? idle + 1 : 0;
      before = count();
    }
    return count() < this.jobs;
  }

  /** Delivers all answers. */
  async #end() {
    this.#open = true;
    const order = new Float64Array(this.jobs);
    for (let job = 0; job < this.jobs; job++) order[job] = mix(job ^ this.#seeds[1]) * this.jobs + job;
    for (const place of order.sort()) {
      const job = place % this.jobs;
      this.#to(job, this.#word(job));
    }
    await this.#quiet(() => this.#all);
    if (this.#wrong > 0) fail(`${this.#wrong} of ${this.jobs} jobs had a wrong answer: each must answer its name, and `
      + "behind it the answer that was sent to it");
    if (this.#all < this.jobs)
      fail(`${this.jobs - this.#all} of ${this.jobs} jobs were lost: they have not called post.answer()`);
  }
}

/** Lets the parent weigh the jobs of a worker while they wait. */
export function work(jobs) {
  if (process.env.SCALE_SIGNED) sign(firstLine());
  serve({
    async jobs(tasks, gate) {
      const post = new Post(tasks, gate), kept = await jobs(post);
      await post.full();
      return [post, kept];
    },
  });
}

/** Leaves all that comes after it to be read by others. */
function firstLine() {
  const one = Buffer.alloc(1);
  let line = "";
  while (fs.readSync(0, one) === 1 && one[0] !== 10) line += one;
  return line;
}

/** Bits that tell nothing of the number, as MurmurHash3 makes them. */
function mix(number) {
  number = Math.imul(number ^ number >>> 16, 0x85ebca6b);
  number = Math.imul(number ^ number >>> 13, 0xc2b2ae35);
  return (number ^ number >>> 16) >>> 0;
}
