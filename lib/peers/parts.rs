//! What the program itself counts of its allocations: how much is alive, and
//! what one task is made of. It explains a task, and is never its weight.
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::time::Duration;

/// Fewest tasks that can be taken apart: among fewer, what the runtime needs
/// for itself would look like theirs.
const FEWEST: usize = 1000;
const STEP: usize = 8; // sizes are counted in steps of so many bytes
const SIZES: usize = 1024; // and as many of these; what is larger has no size of its own
const CELL: usize = 64; // tokio aligns the cell of a task to a cache line or two, and nobody else here does

/// Allocations that are alive, by size: plain ones, then those of CELL.
static COUNTS: [[AtomicI64; SIZES]; 2] = [const { [const { AtomicI64::new(0) }; SIZES] }; 2];
static LIVE: AtomicI64 = AtomicI64::new(0);

pub type Census = Vec<[i64; SIZES]>;

/// The system's allocator, with a count of what was asked of it. What it adds
/// to each allocation is not counted.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout, 1);
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(layout, -1);
        System.dealloc(at, layout)
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(layout, -1);
        count(Layout::from_size_align_unchecked(size, layout.align()), 1);
        System.realloc(at, layout, size)
    }
}

fn count(layout: Layout, more: i64) {
    LIVE.fetch_add(more * layout.size() as i64, Relaxed);
    let place = layout.size().div_ceil(STEP);
    if place < SIZES {
        COUNTS[(layout.align() >= CELL) as usize][place].fetch_add(more, Relaxed);
    }
}

/// Bytes that were allocated and not freed.
pub fn live() -> i64 {
    LIVE.load(Relaxed)
}

pub fn census() -> Census {
    COUNTS.iter().map(|sizes| std::array::from_fn(|i| sizes[i].load(Relaxed))).collect()
}

/// Bytes per task, largest first, of every size with about one more allocation
/// per task, or several.
pub fn parts(empty: &Census, now: &Census, tasks: usize) -> String {
    let mut found = Vec::new();
    for (kind, name) in ["allocation", "task_cell"].iter().enumerate().filter(|_| tasks >= FEWEST) {
        for place in 0..SIZES {
            let each = (now[kind][place] - empty[kind][place]) as f64 / tasks as f64;
            let size = place * STEP;
            if each >= 1.5 {
                found.push((each * size as f64, format!("{each:.0}_{name}s_of_{size}_B")));
            } else if each >= 0.9 {
                found.push((each * size as f64, format!("{name}_of_{size}_B")));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.iter().map(|(bytes, name)| format!(" {name}={bytes:.1}")).collect()
}

/// CPU time of this process until now, where Linux tells; else none.
pub fn cpu_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let words = stat.rsplit(") ").next().unwrap_or("").split(' ').collect::<Vec<_>>();
    let ticks = |at: usize| words.get(at).and_then(|word| word.parse::<u64>().ok()).unwrap_or(0);
    Duration::from_millis(10 * (ticks(11) + ticks(12)))
}
