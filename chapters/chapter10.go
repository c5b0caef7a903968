// Chapter 10 in Go: the goroutine of chapter 1, changed.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again. What is
// changed from outside, a variable or a version, is not seen here.
package main

import (
	"fmt"
	"time"
)

func main() {
	serve(loads{
		"goroutines":             goroutines,
		"goroutines (timer)":     each(func(*Gate) { time.Sleep(time.Hour) }),
		"goroutines (nothing)":   each(func(*Gate) { select {} }),
		"goroutines (own queue)": each(func(*Gate) { <-make(chan int, 1) }),

		// the same, in a program that is built with another collector
		"goroutines (no Green Tea)": goroutines,
	})
}

// The load of chapter 1: all goroutines wait for one channel.
func goroutines(tasks int, gate *Gate) {
	each(func(gate *Gate) { <-gate.done })(tasks, gate)
}

// Every goroutine says from inside that it runs, and then calls wait.
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

// What to take to work: a figure that others can repeat.
func takeToWork(residentEmpty, residentFull, tasks int) string {
	// wrong: the empty process is in it
	each := residentFull / tasks
	// right: what the tasks have added, with their number
	added := (residentFull - residentEmpty) / tasks
	return fmt.Sprintf("%d B each, or %d B for each of %d tasks",
		each, added, tasks)
}
