// Chapter 1 in Go: idle goroutines.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
package main

import (
	"context"
	"runtime"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	serve(loads{
		"goroutines":            goroutines,
		"goroutines (MemStats)": goroutinesMemStats,
		"objects in Go":         knownObjects,

		// the same, by what they wait for
		"goroutines (nothing)":   each(func(*Gate) { select {} }),
		"goroutines (timer)":     each(func(*Gate) { time.Sleep(time.Hour) }),
		"goroutines (own queue)": each(func(*Gate) { <-make(chan int, 1) }),
		"goroutines (queue or context)": each(func(*Gate) {
			select {
			case <-make(chan int, 1):
			case <-ctx.Done():
			}
		}),
	})
}

// Every goroutine says from inside that it runs, and then waits for a
// channel that is closed only after the weighing: as idle as a task
// can be.
func goroutines(tasks int, gate *Gate) {
	for i := 0; i < tasks; i++ {
		go func() {
			gate.here()
			<-gate.done
		}()
	}
}

// A program can also ask its runtime. MemStats.Alloc is the counter
// that is printed most often. It counts the heap: no stack is in it,
// so it misses the largest part of a goroutine.
func goroutinesMemStats(tasks int, gate *Gate) {
	goroutines(tasks, gate)
	gate.live = func(m runtime.MemStats) uint64 { return m.Alloc }
}

// Objects of 1,024 bytes, a size that Go's allocator has a class for.
// The program writes to each object: only touched pages are resident.
func knownObjects(objects int, gate *Gate) {
	held := make([]*[1024]byte, objects)
	for i := range held {
		held[i] = new([1024]byte)
		held[i][0] = 1
		gate.here()
	}
	gate.hold(held)
}

// Every goroutine says from inside that it runs, and then calls wait.
// Most of these goroutines end only when the process ends.
func each(wait func(*Gate)) func(int, *Gate) {
	return func(tasks int, gate *Gate) {
		for i := 0; i < tasks; i++ {
			go func() {
				gate.here()
				wait(gate)
			}()
		}
	}
}

// What to take to work: calls that wait.
func takeToWork(calls []func()) {
	for _, call := range calls {
		// wrong: each call that waits keeps a thread of the system
		go func(call func()) { runtime.LockOSThread(); call() }(call)
		// right: each call that waits keeps a goroutine
		go call()
	}
}
