// Chapter 10 in Go: the goroutine of chapter 1, changed.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again. What is
// changed from outside, a variable or a version, is not seen here.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	serve(loads{
		"goroutines":                   goroutines,
		"goroutines (timer)":           each(func(*Gate) { time.Sleep(time.Hour) }),
		"goroutines (nothing)":         each(func(*Gate) { select {} }),
		"goroutines (own queue)":       each(func(*Gate) { <-make(chan int, 1) }),
		"goroutines (after deep ones)": afterDeepOnes,

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

// The same, in a program that has had a thousand goroutines which went
// deep. A collection looks how large stacks are on the average, and
// from then on new goroutines begin with a stack of that size.
func afterDeepOnes(tasks int, gate *Gate) {
	deep, over := make(chan bool), make(chan bool)
	for i := 0; i < 1000; i++ {
		go frames(100, func() { deep <- true; <-over })
	}
	for i := 0; i < 1000; i++ {
		<-deep
	}
	runtime.GC()
	close(over)
	goroutines(tasks, gate)
}

// A frame with 64 bytes of its own, which it reads again on its way
// back, so that it has to keep them for as long as it waits.
//
//go:noinline
func frames(depth int, bottom func()) byte {
	var local [64]byte
	local[depth%64] = byte(depth)
	if depth == 0 {
		bottom()
	} else {
		local[0] += frames(depth-1, bottom)
	}
	return local[depth%64] + local[0]
}

// What to take to work: a figure that others can repeat.
func takeToWork(residentEmpty, residentFull, tasks int) string {
	// wrong: the empty process is in it, and nobody knows how many tasks
	each := residentFull / tasks
	// right: what the tasks have added, with their number
	added := (residentFull - residentEmpty) / tasks
	return fmt.Sprintf("%d B each, or %d B for each of %d tasks",
		each, added, tasks)
}
