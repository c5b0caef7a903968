// Chapter 11 in Go: idle goroutines, as in chapter 1.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
package main

import (
	"sync"
	"time"
)

func main() {
	serve(loads{
		"goroutines":         goroutines,
		"goroutines (deep)":  deep,
		"goroutines (sleep)": asleep,
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

// The same wait, many calls deep. Each call has a frame on the stack of
// the goroutine, which grows by doubling.
func deep(tasks int, gate *Gate) {
	depth := gate.number("depth")
	for i := 0; i < tasks; i++ {
		go call(depth, gate)
	}
}

//go:noinline
func call(depth int, gate *Gate) int {
	if depth > 0 {
		return 1 + call(depth-1, gate)
	}
	gate.here()
	<-gate.done
	return 0
}

// As in public benchmarks: each task sleeps.
func asleep(tasks int, gate *Gate) {
	for i := 0; i < tasks; i++ {
		go func() {
			gate.here()
			time.Sleep(time.Hour)
		}()
	}
}

// What to take to work: jobs that wait for their turn.
func takeToWork(jobs []func()) {
	var all sync.WaitGroup
	// wrong: a goroutine for each job that waits for its turn
	turn := make(chan bool, 8)
	for _, job := range jobs {
		all.Add(1)
		go func() { turn <- true; job(); <-turn; all.Done() }()
	}
	all.Wait()
	// right: the jobs wait in a slice, and eight goroutines take them
	next := make(chan func())
	for i := 0; i < 8; i++ {
		all.Add(1)
		go func() {
			for job := range next {
				job()
			}
			all.Done()
		}()
	}
	for _, job := range jobs {
		next <- job
	}
	close(next)
	all.Wait()
}
