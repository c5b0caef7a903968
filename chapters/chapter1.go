// Chapter 1 in Go: idle goroutines.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
package main

import "runtime"

func main() {
	serve(loads{
		"goroutines":           goroutines,
		"goroutines, MemStats": goroutinesMemStats,
	})
}

// Every goroutine says from inside that it runs, and then waits
// for a channel that nobody closes: as idle as a task can be.
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
