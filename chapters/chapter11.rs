//! Chapter 11 in Rust: idle tasks of tokio.
//!
//! The scale starts this program, weighs it while it is empty, has
//! it start one of the loads below, and weighs it again.
#![recursion_limit = "512"] // for types that are 100 levels deep

mod scale;

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use scale::Gate;
use tokio::time::sleep;

fn main() {
    scale::serve!({
        "tokio tasks": tokio_tasks,
        "tokio tasks (deep)": deep,
        "tokio tasks (nested)": nested,
        "tokio tasks (passed on)": passed_on,
        "objects in Rust": known_objects,

        // the same, by what they wait for
        "tokio tasks (nothing)": nothing,
        "tokio tasks (sleep)": asleep,
    });
}

// Every task says from inside that it runs, and then waits for a
// notification that comes only after the weighing: as idle as a task
// can be.
async fn wait(gate: &'static Gate) {
    gate.here();
    gate.done.notified().await;
}

fn tokio_tasks(tasks: usize, gate: &'static Gate) {
    for _ in 0..tasks {
        tokio::spawn(wait(gate));
    }
}

// These tasks end only when the process ends.
fn nothing(tasks: usize, gate: &'static Gate) {
    for _ in 0..tasks {
        tokio::spawn(async {
            gate.here();
            std::future::pending::<()>().await;
        });
    }
}

fn asleep(tasks: usize, gate: &'static Gate) {
    for _ in 0..tasks {
        tokio::spawn(async {
            gate.here();
            sleep(Duration::from_secs(3600)).await;
        });
    }
}

// The same wait, many calls deep. A function that calls itself needs a
// box for each call: without one, the compiler could not know how
// large the task is.
fn deep(tasks: usize, gate: &'static Gate) {
    let depth = gate.number("depth");
    for _ in 0..tasks {
        tokio::spawn(down(depth, gate));
    }
}

type Boxed = Pin<Box<dyn Future<Output = ()> + Send>>;

fn down(depth: usize, gate: &'static Gate) -> Boxed {
    Box::pin(async move {
        if depth == 0 {
            wait(gate).await;
        } else {
            down(depth - 1, gate).await;
        }
    })
}

// As deep, with functions that the compiler can tell apart: what the
// inner one needs is a part of the outer one, and all is one object.
trait Call {
    fn call(gate: &'static Gate) -> impl Future<Output = ()> + Send;
}

struct Last;
struct Next<C>(PhantomData<C>);

impl Call for Last {
    async fn call(gate: &'static Gate) {
        wait(gate).await;
    }
}

impl<C: Call> Call for Next<C> {
    async fn call(gate: &'static Gate) {
        C::call(gate).await;
    }
}

type Five<C> = Next<Next<Next<Next<Next<C>>>>>;
type Ten<C> = Five<Five<C>>;
type Thirty<C> = Ten<Ten<Ten<C>>>;
type Hundred<C> = Thirty<Thirty<Thirty<Ten<C>>>>;

fn nested(tasks: usize, gate: &'static Gate) {
    let depth = gate.number("depth");
    for _ in 0..tasks {
        match depth {
            0 => tokio::spawn(Last::call(gate)),
            10 => tokio::spawn(Ten::<Last>::call(gate)),
            30 => tokio::spawn(Thirty::<Last>::call(gate)),
            100 => tokio::spawn(Hundred::<Last>::call(gate)),
            _ => panic!("depth is 0, 10, 30 or 100, not {depth}"),
        };
    }
}

// A function that gets a future and awaits it has it twice: as its
// argument, and as what it waits for. Each further call doubles that.
async fn pass(on: impl Future<Output = ()>) {
    on.await
}

fn passed_on(tasks: usize, gate: &'static Gate) {
    let depth = gate.number("depth");
    for _ in 0..tasks {
        match depth {
            0 => tokio::spawn(wait(gate)),
            1 => tokio::spawn(pass(wait(gate))),
            2 => tokio::spawn(pass(pass(wait(gate)))),
            3 => tokio::spawn(pass(pass(pass(wait(gate))))),
            4 => tokio::spawn(pass(pass(pass(pass(wait(gate)))))),
            _ => panic!("depth is 0, 1, 2, 3 or 4, not {depth}"),
        };
    }
}

// Objects of 1,016 bytes: the C library's allocator adds 8, so each
// takes 1,024. The program writes to each: only touched pages are
// resident.
fn known_objects(objects: usize, gate: &'static Gate) {
    let mut held = Vec::with_capacity(objects);
    for i in 0..objects {
        held.push(Box::new([i as u8; 1016]));
        gate.here();
    }
    gate.hold(held);
}

// What to take to work: a page that a task reads, and then waits.
#[allow(dead_code)]
fn take_to_work<A: Future<Output = u8>>(one: A, other: A)
    -> (impl Future<Output = u8>, impl Future<Output = u8>) {
    // wrong: read after the wait, the page is a part of the task
    let large = async { let page = [1; 4096]; one.await + page[9] };
    // right: the task keeps only the byte that it needs later
    let small = async { let byte = [1; 4096][9]; other.await + byte };
    (large, small)
}
