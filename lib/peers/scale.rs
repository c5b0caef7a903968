//! The scale's few words, for a program in Rust that runs on tokio. The
//! program begins with `mod scale;`, and its main names what can be weighed:
//!
//!     fn main() { scale::serve!({ "idle": idle }) }
//!
//! A load is a function of (tasks, gate) that starts its tasks with
//! tokio::spawn. Each of them says gate.here() once it runs, then waits:
//! gate.done.notified().await.
use std::any::Any;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, Write};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{channel, Receiver};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use tokio::runtime::{Handle, Runtime};
use tokio::sync::Notify;

#[path = "parts.rs"]
mod parts;

pub type Load = fn(tasks: usize, gate: &'static Gate);

const SILENCE: Duration = Duration::from_secs(6);
static OUT: OnceLock<Mutex<File>> = OnceLock::new();
/// Of the scale, before each line, where it has told one.
pub static TOKEN: OnceLock<String> = OnceLock::new();

/// Where the tasks of a load wait.
pub struct Gate {
    /// Notifies all of them when they may go.
    pub done: Notify,
    pub tasks: usize,
    arrived: AtomicUsize,
    /// What UNLOAD does before the tasks are let go.
    pub ends: OnceLock<fn()>,
    words: HashMap<String, String>,
    weighed: &'static Mutex<Receiver<()>>,
    held: Mutex<Vec<Box<dyn Any + Send>>>,
}

impl Gate {
    /// Said by each task, from inside: I run.
    pub fn here(&self) {
        self.arrived.fetch_add(1, Relaxed);
    }

    /// Keeps what a load wants kept until the process ends.
    pub fn hold(&self, what: impl Any + Send) {
        self.held.lock().unwrap().push(Box::new(what));
    }

    /// What the parent said besides tasks: gate.number("depth").
    pub fn number(&self, name: &str) -> usize {
        let value = self.words.get(name).map_or("", String::as_str);
        value.parse().unwrap_or_else(|_| panic!("LOAD needs {name}=number, not {value:?}"))
    }

    /// Puts a point on the time line: gate.mark("half", "free=7").
    pub fn mark(&self, name: &str, words: &str) {
        say(format!("MARK name={name} {words}").trim_end());
    }

    /// Has the parent note down under this name what this process takes now,
    /// and returns when that is done. Only for the load itself: a task that
    /// called it would keep a worker thread.
    pub fn weigh(&self, name: &str) {
        self.mark(name, "weigh=1");
        self.weighed.lock().unwrap().recv().unwrap();
    }

    /// Returns when all tasks have said that they run. The load itself calls
    /// it only where it goes on after that: nothing of ours waits among them.
    pub fn full(&self) {
        let (mut look, mut before, mut since) = (Duration::from_micros(100), usize::MAX, Instant::now());
        let mut spent = parts::cpu_time();
        while self.arrived.load(Relaxed) < self.tasks {
            std::thread::sleep(look);
            look = (look + look / 4).min(Duration::from_millis(10));
            let now = self.arrived.load(Relaxed);
            if now != before {
                (before, since, spent) = (now, Instant::now(), parts::cpu_time());
            } else if since.elapsed() > SILENCE {
                let busy = parts::cpu_time() - spent;
                if busy < since.elapsed() / 2 { // one that computes may come yet
                    self.silent();
                }
                (since, spent) = (Instant::now(), parts::cpu_time());
            }
        }
    }

    /// tokio does not tell at which line a task waits.
    fn silent(&self) {
        fail(format!("{} of {} tasks have called gate.here(), and nothing happens any more; tokio has {} tasks. Each \
            task must call gate.here() before it waits", self.arrived.load(Relaxed), self.tasks,
            Handle::current().metrics().num_alive_tasks()));
    }
}

/// Names what can be weighed, and serves it.
macro_rules! serve {
    ({ $($name:literal: $load:expr),* $(,)? }) => { $crate::scale::serve_all(&[$(($name, $load)),*]) };
}
pub(crate) use serve;

/// Does what the parent says, and ends this process as soon as nobody is there
/// to say anything, whatever a load is doing.
pub fn serve_all(loads: &[(&str, Load)]) {
    OUT.get_or_init(|| Mutex::new(own_stdout()));
    std::panic::set_hook(Box::new(|panic| {
        let what = panic.payload();
        let said = what.downcast_ref::<&str>().copied().or(what.downcast_ref::<String>().map(String::as_str));
        let at = panic.location().map_or(String::new(), |at| format!(" ({}:{})", at.file(), at.line()));
        fail(format!("{}{at}", said.unwrap_or("a panic")));
    }));
    let name = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    let Some((_, load)) = loads.iter().find(|(each, _)| *each == name) else {
        let mut known: Vec<_> = loads.iter().map(|(each, _)| format!("{each:?}")).collect();
        known.sort();
        fail(format!("no load {name:?} here, only {}", known.join("; ")));
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build().unwrap();
    let (tell, told) = channel();
    let (weigh, weighed) = channel();
    std::thread::spawn(move || { // a load may hang, and stdin must still be heard closing
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            match line.as_str() {
                "EXIT" => break,
                "WEIGHED" => weigh.send(()).unwrap(),
                _ => tell.send(line).unwrap(),
            }
        }
        std::process::exit(0);
    });
    let weighed: &'static Mutex<_> = Box::leak(Box::new(Mutex::new(weighed)));
    let mut scale = Scale { runtime, load: *load, weighed, gate: None, empty: parts::census() };
    say(&format!("READY runtime=rust version={} can=live,parts", option_env!("SCALE_RUST").unwrap_or("unknown")));
    for line in told {
        scale.answer(&line);
    }
}

struct Scale {
    runtime: Runtime,
    load: Load,
    weighed: &'static Mutex<Receiver<()>>,
    gate: Option<&'static Gate>,
    empty: parts::Census,
}

impl Scale {
    fn answer(&mut self, line: &str) {
        match line.split(' ').next().unwrap_or("") {
            "LOAD" => self.put(line),
            "LIVE" => say(&format!("LIVE bytes={}", parts::live())),
            "PARTS" => { // before a load, takes note of what is there; after it, tells what came
                let now = parts::census();
                let tasks = self.gate.map_or(0, |gate| gate.tasks);
                say(&format!("PARTS{}", parts::parts(&self.empty, &now, tasks)));
                self.empty = now;
            }
            "UNLOAD" => self.take(),
            "" => (),
            verb => fail(format!("does not know {verb}")),
        }
    }

    fn put(&mut self, line: &str) {
        let words = line.split(' ').filter_map(|word| word.split_once('='));
        let mut gate = Gate { done: Notify::new(), tasks: 0, arrived: AtomicUsize::new(0), weighed: self.weighed,
            ends: OnceLock::new(), words: words.map(|(key, value)| (key.into(), value.into())).collect(),
            held: Mutex::new(Vec::new()) };
        gate.tasks = gate.number("tasks");
        let gate: &'static Gate = Box::leak(Box::new(gate)); // tasks hold it, and they may live as long as the process
        self.gate = Some(gate);
        let start = Instant::now();
        let _entered = self.runtime.enter();
        (self.load)(gate.tasks, gate);
        gate.full();
        say(&format!("LOADED tasks={} confirmed={} spawn_ms={}", gate.tasks, gate.arrived.load(Relaxed),
            start.elapsed().as_millis()));
    }

    /// Tasks that wait for something else end with the process only.
    fn take(&self) {
        if let Some(gate) = self.gate {
            if let Some(ends) = gate.ends.get() {
                let _entered = self.runtime.enter();
                ends(); // what else its tasks do ends with the process
                return say("UNLOADED");
            }
            gate.held.lock().unwrap().clear();
            gate.done.notify_waiters();
            while self.runtime.metrics().num_alive_tasks() > 0 {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        say("UNLOADED");
    }
}

fn say(line: &str) {
    let mut out = OUT.get().unwrap().lock().unwrap();
    let token = TOKEN.get().map_or("", String::as_str);
    // where nobody listens, stdin ends too
    let _ = out.write_all(format!("{token}{}\n", line.replace('\n', " ")).as_bytes());
}

pub fn fail(reason: String) -> ! {
    say(&format!("FAILED reason={}", reason.split_whitespace().collect::<Vec<_>>().join(" ")));
    std::process::exit(1)
}

/// Our own way out: what a load prints goes to stderr from now on, and does
/// not end up between our words.
#[cfg(unix)]
fn own_stdout() -> File {
    use std::os::fd::AsFd;
    extern "C" {
        fn dup2(from: i32, to: i32) -> i32;
    }
    let out = std::io::stdout().as_fd().try_clone_to_owned().unwrap();
    unsafe { dup2(2, 1) };
    out.into()
}

/// Here a load must not print to stdout.
#[cfg(windows)]
fn own_stdout() -> File {
    use std::os::windows::io::AsHandle;
    std::io::stdout().as_handle().try_clone_to_owned().unwrap().into()
}
