//! The post, for a worker in Rust: it brings jobs, and later what they wait
//! for. The worker begins with `mod post;` and `mod scale;`, and its main
//! names what takes its jobs:
//!
//!     fn main() { post::work(jobs) }
//!
//! That is a function of the post. For each job from 0 to post.jobs - 1 it
//! says post.take(job), which tells the job's name, once, and post.waits(job)
//! when the job waits. Before that, post.deliver(to) says where answers go:
//! to(job, answer). They come when all is weighed, in no order that could be
//! guessed. Then each job has its name in front of its answer:
//! post.answer(job, &(name + &answer)).
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering::SeqCst};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::scale::{fail, serve_all, Gate, TOKEN};

const QUIET: Duration = Duration::from_secs(6);
const NEW: u8 = 0;
const TAKEN: u8 = 1;
const WAITING: u8 = 2;
const ANSWERED: u8 = 3;
static JOBS: OnceLock<fn(&'static Post)> = OnceLock::new();
static POST: OnceLock<Post> = OnceLock::new();

/// Keeps a byte for each job, and no name: it can make each of them again.
pub struct Post {
    /// How many there are.
    pub jobs: usize,
    gate: &'static Gate,
    to: OnceLock<Box<dyn Fn(usize, String) + Send + Sync>>,
    secret: RandomState,
    states: Vec<AtomicU8>,
    open: AtomicBool,
    all: AtomicUsize,
    wrong: AtomicUsize,
}

/// Lets the parent weigh the jobs of a worker while they wait.
pub fn work(jobs: fn(&'static Post)) {
    if std::env::var_os("SCALE_SIGNED").is_some() {
        let mut line = String::new();
        let _ = std::io::stdin().read_line(&mut line);
        TOKEN.get_or_init(|| line.trim().to_owned() + " ");
    }
    JOBS.get_or_init(|| jobs);
    serve_all(&[("jobs", load)])
}

fn load(tasks: usize, gate: &'static Gate) {
    let post = POST.get_or_init(|| Post { jobs: tasks, gate, to: OnceLock::new(), secret: RandomState::new(),
        states: (0..tasks).map(|_| AtomicU8::new(NEW)).collect(), open: AtomicBool::new(false),
        all: AtomicUsize::new(0), wrong: AtomicUsize::new(0) });
    gate.ends.get_or_init(|| || POST.get().unwrap().end());
    JOBS.get().unwrap()(post);
    post.full();
}

impl Post {
    /// Tells the name of a job, 16 characters, for the first and the last time.
    pub fn take(&self, job: usize) -> String {
        self.step(job, NEW, TAKEN, "was taken twice: post.take tells each name once");
        self.name(job)
    }

    /// Said by a job that waits, or for it.
    pub fn waits(&self, job: usize) {
        self.step(job, TAKEN, WAITING, "cannot wait: post.take comes first, and post.waits only once");
        self.gate.here();
    }

    /// Says where answers go: to(job, answer).
    pub fn deliver(&self, to: impl Fn(usize, String) + Send + Sync + 'static) {
        let _ = self.to.set(Box::new(to));
    }

    /// The proof that a job was kept: its name, and its answer behind it.
    pub fn answer(&self, job: usize, text: &str) {
        if !self.open.load(SeqCst) {
            fail(format!("job {job} was answered before its answer came, so it did not wait"));
        }
        self.step(job, WAITING, ANSWERED, "was answered twice");
        if text != self.name(job) + &self.word(job) {
            self.wrong.fetch_add(1, SeqCst);
        }
        self.all.fetch_add(1, SeqCst);
    }

    fn step(&self, job: usize, before: u8, after: u8, otherwise: &str) {
        if job >= self.jobs {
            fail(format!("there is no job {job}: they are numbered from 0 to {}", self.jobs - 1));
        }
        if self.states[job].compare_exchange(before, after, SeqCst, SeqCst).is_err() {
            fail(format!("job {job} {otherwise}"));
        }
    }

    fn name(&self, job: usize) -> String {
        format!("{:016x}", self.secret.hash_one((job, 0)))
    }

    fn word(&self, job: usize) -> String {
        format!("{:08x}", self.secret.hash_one((job, 1)) as u32)
    }

    fn full(&self) {
        let arrived = || self.states.iter().filter(|each| each.load(SeqCst) == WAITING).count();
        if self.quiet(arrived) {
            fail(format!("{} of {} jobs have called post.waits(), and nothing happens any more. Each job must call it \
                when it waits", arrived(), self.jobs));
        }
        if self.to.get().is_none() {
            fail("nobody has said where answers go: post.deliver(to)".into());
        }
    }

    /// Whether it stays below the number of jobs, and changes no more.
    fn quiet(&self, count: impl Fn() -> usize) -> bool {
        let (mut before, mut since) = (usize::MAX, Instant::now());
        loop {
            let now = count();
            if now == self.jobs || now == before && since.elapsed() > QUIET {
                return now < self.jobs;
            }
            if now != before {
                (before, since) = (now, Instant::now());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Delivers all answers.
    fn end(&self) {
        self.open.store(true, SeqCst);
        let mut order: Vec<usize> = (0..self.jobs).collect();
        order.sort_by_key(|job| self.secret.hash_one((job, 2)));
        for job in order {
            self.to.get().unwrap()(job, self.word(job));
        }
        self.quiet(|| self.all.load(SeqCst));
        let (all, wrong) = (self.all.load(SeqCst), self.wrong.load(SeqCst));
        if wrong > 0 {
            fail(format!("{wrong} of {} jobs had a wrong answer: each must answer its name, and behind it the answer \
                that was sent to it", self.jobs));
        }
        if all < self.jobs {
            fail(format!("{} of {} jobs were lost: they have not called post.answer()", self.jobs - all, self.jobs));
        }
    }
}
